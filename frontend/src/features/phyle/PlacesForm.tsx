import { descriptionOf, fittingTitle } from '@phyle/sdk/title'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useRoot } from '../../chain/useRoot.ts'
import { encodeAssemblyPropose } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { propose as words } from '../../words/propose/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { write } from '../../words/written.ts'
import { cooperatorsOf, grantOf, readPlaces } from './granting.ts'
import { PlacesField } from './PlacesField.tsx'

const text = words.places

/**
 * A co-op puts before its federation that so many people of one of its co-ops start to earn together.
 *
 * @rule P4, PHY-3 Make a proposal: grant places
 */
export function PlacesForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const root = useRoot()
  const now = useChainNow()
  const query = useIndex('/api/federations/:phyle', house ? { phyle: house.phyle } : null)
  const [chosen, setChosen] = useKeptChoice(`${keep}.coop`, undefined)
  const members = query.data?.data.members ?? []
  const one = members.find((member) => member.coop === (chosen ?? coop.coop))
  const detail = useIndex('/api/coops/:coop', one ? { coop: one.coop } : null).data?.data
  const most = detail ? cooperatorsOf(detail) : 0
  const [typed, setTyped] = useKept<{ coop: string; count: string } | null>(`${keep}.count`, null)
  const shown = typed && typed.coop === one?.coop ? typed.count : `${most}`
  const places = readPlaces(shown, most)
  const above = useIndex('/api/coops/:coop', house ? { coop: house.root } : null).data?.data
  const aboveWords = useWrittenWords(above ?? coop)
  const isIn = house !== null && coop.phyles.includes(house.phyle)

  useDraft(
    isIn &&
      root &&
      one &&
      detail &&
      above &&
      aboveWords.data &&
      places !== null &&
      now !== undefined
      ? {
          title: write(coop, () => fittingTitle(text.title({ name: one.name }), text.short)),
          actions: [
            {
              target: root.assembly,
              value: 0n,
              data: encodeAssemblyPropose([
                [house.phyle],
                [0n],
                [grantOf(house, one.coop, places, now).data],
                descriptionOf(
                  write(above, () => fittingTitle(text.inner({ name: one.name }), text.innerShort)),
                ),
              ]),
            },
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
          {one && (
            <PlacesField
              typed={shown}
              onChange={(count) => setTyped({ coop: one.coop, count })}
              most={most}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
