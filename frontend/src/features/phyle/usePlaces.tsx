import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Address } from 'viem'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { encodePhyleGrant } from '../../generated/contracts.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useKept } from '../../ui/useKept.ts'
import { number } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'

const text = words.places

/** How many of a co-op count as cooperators: the most that can be granted places. */
const cooperatorsOf = ({ classes }: Pick<CoopDetail, 'classes'>): number =>
  classes.reduce((sum, { cooperator, members }) => sum + (cooperator ? members : 0), 0)

/** The typed figure; null where it is none, or above what the co-op has. */
function readPlaces(typed: string, most: number): number | null {
  const count = /^\d{1,8}$/.test(typed.trim()) ? Number(typed) : null
  return count === null || count > most ? null : count
}

/**
 * How many people of a co-op start to earn the equal share together: as many as it has, unless another
 * figure is typed. `grant` is the call of the root for that; null while it cannot be made.
 */
export function usePlaces(coop: Address | undefined, keep: string) {
  const house = useHouse()
  const query = useIndex('/api/coops/:coop', coop ? { coop } : null)
  const known = query.data?.data
  const most = known ? cooperatorsOf(known) : 0
  const [typed, setTyped] = useKept<{ coop: string; count: string } | null>(`${keep}.count`, null)
  const shown = typed && typed.coop === coop ? typed.count : `${most}`
  const places = readPlaces(shown, most)
  return {
    query,
    grant:
      house && coop && known && places !== null
        ? { target: house.phyle, data: encodePhyleGrant([coop, places]) }
        : null,
    field: coop && (
      <Field
        label={text.count}
        help={text.countHelp({ most: number(most) })}
        error={places === null ? text.tooMany({ most: number(most) }) : undefined}
      >
        <input
          inputMode="numeric"
          className={inputClass}
          value={shown}
          onChange={(event) => setTyped({ coop, count: event.target.value })}
        />
      </Field>
    ),
  }
}
