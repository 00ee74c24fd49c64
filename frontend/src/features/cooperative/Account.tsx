import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Address, zeroAddress } from 'viem'
import { useIndexPage } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import type { CardProps } from '../../shell/feature.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money } from '../../ui/Money.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'
import { shortAddress } from '../../words/format.ts'
import { AccountExport } from './AccountExport.tsx'
import { Receive } from './Receive.tsx'
import { useAssets } from './useAssets.ts'

const words = cooperative.coopPage

/** What the account holds, and what came and went. */
export function Account({ coop }: CardProps) {
  const [cursor, setCursor] = useState('')
  const query = useIndexPage(
    '/api/coops/:coop/account',
    { coop: coop.coop },
    cursor === '' ? {} : { cursor },
  )
  const house = useHouse()
  const nameOf = useNameOf()
  const { currencyOf, say } = useAssets(coop)
  const others = coop.balances.filter((one) => one.token !== house?.cash && one.amount !== '0')
  const amountOf = ({ token, amount }: { token: Address; amount: string }) => {
    const currency = currencyOf(token)
    return currency ? <Money amount={amount} currency={currency} /> : say(BigInt(amount), token)
  }
  return (
    <div data-chapter="money">
      <Card id="money" title={words.money}>
        <p className="m-0 flex flex-wrap items-baseline gap-x-3.5">
          <span className="num font-serif text-[clamp(1.9rem,10.5vw,2.7rem)] leading-none font-semibold tracking-tight">
            <Money amount={coop.cash} />
          </span>
          <span className="text-soft">{words.inAccount}</span>
        </p>
        {others.length > 0 && (
          <Disclosure summary={words.others}>
            <ul className="m-0 list-none p-0">
              {others.map((one) => (
                <li key={one.token}>
                  <Money amount={one.amount} currency={one} />
                  {one.token !== zeroAddress && (
                    <>
                      {' '}
                      · <Person address={one.token} face={false} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Disclosure summary={words.receive}>
          <Receive coop={coop} />
        </Disclosure>
        <Loaded query={query}>
          {({ data, page }) =>
            data.length === 0 ? (
              <p className="m-0 text-soft">{words.noMoves}</p>
            ) : (
              <>
                <Table
                  caption={words.moves}
                  stacks
                  rows={data}
                  keyOf={(entry) => `${entry.tx}:${entry.direction}:${entry.other}:${entry.amount}`}
                  columns={[
                    {
                      name: words.moveHeads[0],
                      of: (entry) => <When at={entry.time} style="short" />,
                    },
                    {
                      name: words.moveHeads[1],
                      of: (entry) => (
                        <span>
                          {(entry.direction === 'in' ? words.from : words.to)({
                            who:
                              entry.other === zeroAddress
                                ? words.issued
                                : (nameOf(entry.other) ?? shortAddress(entry.other)),
                          })}
                          <span className="block text-sm text-soft">
                            {entry.ground !== null && words.grounds[entry.ground]}
                            {entry.line !== null && ` · ${words.fromLine({ line: entry.line })}`}
                            {entry.ground !== null && entry.proposal !== null && ' · '}
                            {entry.proposal !== null && (
                              <Link
                                to="/decisions/$assembly/$id"
                                params={{ assembly: coop.assembly, id: entry.proposal }}
                                className="link"
                              >
                                {words.decided({ id: entry.proposal })}
                              </Link>
                            )}
                          </span>
                        </span>
                      ),
                    },
                    {
                      name: words.moveHeads[2],
                      right: true,
                      of: (entry) => (
                        <span className="whitespace-nowrap">
                          {entry.direction === 'in' ? '+' : '−'} {amountOf(entry)}
                        </span>
                      ),
                    },
                  ]}
                />
                <div className="flex flex-wrap justify-between gap-3 print:hidden">
                  {page?.previous != null && (
                    <Button onClick={() => setCursor(page.previous ?? '')}>{find.newer}</Button>
                  )}
                  {page?.next != null && (
                    <Button onClick={() => setCursor(page.next ?? '')}>{find.older}</Button>
                  )}
                </div>
                <AccountExport coop={coop} />
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  )
}
