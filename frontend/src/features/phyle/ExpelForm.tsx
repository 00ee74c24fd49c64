import { fittingTitle } from '@phyle/sdk/title'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useAbove } from '../../chain/useAbove.ts'
import { encodePhyleExpel } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { useWritten } from './useWritten.tsx'

const text = words.expel

/**
 * A co-op puts before its federation that another one has to leave, with the reasons.
 *
 * @rule P5, PHY-9, PHY-15 Make a proposal: expel a co-op from the federation
 */
export function ExpelForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { isIn, put } = useAbove(coop)
  const query = useIndex('/api/federations/:phyle', house ? { phyle: house.phyle } : null)
  const [chosen, setChosen] = useKeptChoice(`${keep}.coop`, undefined)
  const { written, field } = useWritten(`${keep}.grounds`, {
    label: text.why,
    help: text.whyHelp,
    rows: 4,
  })
  const others = (query.data?.data.members ?? []).filter((member) => member.coop !== coop.coop)
  const one = others.find((member) => member.coop === chosen)

  useDraft(
    house && put && one && written
      ? {
          title: write(coop, () => fittingTitle(text.title({ name: one.name }), text.short)),
          actions: [
            put(
              [
                {
                  target: house.phyle,
                  data: encodePhyleExpel([one.coop, written.digest]),
                },
              ],
              () => fittingTitle(text.inner({ name: one.name }), text.innerShort),
            ),
          ],
          ...written.drafted,
        }
      : null,
    onDraft,
  )
  if (!isIn) return <Notice>{words.welcome.notIn}</Notice>
  return (
    <Loaded query={query}>
      {() => (
        <>
          <p className="m-0 text-soft">{text.how}</p>
          <Choices
            legend={words.welcome.which}
            value={one?.coop ?? null}
            onChange={setChosen}
            choices={others.map((member) => ({ value: member.coop as string, label: member.name }))}
          />
          {field}
        </>
      )}
    </Loaded>
  )
}
