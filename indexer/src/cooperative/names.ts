// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '@phyle/sdk/search'
import { longSlugOf, slugOf } from '@phyle/sdk/slug'
import { type Hex, hexToString, trim } from 'viem'

/** The name of a class: UTF-8 in 24 bytes, padded with zeros. */
export const nameOfClass = (name: Hex): string => hexToString(trim(name, { dir: 'right' }))

/** How a co-op is linked to and found, which follows from its name and address alone. */
export const linksOf = (coop: Hex, name: string) => ({
  slug: slugOf(name),
  longSlug: longSlugOf({ coop, name }),
  words: fold(`${name} ${coop}`),
})
