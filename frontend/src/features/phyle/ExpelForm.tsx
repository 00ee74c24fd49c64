import { documentDigest } from '@phyle/sdk/documents'
import { descriptionOf, fittingTitle } from '@phyle/sdk/title'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useRoot } from '../../chain/useRoot.ts'
import { encodeAssemblyPropose, encodePhyleExpel } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { propose as words } from '../../words/propose/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { write } from '../../words/written.ts'

const text = words.expel

/**
 * A co-op puts before its federation that another one leaves at once, with the reasons.
 *
 * @rule P5, PHY-9 Make a proposal: expel a co-op from the federation
 */
export function ExpelForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const root = useRoot()
  const query = useIndex('/api/federations/:phyle', house ? { phyle: house.phyle } : null)
  const above = useIndex('/api/coops/:coop', house ? { coop: house.root } : null).data?.data
  const aboveWords = useWrittenWords(above ?? coop)
  const [chosen, setChosen] = useKeptChoice(`${keep}.coop`, undefined)
  const [why, setWhy] = useKept(`${keep}.why`, '')
  const others = (query.data?.data.members ?? []).filter((member) => member.coop !== coop.coop)
  const one = others.find((member) => member.coop === chosen)
  const grounds = why.trim()
  const isIn = house !== null && coop.phyles.includes(house.phyle)

  useDraft(
    isIn && root && above && aboveWords.data && one && grounds !== ''
      ? {
          title: write(coop, () => fittingTitle(text.title({ name: one.name }), text.short)),
          actions: [
            {
              target: root.assembly,
              value: 0n,
              data: encodeAssemblyPropose([
                [house.phyle],
                [0n],
                [encodePhyleExpel([one.coop, documentDigest(grounds)])],
                descriptionOf(
                  write(above, () => fittingTitle(text.inner({ name: one.name }), text.innerShort)),
                ),
              ]),
            },
          ],
          documents: [{ text: grounds, type: 'text/plain' }],
          body: grounds,
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
          <Field label={text.why} help={text.whyHelp}>
            <textarea
              className={inputClass}
              rows={4}
              value={why}
              onChange={(event) => setWhy(event.target.value)}
            />
          </Field>
        </>
      )}
    </Loaded>
  )
}
