import { type Above, passesAbove } from '@phyle/sdk/above'
import type { Charter } from '@phyle/sdk/charter'
import { useMemo } from 'react'
import { capital } from '../../../words/capital.ts'
import { list } from '../../../words/format.ts'
import { founding } from '../../../words/founding/words.ts'
import { kinds } from '../../../words/kinds/words.ts'

const words = founding.found.rules.above

/** @rule G3 Found: what weightier decisions pass that lighter ones would lose */
export function AboveList({ charter: { rules, classes } }: { charter: Charter }) {
  const key = JSON.stringify({ rules, classes })
  const all = useMemo(() => passesAbove(JSON.parse(key)), [key])
  return (
    <div className="flex flex-col gap-1.5 text-sm text-soft">
      <h4 className="m-0 font-semibold">{words.title}</h4>
      {all.length === 0 && <p className="m-0">{words.none}</p>}
      {all.length > 0 && (
        <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
          {all.map((one) => (
            <li key={`${one.higher} ${one.lower} ${one.why}`}>{sentence(one)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function sentence({ higher, lower, why, classes }: Above): string {
  const example = list(
    classes.map(({ name, members, for: votesFor, against }) => {
      return words.group({ name, members, for: votesFor, against })
    }),
  )
  return words[why]({ higher: capital(kinds[higher].a), lower: kinds[lower].a, example })
}
