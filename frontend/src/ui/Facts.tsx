import type { ReactNode } from 'react'

export type Fact = readonly [label: ReactNode, value: ReactNode]

/** Pairs of a word and what it is. */
export function Facts({ facts }: { facts: readonly (Fact | null | false)[] }) {
  return (
    <dl className="m-0 flex flex-col gap-2">
      {facts.map((fact, at) =>
        fact ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the facts of one list keep their order
          <div key={at} className="flex flex-wrap items-baseline justify-between gap-x-5">
            <dt className="text-soft">{fact[0]}</dt>
            <dd className="num m-0 ml-auto text-right font-semibold">{fact[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
