import type { Estate } from '@phyle/sdk/chapters/phyle/api'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { toast } from 'sonner'
import { type Address, isAddressEqual } from 'viem'
import { useInheritBonds } from '../../acts/bonds.ts'
import { useInheritShare } from '../../acts/fund.ts'
import { useDismissHeir, usePassOn } from '../../acts/phyle.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { type Holding, usePurse } from '../../chain/purse.ts'
import { useDocument } from '../../chain/relay.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date, number } from '../../words/format.ts'
import { fund } from '../../words/fund/words.ts'
import { useNameOffer } from './useNameOffer.ts'

const words = fund.estates

/** The estates of which the reader is the person or the heir, in the federation that the app shows. */
export function useEstates(wallet: Address) {
  const house = useHouse()
  const query = useIndex('/api/estates/:wallet', house ? { wallet } : null)
  const estates = query.data?.data.filter(
    ({ phyle }) => house && isAddressEqual(phyle, house.phyle),
  )
  return { estates, failed: query.isError }
}

interface EstatesProps {
  readonly wallet: Address
  readonly estates: readonly Estate[]
  readonly now: number
}

/** What would pass from the reader to another, in red, and what passes to the reader. */
export function Estates({ wallet, estates, now }: EstatesProps) {
  return estates.map((one) =>
    isAddressEqual(one.person, wallet) ? (
      <Mine key={one.person} estate={one} now={now} />
    ) : (
      <Inherited key={one.person} estate={one} now={now} />
    ),
  )
}

/**
 * Somebody else said that the reader died: if they live, one call ends it.
 *
 * @rule PHY-16 For you: an heir of yours is named
 */
function Mine({ estate, now }: Named) {
  const { phyle, person, heir, coopName, document, from, passed } = estate
  const act = useDismissHeir()
  const says = { coop: coopName, when: date(from, 'day') }
  // From then on the heir has it passed on and takes it at once.
  const canTake = passed || from <= now
  return (
    <Notice tone="danger">
      <section className="flex flex-col items-start gap-3" aria-label={words.mine}>
        <b>{words.mine}</b>
        <p className="m-0">{canTake ? words.minePassed(says) : words.mineWaits(says)}</p>
        <p className="m-0">
          {words.heir} <Person address={heir} />
        </p>
        <Proof document={document} />
        <Button
          look="danger"
          disabled={act.busy}
          onClick={async () => {
            if (await act.run({ phyle, person })) toast(words.stopped)
          }}
        >
          {words.stop}
        </Button>
        <Progress state={act.state} />
      </section>
    </Notice>
  )
}

interface Named {
  readonly estate: Estate
  readonly now: number
}

/**
 * What passes to the reader: nothing before the time to answer is over, then bonds and money.
 *
 * @rule PHY-17, BND-9, FND-8 For you: what you inherit
 */
function Inherited({ estate, now }: Named) {
  const { phyle, person, coopName, from, passed, document } = estate
  const act = usePassOn()
  return (
    <Card title={words.inherited}>
      <p className="m-0">
        <Person address={person} />
      </p>
      <p className="m-0">
        {passed
          ? words.yours({ coop: coopName })
          : words.waits({ coop: coopName, when: date(from, 'day', now) })}
      </p>
      <Proof document={document} />
      {!passed && from <= now && (
        <Button
          look="main"
          className="self-start"
          disabled={act.busy}
          onClick={async () => {
            if (await act.run({ phyle, person })) toast(words.passedOn)
          }}
        >
          {words.passOn}
        </Button>
      )}
      <Progress state={act.state} />
      {passed && <Left person={person} />}
    </Card>
  )
}

/** What proves it, as it was kept with the decision. */
function Proof({ document }: Pick<Estate, 'document'>) {
  const content = useDocument(document)
  return (
    content.data && (
      <Disclosure summary={words.proof}>
        <DocumentText content={content.data} />
      </Disclosure>
    )
  )
}

/** What the heir has not taken over yet. */
function Left({ person }: { readonly person: Address }) {
  const money = useMoney()
  const house = useHouse()
  const purse = usePurse(person)
  const act = useInheritShare()
  const nameOffer = useNameOffer()
  if (!house || !purse.data) return null
  const { share, holdings } = purse.data
  const left = holdings.filter(({ units, due }) => units > 0n || due > 0n)
  return (
    <>
      {share.due > 0n && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <b>{words.share}</b>
          <Button
            look="main"
            disabled={act.busy}
            onClick={async () => {
              if (await act.run({ house, person })) toast(words.taken)
            }}
          >
            {words.collect({ amount: money(share.due) })}
          </Button>
        </div>
      )}
      <Progress state={act.state} />
      {left.map((one) => (
        <Bonds
          key={`${one.series}`}
          holding={one}
          house={house}
          person={person}
          name={nameOffer(`${one.series}`)}
        />
      ))}
      {share.due === 0n && left.length === 0 && <p className="m-0 text-soft">{words.nothing}</p>}
    </>
  )
}

interface BondsProps {
  readonly holding: Holding
  readonly house: PhyleHouse
  readonly person: Address
  readonly name: string
}

function Bonds({ holding, house, person, name }: BondsProps) {
  const money = useMoney()
  const act = useInheritBonds()
  const { series, units, due, status } = holding
  const isOver = status === 'bought' || status === 'redeemed' || status === 'failed'
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <span className="min-w-0">
          <b>{name}</b> {words.bonds({ count: number(units) })}
        </span>
        {isOver && (
          <Button
            disabled={act.busy}
            onClick={async () => {
              if (await act.run({ house, series, person })) toast(words.taken)
            }}
          >
            {due > 0n ? words.takeWith({ amount: money(due) }) : words.take}
          </Button>
        )}
      </div>
      {!isOver && <p className="m-0 text-sm text-soft">{words.pledged}</p>}
      <Progress state={act.state} />
    </div>
  )
}
