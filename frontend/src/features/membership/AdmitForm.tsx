import { zeroHash } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { encodeMembershipAdmit } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { date, shortAddress } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = words.admit

/** @rule ASM-11, G11, MEM-4, MEM-7 Make a proposal: admit a member */
export function AdmitForm({ coop, onDraft, keep, who: asked }: FormProps) {
  const nameOf = useNameOf()
  const now = useChainNow()
  const query = useIndex('/api/coops/:coop/applications', { coop: coop.coop })
  const [chosen, setChosen] = useKeptChoice(`${keep}.who`, asked)
  const open = (query.data?.data ?? []).filter(
    (one) => one.state === 'open' && (now === undefined || one.deadline > now),
  )
  const application =
    open.find((one) => one.wallet === chosen) ?? (open.length === 1 ? open[0] : undefined)
  const who = (address: string) => nameOf(address) ?? shortAddress(address)
  const group = (place: number) => coop.classes[place]?.name ?? `${place}`

  useDraft(
    application
      ? {
          title: write(coop, () =>
            text.title({ name: who(application.wallet), group: group(application.class) }),
          ),
          actions: [
            {
              target: coop.membership,
              value: 0n,
              data: encodeMembershipAdmit([
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
            },
          ],
          documents: [],
        }
      : null,
    onDraft,
  )

  return (
    <Loaded query={query}>
      {() =>
        open.length === 0 ? (
          <Empty what={text.none} />
        ) : (
          <Choices
            legend={text.who}
            value={application?.wallet ?? null}
            onChange={setChosen}
            choices={open.map((one) => ({
              value: one.wallet as string,
              label: text.as({ name: who(one.wallet), group: group(one.class) }),
              help: text.until({ when: date(one.deadline, 'day', now) }),
            }))}
          />
        )
      }
    </Loaded>
  )
}
