// SPDX-License-Identifier: AGPL-3.0-or-later
/** The chapters that do something in a relay: one line a chapter. */

export * as assembly from './assembly/chapter.ts'
export * as bonds from './bonds/chapter.ts'
export * as cooperative from './cooperative/chapter.ts'
export * as fund from './fund/chapter.ts'
export * as licences from './licences/chapter.ts'
export * as membership from './membership/chapter.ts'
export * as phyle from './phyle/chapter.ts'
