// SPDX-License-Identifier: AGPL-3.0-or-later
/** The steps of a deployment, each chapter standing on those before it: one line a chapter. */

export { cooperative as step01 } from './01-cooperative.ts'
export { statutes as step02 } from './02-statutes.ts'
export { membership as step03 } from './03-membership.ts'
export { assembly as step04 } from './04-assembly.ts'
export { registrar as step05 } from './05-registrar.ts'
export { phyle as step06 } from './06-phyle.ts'
export { fund as step07 } from './07-fund.ts'
export { bonds as step08 } from './08-bonds.ts'
export { commons as step09 } from './09-commons.ts'
export { licences as step10 } from './10-licences.ts'
export { phyleRegistrar as step11 } from './11-phyle-registrar.ts'
export { demo as step12 } from './12-demo.ts'
export { notice as step13 } from './13-notice.ts'
export { budget as step14 } from './14-budget.ts'
