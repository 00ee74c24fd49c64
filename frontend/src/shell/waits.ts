import type { Waits } from './feature.ts'

/** Whether something waits, by what was found where it was asked; undefined: nothing came yet. */
export const waitsIn = (found: number | undefined, isFailed: boolean): Waits =>
  isFailed ? 'unknown' : found === undefined ? 'asked' : found > 0 ? 'yes' : 'no'
