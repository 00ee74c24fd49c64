// SPDX-License-Identifier: MIT
import { numbersOf } from '../numbers.ts'

/** `Source`: where income of the commons comes from. */
export const SOURCES = ['machine', 'licence', 'levy', 'gift'] as const
export type Source = (typeof SOURCES)[number]
export const SOURCE = numbersOf(SOURCES)

export const enums = { Source: SOURCES }
