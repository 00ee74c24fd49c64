// SPDX-License-Identifier: AGPL-3.0-or-later
import { NAME_BYTES } from '@phyle/sdk/charter'
import { fold } from '@phyle/sdk/search'
import { longSlugOf, slugOf } from '@phyle/sdk/slug'
import { titleFault } from '@phyle/sdk/title'
import { type Hex, hexToString, size, stringToHex, trim } from 'viem'

/** Whether statutes of ours could have this name. Those of other code may say one without end, for every list. */
export const isName = (name: string): boolean =>
  titleFault(name) === null && size(stringToHex(name)) <= NAME_BYTES

/** The name of a class: UTF-8 in 24 bytes, padded with zeros. */
export const nameOfClass = (name: Hex): string => hexToString(trim(name, { dir: 'right' }))

/** How a co-op is linked to and found, which follows from its name and address alone. */
export const linksOf = (coop: Hex, name: string) => ({
  slug: slugOf(name),
  longSlug: longSlugOf({ coop, name }),
  words: fold(`${name} ${coop}`),
})
