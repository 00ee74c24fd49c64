import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { Application } from '@phyle/sdk/chapters/membership/api'
import { fittingTitle } from '@phyle/sdk/title'
import { zeroHash } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useAbove } from '../../chain/useAbove.ts'
import { useRoot } from '../../chain/useRoot.ts'
import { encodeMembershipAdmit, encodePhyleEnter } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { date, shortAddress } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { usePlaces } from './usePlaces.tsx'

const text = words.welcome

/** What the root is asked to do for who applies to it: to admit them. */
function admitOf(application: Application, root: Pick<CoopSummary, 'membership'>) {
  const { wallet, class: group, document, deadline } = application
  const signed = {
    wallet,
    class: group,
    document: document ?? zeroHash,
    deadline: BigInt(deadline),
    signature: '0x',
  } as const
  return { target: root.membership, data: encodeMembershipAdmit([[signed]]) }
}

/** A co-op puts before its federation that another one, which has applied, is admitted. */
export function WelcomeForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const root = useRoot()
  const now = useChainNow()
  const nameOf = useNameOf()
  const query = useIndex('/api/coops/:coop/applications', house ? { coop: house.root } : null)
  const [chosen, setChosen] = useKeptChoice(`${keep}.coop`, undefined)
  const open = (query.data?.data ?? []).filter(
    (one) => one.state === 'open' && (now === undefined || one.deadline > now),
  )
  const application =
    open.find((one) => one.wallet === chosen) ?? (open.length === 1 ? open[0] : undefined)
  const who = (address: string) => nameOf(address) ?? shortAddress(address)
  const { isIn, put } = useAbove(coop)
  const { query: its, grant, field } = usePlaces(application?.wallet, keep)
  const known = its.data?.data

  /** Who is no co-op that the index knows is only admitted; a co-op is entered as well, and granted places. */
  const calls = () => {
    if (!house || !root || !application || its.isLoading) return null
    const admit = admitOf(application, root)
    if (!known) return [admit]
    const entering = [application.wallet, known.registrar] as const
    const enter = { target: house.phyle, data: encodePhyleEnter(entering) }
    return grant && [admit, enter, grant]
  }
  const wanted = calls()

  useDraft(
    put && application && wanted
      ? {
          title: write(coop, () =>
            fittingTitle(text.titles.long({ name: who(application.wallet) }), text.titles.short),
          ),
          actions: [
            put(wanted, () =>
              fittingTitle(text.inner.long({ name: who(application.wallet) }), text.inner.short),
            ),
          ],
          documents: [],
        }
      : null,
    onDraft,
  )
  if (!isIn) return <Notice>{text.notIn}</Notice>
  return (
    <Loaded query={query}>
      {() =>
        open.length === 0 ? (
          <Empty what={text.none} />
        ) : (
          <>
            <p className="m-0 text-soft">{text.how}</p>
            <Choices
              legend={text.which}
              value={application?.wallet ?? null}
              onChange={setChosen}
              choices={open.map((one) => ({
                value: one.wallet as string,
                label: who(one.wallet),
                help: words.admit.until({ when: date(one.deadline, 'day', now) }),
              }))}
            />
            {known && field}
          </>
        )
      }
    </Loaded>
  )
}
