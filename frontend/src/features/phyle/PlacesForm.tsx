import { fittingTitle } from '@phyle/sdk/title'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useAbove } from '../../chain/useAbove.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { usePlaces } from './usePlaces.tsx'

const text = words.places

/**
 * A co-op puts before its federation that so many people of one of its co-ops start to earn together.
 *
 * @rule P4, PHY-3 Make a proposal: grant places
 */
export function PlacesForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { isIn, put } = useAbove(coop)
  const query = useIndex('/api/federations/:phyle', house ? { phyle: house.phyle } : null)
  const [chosen, setChosen] = useKeptChoice(`${keep}.coop`, undefined)
  const members = query.data?.data.members ?? []
  const one = members.find((member) => member.coop === (chosen ?? coop.coop))
  const { grant, field } = usePlaces(one?.coop, keep)

  useDraft(
    put && one && grant
      ? {
          title: write(coop, () => fittingTitle(text.title({ name: one.name }), text.short)),
          actions: [
            put([grant], () => fittingTitle(text.inner({ name: one.name }), text.innerShort)),
          ],
          documents: [],
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
            choices={members.map((member) => ({
              value: member.coop as string,
              label: member.name,
            }))}
          />
          {field}
        </>
      )}
    </Loaded>
  )
}
