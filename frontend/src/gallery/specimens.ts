import { drawn } from './drawn.tsx'
import { pressed } from './pressed.tsx'
import { said } from './said.tsx'
import type { Specimen } from './specimen.ts'
import { typed } from './typed.tsx'

/** Every part of the app that reads nothing from network or index, in its states. */
export const SPECIMENS: readonly Specimen[] = [...pressed, ...typed, ...said, ...drawn]
