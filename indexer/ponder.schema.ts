// SPDX-License-Identifier: AGPL-3.0-or-later
/** The tables of all chapters: one line a chapter. */

export * from './src/assembly/schema.ts'
export * from './src/bonds/schema.ts'
export * from './src/budget/schema.ts'
export * from './src/commons/schema.ts'
export * from './src/cooperative/schema.ts'
export * from './src/fund/schema.ts'
export * from './src/licences/schema.ts'
export * from './src/membership/schema.ts'
export * from './src/notice/schema.ts'
export * from './src/phyle/schema.ts'
export * from './src/statutes/schema.ts'
