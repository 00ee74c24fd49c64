import { useChainNow } from '../../chain/clock.tsx'
import { useExpulsion } from '../../chain/expulsions.ts'
import { useHouse } from '../../chain/settings.tsx'
import { encodePhyleAnswerCharges, encodePhyleAppeal } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { expulsion as words } from '../../words/expulsion/words.ts'
import { date } from '../../words/format.ts'
import { write } from '../../words/written.ts'
import { sayState } from './Replies.tsx'
import { useWritten } from './useWritten.tsx'

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
  const { written, field } = useWritten(`${keep}.words`, {
    label: words.words,
    help: words.wordsHelp,
    rows: 5,
  })
  const appeals = canAppeal && chosen !== 'reply'
  const encode = appeals ? encodePhyleAppeal : encodePhyleAnswerCharges

  useDraft(
    house && written
      ? {
          title: write(coop, () => (appeals ? words.appealTitle : words.title)),
          actions: [{ target: house.phyle, value: 0n, data: encode([written.digest]) }],
          ...written.drafted,
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
      {field}
    </>
  )
}
