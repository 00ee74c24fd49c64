import type { CoopDetail, CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import type { Application } from '@phyle/sdk/chapters/membership/api'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { fittingTitle } from '@phyle/sdk/title'
import { zeroHash } from 'viem'
import { beforeFederation } from '../../chain/beforeFederation.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useRoot } from '../../chain/useRoot.ts'
import { encodeMembershipAdmit, encodePhyleEnter } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { date, shortAddress } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { write } from '../../words/written.ts'
import { cooperatorsOf, grantOf, readPlaces } from './granting.ts'
import { PlacesField } from './PlacesField.tsx'

const text = words.welcome

interface Admitting {
  readonly house: Pick<PhyleHouse, 'phyle'>
  readonly root: Pick<CoopSummary, 'membership'>
  /** Undefined for who is no co-op that the index knows. */
  readonly known: CoopDetail | undefined
  readonly places: number
  readonly now: number
}

/** What the root does: admits, enters in the register, and grants places. */
function admissionOf(application: Application, { house, root, known, places, now }: Admitting) {
  const { wallet, class: group, document, deadline } = application
  const signed = {
    wallet,
    class: group,
    document: document ?? zeroHash,
    deadline: BigInt(deadline),
    signature: '0x',
  } as const
  const admit = { target: root.membership, data: encodeMembershipAdmit([[signed]]) }
  if (!known) return [admit]
  const enter = { target: house.phyle, data: encodePhyleEnter([wallet, known.registrar]) }
  return [admit, enter, grantOf(house, wallet, places, now)]
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
  const above = useIndex('/api/coops/:coop', house ? { coop: house.root } : null).data?.data
  const aboveWords = useWrittenWords(above ?? coop)
  const known = useIndex('/api/coops/:coop', application ? { coop: application.wallet } : null).data
    ?.data
  const most = known ? cooperatorsOf(known) : 0
  const [typed, setTyped] = useKept<{ coop: string; count: string } | null>(`${keep}.count`, null)
  const shown = typed && typed.coop === application?.wallet ? typed.count : `${most}`
  const places = readPlaces(shown, most)
  const isIn = house !== null && coop.phyles.includes(house.phyle)

  const calls =
    house && root && application && places !== null && now !== undefined
      ? admissionOf(application, { house, root, known, places, now })
      : []

  useDraft(
    isIn && root && application && above && aboveWords.data && calls.length > 0
      ? {
          title: write(coop, () =>
            fittingTitle(text.titles.long({ name: who(application.wallet) }), text.titles.short),
          ),
          actions: [
            beforeFederation(
              root,
              calls,
              write(above, () =>
                fittingTitle(text.inner.long({ name: who(application.wallet) }), text.inner.short),
              ),
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
            {application && known && (
              <PlacesField
                typed={shown}
                onChange={(count) => setTyped({ coop: application.wallet, count })}
                most={most}
              />
            )}
          </>
        )
      }
    </Loaded>
  )
}
