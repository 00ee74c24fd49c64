// SPDX-License-Identifier: MIT
/**
 * What a public licence already allows a firm that wants to earn with a work.
 *
 * Shapes: an SPDX licence expression as Works keeps it, such as `CERN-OHL-S-2.0 OR MIT`; the identifiers
 * are matched exactly. Source: design 7 (nothing is sold that is free already), SPDX licence list.
 */
import parse from 'spdx-expression-parse'
import type { Right } from './chapters/commons/enums.ts'

/**
 * FREE: commercial use is allowed, and nothing of one's own has to be shared.
 * SHARE_ALIKE: commercial use is allowed if what is made of it is shared under the same licence.
 * RESERVED: commercial use is kept back.
 */
export type SpdxRight = Exclude<Right, 'UNKNOWN'>

const CC_VERSIONS = ['1.0', '2.0', '2.5', '3.0', '4.0']
const ofCreativeCommons = (kind: string) => CC_VERSIONS.map((version) => `CC-${kind}-${version}`)
/** A licence of the GNU family in its present and its earlier identifiers. */
const ofGnu = (name: string) => [name, `${name}-only`, `${name}-or-later`]

const RIGHTS: Readonly<Record<SpdxRight, readonly string[]>> = {
  FREE: [
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BSL-1.0',
    ...ofCreativeCommons('BY'),
    'CC0-1.0',
    'CERN-OHL-P-2.0',
    'ECL-2.0',
    'FSFAP',
    'ISC',
    'MIT',
    'MIT-0',
    'SHL-0.5',
    'SHL-0.51',
    'Unlicense',
    'WTFPL',
    'Zlib',
  ],
  SHARE_ALIKE: [
    ...ofGnu('AGPL-3.0'),
    ...ofCreativeCommons('BY-SA'),
    'CERN-OHL-1.1',
    'CERN-OHL-1.2',
    'CERN-OHL-S-2.0',
    'CERN-OHL-W-2.0',
    'EPL-2.0',
    'EUPL-1.1',
    'EUPL-1.2',
    ...ofGnu('GFDL-1.3'),
    ...ofGnu('GPL-2.0'),
    ...ofGnu('GPL-3.0'),
    ...ofGnu('LGPL-2.1'),
    ...ofGnu('LGPL-3.0'),
    'MPL-2.0',
    'MS-PL',
    'ODbL-1.0',
    'OFL-1.1',
    'TAPR-OHL-1.0',
  ],
  RESERVED: [
    'BUSL-1.1',
    ...ofCreativeCommons('BY-NC'),
    ...ofCreativeCommons('BY-NC-ND'),
    ...ofCreativeCommons('BY-NC-SA'),
    'LicenseRef-CBRL-1.0',
    'PolyForm-Noncommercial-1.0.0',
  ],
}

/** The freest first. */
const ORDER = ['FREE', 'SHARE_ALIKE', 'RESERVED'] as const satisfies readonly SpdxRight[]

const RIGHT_OF: ReadonlyMap<string, SpdxRight> = new Map(
  ORDER.flatMap((right) => RIGHTS[right].map((id) => [id, right] as const)),
)

/** Every identifier in the list. */
export const SPDX_IDS: readonly string[] = [...RIGHT_OF.keys()]

/**
 * What an expression allows; null where that is not known. Twin of `contracts/commons/Rights.sol`, whose list the
 * root of a federation can add to; where the register of works can be asked, it is. Whoever may choose (OR) takes the freest,
 * whoever must keep to all (AND) is held by the strictest. An exception (WITH) only adds permissions.
 */
export function spdxRightOf(expression: string): SpdxRight | null {
  try {
    return rightOf(parse(expression))
  } catch {
    return null
  }
}

function rightOf(part: parse.Info): SpdxRight | null {
  if ('license' in part) return RIGHT_OF.get(part.license) ?? null
  const both = [rightOf(part.left), rightOf(part.right)]
  const order = part.conjunction === 'or' ? ORDER : ORDER.toReversed()
  const [most] = order
  if (most !== undefined && both.includes(most)) return most
  if (both.includes(null)) return null
  return order.find((right) => both.includes(right)) ?? null
}

/** Tells whether it is an expression that licence scanners can read. */
export function isSpdxExpression(expression: string): boolean {
  try {
    parse(expression)
    return true
  } catch {
    return false
  }
}
