import { Fragment } from 'react'
import type { Address } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useMe } from '../../chain/me.ts'
import type { Need, Needing, Waiting, Waits } from '../../shell/feature.ts'
import { useParts } from '../../shell/parts.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { shortAddress } from '../../words/format.ts'
import { foryou } from '../../words/foryou/words.ts'

const words = foryou.forYouPage

/** What waits for a reader who is signed in: all that features bring, in order. */
export function Needed({ address }: { address: Address }) {
  const now = useChainNow()
  const needs = useParts('needs')
  if (now === undefined) return <Page title={words.title} />
  return <Collect needs={needs} needing={{ address, now }} found={[]} />
}

type Found = Waiting & Pick<Need, 'name'>

interface CollectProps {
  needs: readonly Need[]
  needing: Needing
  found: readonly Found[]
}

/** Asks the first, and goes on with the others: each asks with hooks of its own. */
function Collect({ needs: [need, ...others], needing, found }: CollectProps) {
  return need ? (
    <Ask need={need} others={others} needing={needing} found={found} />
  ) : (
    <Shown address={needing.address} found={found} />
  )
}

interface AskProps extends Omit<CollectProps, 'needs'> {
  need: Need
  others: readonly Need[]
}

function Ask({ need, others, needing, found }: AskProps) {
  const waiting = need.useWaiting(needing)
  return (
    <Collect needs={others} needing={needing} found={[...found, { ...waiting, name: need.name }]} />
  )
}

function Shown({ address, found }: { address: Address; found: readonly Found[] }) {
  const { name } = useMe()
  const is = (waits: Waits) => found.some((one) => one.waits === waits)
  const nothing = !is('yes')
  return (
    <Page
      title={words.title}
      lead={nothing ? words.nothingLead : words.hello({ name: name ?? shortAddress(address) })}
    >
      {nothing && is('asked') && <Loading />}
      {nothing && !is('asked') && !is('unknown') && <p className="m-0">{words.nothing}</p>}
      {found.map(({ name, show }) => (
        <Fragment key={name}>{show(nothing)}</Fragment>
      ))}
    </Page>
  )
}
