import { descriptionOf, fittingTitle } from '@phyle/sdk/title'
import { zeroHash } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useRoot } from '../../chain/useRoot.ts'
import { encodeAssemblyPropose, encodeMembershipAdmit } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { date, shortAddress } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { write } from '../../words/written.ts'

const text = words.welcome

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
  const isIn = house !== null && coop.phyles.includes(house.phyle)

  useDraft(
    isIn && root && application && above && aboveWords.data
      ? {
          title: write(coop, () =>
            fittingTitle(text.titles.long({ name: who(application.wallet) }), text.titles.short),
          ),
          actions: [
            {
              target: root.assembly,
              value: 0n,
              data: encodeAssemblyPropose([
                [root.membership],
                [0n],
                [
                  encodeMembershipAdmit([
                    [
                      {
                        wallet: application.wallet,
                        class: application.class,
                        document: application.document ?? zeroHash,
                        deadline: BigInt(application.deadline),
                        signature: '0x',
                      },
                    ],
                  ]),
                ],
                descriptionOf(
                  write(above, () =>
                    fittingTitle(
                      text.inner.long({ name: who(application.wallet) }),
                      text.inner.short,
                    ),
                  ),
                ),
              ]),
            },
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
          </>
        )
      }
    </Loaded>
  )
}
