import { documentDigest } from '@phyle/sdk/documents'
import { useChainNow } from '../../chain/clock.tsx'
import { useExpulsion } from '../../chain/expulsions.ts'
import { useHouse } from '../../chain/settings.tsx'
import { encodePhyleAnswerCharges, encodePhyleAppeal } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { expulsion as words } from '../../words/expulsion/words.ts'
import { date } from '../../words/format.ts'
import { write } from '../../words/written.ts'
import { sayState } from './Replies.tsx'

/**
 * A co-op replies to what is said against it, or appeals from its expulsion.
 *
 * @rule PHY-15 Make a proposal: reply, or appeal from an expulsion
 */
export function AnswerForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { data: decided } = useExpulsion(coop.coop, useChainNow())
  const canAppeal = decided?.state === 'runs'
  const [chosen, setChosen] = useKeptChoice(`${keep}.what`, undefined)
  const [typed, setTyped] = useKept(`${keep}.words`, '')
  const appeals = canAppeal && chosen !== 'reply'
  const said = typed.trim()
  const encode = appeals ? encodePhyleAppeal : encodePhyleAnswerCharges

  useDraft(
    house && said !== ''
      ? {
          title: write(coop, () => (appeals ? words.appealTitle : words.title)),
          actions: [{ target: house.phyle, value: 0n, data: encode([documentDigest(said)]) }],
          documents: [{ text: said, type: 'text/plain' }],
          body: said,
        }
      : null,
    onDraft,
  )
  if (!house || !coop.phyles.includes(house.phyle)) return <Notice>{words.notIn}</Notice>
  return (
    <>
      {decided && (
        <Notice>
          {sayState(decided, coop.name)} {canAppeal && words.hurry}
        </Notice>
      )}
      {canAppeal && (
        <Choices
          legend={words.what}
          value={appeals ? 'appeal' : 'reply'}
          onChange={setChosen}
          choices={[
            {
              value: 'appeal',
              label: words.appeal,
              help: words.appealHelp({ when: date(decided.from) }),
            },
            { value: 'reply', label: words.reply, help: words.replyHelp },
          ]}
        />
      )}
      <Field label={words.words} help={words.wordsHelp}>
        <textarea
          className={inputClass}
          rows={5}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
    </>
  )
}
