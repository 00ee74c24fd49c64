// SPDX-License-Identifier: AGPL-3.0-or-later
/** The routes of all chapters: one line a chapter. */

export { routes as assembly } from './assembly/routes.ts'
export { routes as bonds } from './bonds/routes.ts'
export { routes as budget } from './budget/routes.ts'
export { routes as commons } from './commons/routes.ts'
export { routes as cooperative } from './cooperative/routes.ts'
export { routes as fund } from './fund/routes.ts'
export { routes as licences } from './licences/routes.ts'
export { routes as membership } from './membership/routes.ts'
export { routes as notice } from './notice/routes.ts'
export { routes as phyle } from './phyle/routes.ts'
export { routes as statutes } from './statutes/routes.ts'
