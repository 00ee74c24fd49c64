import { fittingTitle } from '@phyle/sdk/title'
import { isAddressEqual } from 'viem'
import { useNameOf } from '../../chain/names.ts'
import { useEnv, useHouse } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useAbove } from '../../chain/useAbove.ts'
import { encodePhyleAcceptAttester, encodePhyleNameAttester } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { WhoField } from '../../ui/WhoField.tsx'
import { shortAddress } from '../../words/format.ts'
import { propose } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = propose.attester

/**
 * A co-op names somebody who may vouch for its social accounts, or asks the federation to accept them for all.
 *
 * @rule PHY-11 Make a proposal: name who checks the social account
 */
export function AttesterForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { people } = useEnv()
  const nameOf = useNameOf()
  const { isIn, put } = useAbove(coop)
  const [typed, setTyped] = useKept(`${keep}.who`, '')
  const [whole, setWhole] = useKeptChoice(`${keep}.whole`, 'own')
  const attester = typedAddress(typed)
  const isItself = attester !== null && isAddressEqual(attester, coop.coop)
  const name = attester === null ? '' : (nameOf(attester) ?? shortAddress(attester))

  useDraft(
    house && put && attester !== null && !isItself
      ? whole === 'all'
        ? {
            title: write(coop, () => fittingTitle(text.above({ name }), text.inner({ name: '…' }))),
            actions: [
              put(
                [{ target: house.phyle, data: encodePhyleAcceptAttester([attester, true]) }],
                () => fittingTitle(text.inner({ name }), text.inner({ name: '…' })),
              ),
            ],
            documents: [],
          }
        : {
            title: write(coop, () => fittingTitle(text.title({ name }), text.title({ name: '…' }))),
            actions: [
              {
                target: house.phyle,
                value: 0n,
                data: encodePhyleNameAttester([attester, true]),
              },
            ],
            documents: [],
            least: 'ENTRENCHED',
          }
      : null,
    onDraft,
  )
  if (!isIn) return <Notice>{text.noFederation}</Notice>
  return (
    <>
      <WhoField
        label={text.who}
        among={people.map(({ address }) => address)}
        value={typed}
        onChange={setTyped}
      />
      {isItself && <Notice>{text.itself}</Notice>}
      <Choices
        legend={text.whole}
        value={whole ?? 'own'}
        onChange={setWhole}
        choices={[
          { value: 'own', label: text.own, help: text.ownHelp },
          { value: 'all', label: text.all, help: text.allHelp },
        ]}
      />
    </>
  )
}
