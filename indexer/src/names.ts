// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Hex, hexToString, trim } from 'viem'

/** The name of a class: UTF-8 in 24 bytes, padded with zeros. */
export const nameOfClass = (name: Hex): string => hexToString(trim(name, { dir: 'right' }))
