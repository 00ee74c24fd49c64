import { founding } from '../../../words/founding/words.ts'
import type { Problem } from './draft.ts'

const words = founding.found.problems

/** Puts the keyboard into the field at a place of the page. */
export function focusAt(place: string) {
  const part = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
  // A part that is folded away is opened first.
  part?.closest('details')?.setAttribute('open', '')
  const field = part?.querySelector<HTMLElement>('input, select, textarea, button') ?? part
  field?.focus()
}

/** Everything that must be put right, each a way to its field. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  return (
    <section
      role="alert"
      className="flex flex-col gap-2 rounded-xl bg-brick-wash px-[18px] py-4 text-[0.94rem]"
    >
      <h3>{words.title({ count: problems.length })}</h3>
      <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
        {problems.map(({ place, label, what }) => (
          <li key={place}>
            <button
              type="button"
              className="link text-left font-semibold"
              onClick={() => focusAt(place)}
            >
              {label}
            </button>
            : {what}
          </li>
        ))}
      </ul>
    </section>
  )
}
