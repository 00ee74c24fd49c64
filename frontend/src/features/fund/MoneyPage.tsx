import type { PersonMoney, PersonMovement } from '@phyle/sdk/index-api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Address } from 'viem'
import { useConnection } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { type Holding, type Purse, usePurse } from '../../chain/purse.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money, useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { sayWith } from '../../words/choose.ts'
import { date, number } from '../../words/format.ts'
import { fund as words } from '../../words/fund/words.ts'
import { shell } from '../../words/shell/words.ts'
import { CreditCard } from '../commons/index.ts'
import { DueCard } from './Due.tsx'
import { earning } from './due.ts'
import { Estates, useEstates } from './Estates.tsx'
import { FeesCard } from './FeesCard.tsx'
import { MyExport } from './MyExport.tsx'
import { type NameOffer, useNameOffer } from './useNameOffer.ts'
import { Waiting } from './Waiting.tsx'

/**
 * What a person lent, what came back, and their equal share; all that is due in one place.
 *
 * @rule I8, I9, I10, I11, P2, PHY-3, FND-4 My money: equal share
 */
export function MoneyPage() {
  const { address } = useConnection()
  const house = useHouse()
  const signIn = useSignIn()
  if (!house) {
    return (
      <Page title={words.money.title}>
        <Empty what={words.money.noFederation} />
      </Page>
    )
  }
  if (!address) {
    return (
      <Page title={words.money.title} lead={words.money.lead}>
        <p className="m-0">{words.money.signIn}</p>
        <Button look="main" className="self-start" onClick={signIn.open}>
          {shell.signIn.button}
        </Button>
      </Page>
    )
  }
  return <Mine key={address} address={address} phyle={house.phyle} />
}

function Mine({ address, phyle }: { address: Address; phyle: Address }) {
  const purse = usePurse(address)
  const known = useIndex('/api/people/:wallet/money', { wallet: address }, { phyle })
  const nameOffer = useNameOffer()
  const { estates } = useEstates(address)
  const now = useChainNow()
  return (
    <Loaded query={purse} title={words.money.title}>
      {(data) => (
        <Page
          title={words.money.title}
          lead={words.money.lead}
          aside={
            <>
              <Wallet purse={data} />
              <ThisMonth share={data.share} />
              <CreditCard person={address} />
            </>
          }
        >
          {estates && now !== undefined && <Estates wallet={address} estates={estates} now={now} />}
          <DueCard purse={data} always />
          <FeesCard me={address} />
          <Share
            person={address}
            share={data.share}
            claimed={known.data?.data.equalShare.claimed}
          />
          <Bonds holdings={data.holdings} phyle={phyle} nameOffer={nameOffer} />
          <MyExport wallet={address} phyle={phyle} />
          <History
            movements={known.data?.data.movements}
            failed={known.isError}
            nameOffer={nameOffer}
          />
        </Page>
      )}
    </Loaded>
  )
}

function Wallet({ purse }: { purse: Purse }) {
  const money = useMoney()
  return (
    <Card title={words.wallet.title}>
      <p className="num m-0 font-serif text-[1.8rem] leading-tight font-semibold">
        {money(purse.cash)}
      </p>
      <p className="m-0 text-soft">{words.wallet.what}</p>
    </Card>
  )
}

/** What the running month brings, as far as it is known. */
function ThisMonth({ share }: { share: Purse['share'] }) {
  const money = useMoney()
  const now = useChainNow()
  const tooFew = share.heads < share.leastHeads
  return (
    <Card side title={words.share.now}>
      <p className="m-0 text-soft">
        {words.share.ends({ when: date(share.epochEnds, 'day', now) })}
      </p>
      <Facts
        facts={[
          [words.share.pot, money(share.waiting)],
          [words.share.heads, number(share.heads)],
          !tooFew && [words.share.each, money(share.waiting / BigInt(share.heads))],
        ]}
      />
      {tooFew && (
        <p className="m-0 text-sm text-soft">
          {words.share.tooFew({ least: number(share.leastHeads) })}
        </p>
      )}
    </Card>
  )
}

interface ShareProps {
  person: Address
  share: Purse['share']
  claimed: string | undefined
}

function Share({ person, share, claimed }: ShareProps) {
  const now = useChainNow()
  const state = earning(share)
  const [all, setAll] = useState(false)
  const months = all ? share.months : share.months.slice(0, 6)
  return (
    <Card title={words.share.title}>
      <p className="m-0 max-w-[68ch] text-soft">
        <Explained text={words.share.what} terms={['everyone’s fund', 'equal share']} />
      </p>
      <p className="m-0">
        {state === 'never' && words.share.never}
        {state === 'waiting' && words.share.from({ when: date(share.earnsFromTime, 'day', now) })}
        {state === 'earning' && words.share.since({ when: date(share.earnsFromTime, 'day', now) })}
        {state === 'stopped' &&
          words.share.stopped({
            when: date(
              share.earnsFromTime + (share.earnsTo - share.earnsFrom + 1) * share.epochLength,
              'day',
              now,
            ),
          })}
      </p>
      {state === 'waiting' && <Waiting seats={share.waits} person={person} />}
      {state === 'never' ? (
        <Link to="/coops" className={`${buttonClass()} self-start`}>
          {words.share.join}
        </Link>
      ) : share.months.length === 0 ? (
        <p className="m-0 text-soft">{words.share.none}</p>
      ) : (
        <>
          <Table
            caption={words.share.title}
            hideCaption
            rows={months}
            keyOf={(month) => `${month.epoch}`}
            columns={[
              { name: words.share.month, of: (month) => <When at={month.ends} /> },
              {
                name: words.share.perHead,
                right: true,
                of: (month) => <Money amount={month.perHead} />,
              },
            ]}
          />
          {share.months.some((month) => month.perHead === 0n) && (
            <p className="m-0 text-sm text-soft">{words.share.merged}</p>
          )}
          {months.length < share.months.length && (
            <Button look="link" className="self-start" onClick={() => setAll(true)}>
              {words.history.older({ count: share.months.length - months.length })}
            </Button>
          )}
        </>
      )}
      {claimed !== undefined && claimed !== '0' && (
        <Facts facts={[[words.share.collected, <Money key="claimed" amount={claimed} />]]} />
      )}
    </Card>
  )
}

interface BondsProps {
  holdings: readonly Holding[]
  phyle: Address
  nameOffer: NameOffer
}

function Bonds({ holdings, phyle, nameOffer }: BondsProps) {
  const text = words.bonds
  if (holdings.length === 0) {
    return (
      <Card title={text.title}>
        <p className="m-0 text-soft">{text.none}</p>
        <Link to="/bonds" className={`${buttonClass()} self-start`}>
          {text.see}
        </Link>
      </Card>
    )
  }
  return (
    <Card title={text.title}>
      <Table
        caption={text.title}
        hideCaption
        stacks
        rows={holdings}
        keyOf={(one) => one.series.toString()}
        columns={[
          {
            name: text.what,
            of: (one) => (
              <Link
                to="/bonds/$phyle/$id"
                params={{ phyle, id: one.series.toString() }}
                className="link"
              >
                {nameOffer(one.series.toString())}
              </Link>
            ),
          },
          { name: text.state, of: (one) => text.states[one.status] },
          {
            name: text.lent,
            right: true,
            of: (one) => <Money amount={one.units * one.face} />,
          },
          { name: text.back, right: true, of: (one) => <Money amount={one.taken} /> },
          { name: text.due, right: true, of: (one) => <Money amount={one.due} /> },
        ]}
      />
    </Card>
  )
}

interface HistoryProps {
  movements: PersonMoney['movements'] | undefined
  failed: boolean
  nameOffer: NameOffer
}

const FIRST = 12

function History({ movements, failed, nameOffer }: HistoryProps) {
  const text = words.history
  const [all, setAll] = useState(false)
  if (!movements) {
    return failed ? (
      <Card title={text.title}>
        <p className="m-0 text-soft">{text.missing}</p>
      </Card>
    ) : null
  }
  const rows = all ? movements : movements.slice(0, FIRST)
  const of = (one: PersonMovement) =>
    sayWith(text.movements[one.what], {
      of: one.series === null ? text.licence : nameOffer(one.series),
    })
  return (
    <Card title={text.title}>
      {movements.length === 0 ? (
        <p className="m-0 text-soft">{text.none}</p>
      ) : (
        <Table
          caption={text.title}
          hideCaption
          stacks
          rows={rows}
          keyOf={(one) => `${one.tx}:${one.what}:${one.series}:${one.amount}`}
          columns={[
            { name: text.when, of: (one) => <When at={one.time} /> },
            { name: text.what, of },
            {
              name: text.amount,
              right: true,
              of: (one) => (
                <span className="whitespace-nowrap">
                  <span className="sr-only">{one.direction === 'in' ? text.in : text.out} </span>
                  <span aria-hidden="true">{one.direction === 'in' ? '+' : '−'}</span>
                  <Money amount={one.amount} />
                </span>
              ),
            },
          ]}
        />
      )}
      {rows.length < movements.length && (
        <Button look="link" className="self-start" onClick={() => setAll(true)}>
          {text.older({ count: movements.length - rows.length })}
        </Button>
      )}
    </Card>
  )
}
