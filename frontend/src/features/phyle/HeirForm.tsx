import { fittingTitle } from '@phyle/sdk/title'
import { isAddressEqual } from 'viem'
import { useNameOf } from '../../chain/names.ts'
import { useEnv, useHouse } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useAbove } from '../../chain/useAbove.ts'
import { encodePhyleNameHeir } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { WhoField } from '../../ui/WhoField.tsx'
import { shortAddress } from '../../words/format.ts'
import { propose } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { useWritten } from './useWritten.tsx'

const text = propose.heir

/**
 * A co-op says who holds and collects after a member who died, and what proves it.
 *
 * @rule PHY-16 Make a proposal: let heirs take over
 */
export function HeirForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { people } = useEnv()
  const nameOf = useNameOf()
  const { isIn } = useAbove(coop)
  const [who, setWho] = useKept(`${keep}.person`, '')
  const [whom, setWhom] = useKept(`${keep}.heir`, '')
  const { written, field } = useWritten(`${keep}.proof`, {
    label: text.proof,
    help: text.proofHelp,
    rows: 4,
  })
  const [person, heir] = [typedAddress(who), typedAddress(whom)]
  const among = people.map(({ address }) => address)
  const itself =
    heir !== null &&
    (isAddressEqual(heir, coop.coop) || (person !== null && isAddressEqual(heir, person)))
  const name = person === null ? '' : (nameOf(person) ?? shortAddress(person))

  useDraft(
    house && person !== null && heir !== null && !itself && written
      ? {
          title: write(coop, () => fittingTitle(text.title({ name }), text.title({ name: '…' }))),
          actions: [
            {
              target: house.phyle,
              value: 0n,
              data: encodePhyleNameHeir([person, heir, written.digest]),
            },
          ],
          ...written.drafted,
          least: 'SPECIAL',
        }
      : null,
    onDraft,
  )
  if (!isIn) return <Notice>{text.noFederation}</Notice>
  return (
    <>
      <p className="m-0 text-soft">{text.how}</p>
      <WhoField label={text.who} among={among} value={who} onChange={setWho} />
      <WhoField label={text.heir} among={among} value={whom} onChange={setWhom} />
      {itself && <Notice>{text.itself}</Notice>}
      {field}
    </>
  )
}
