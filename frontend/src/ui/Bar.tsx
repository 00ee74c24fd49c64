import { cx } from './cx.ts'

export interface Part {
  /** Share of the whole bar, 0 to 1. */
  readonly share: number
  readonly tone: 'for' | 'against' | 'abstain' | 'none' | 'accent'
}

interface BarProps {
  parts: readonly Part[]
  /** Where the line is that must be crossed, 0 to 1. */
  line?: number
  tall?: boolean
}

const tones = {
  for: 'bg-green',
  against: 'bg-brick',
  abstain: 'bg-edge',
  none: 'hatched',
  accent: 'bg-accent',
} as const

/** A bar with the line that must be crossed. The numbers beside it carry the meaning. */
export function Bar({ parts, line, tall }: BarProps) {
  return (
    <div className="relative w-full" aria-hidden="true">
      <div
        className={cx('flex overflow-hidden rounded-md bg-track', tall ? 'h-[30px]' : 'h-[22px]')}
      >
        {parts.map((part, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one bar keep their order
            key={at}
            className={cx('block h-full transition-[width] duration-500', tones[part.tone])}
            style={{ width: `${Math.max(0, Math.min(1, part.share)) * 100}%` }}
          />
        ))}
      </div>
      {line !== undefined && (
        <span
          className="absolute -top-[7px] -bottom-[7px] w-0.5 bg-ink"
          style={{ left: `calc(${line * 100}% - 1px)` }}
        />
      )}
    </div>
  )
}
