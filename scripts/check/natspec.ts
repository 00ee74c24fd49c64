// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Declaration, type Described, describedBelow } from '../docs/natspec.ts'
import type { Check } from './check.ts'

const DESCRIBED: readonly Declaration['kind'][] = ['function', 'event', 'error']

/** What the interfaces leave undescribed, each with its place. */
export function undescribed(all: readonly Described[]): readonly string[] {
  return all
    .filter(({ kind }) => kind === 'interface')
    .flatMap(({ file, name, declarations }) =>
      declarations
        .filter(({ kind, notes }) => DESCRIBED.includes(kind) && saysNothing(notes))
        .map((one) => `${file}:${one.line}: ${one.kind} ${name}.${one.name} has no @notice`),
    )
}

const saysNothing = ({ notice, inherited }: Declaration['notes']) =>
  notice === '' && inherited === undefined

export const natspec: Check = {
  title: 'Every function, event and error of an interface has a @notice',
  async problems() {
    return undescribed(await describedBelow('contracts'))
  },
}
