// SPDX-License-Identifier: AGPL-3.0-or-later
import { cooperative } from './01-cooperative.ts'
import { statutes } from './02-statutes.ts'
import { membership } from './03-membership.ts'
import { assembly } from './04-assembly.ts'
import { registrar } from './05-registrar.ts'
import { phyle } from './06-phyle.ts'
import { fund } from './07-fund.ts'
import { bonds } from './08-bonds.ts'
import { commons } from './09-commons.ts'
import { licences } from './10-licences.ts'
import { phyleRegistrar } from './11-phyle-registrar.ts'
import { demo } from './12-demo.ts'
import type { Chapter } from './chapter.ts'

/** The whole house, each chapter standing on those before it. */
export const CHAPTERS: readonly Chapter[] = [
  cooperative,
  statutes,
  membership,
  assembly,
  registrar,
  phyle,
  fund,
  bonds,
  commons,
  licences,
  phyleRegistrar,
  demo,
]
