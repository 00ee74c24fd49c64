// SPDX-License-Identifier: AGPL-3.0-or-later

/** A text without what no XML may have: one such character, and a reader takes nothing of the whole feed. */
export const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text where markup is expected, which the titles of entries are: none of it is taken for any. */
export const asHtml = (text: string): string =>
  text.replaceAll(/[&<>]/g, (one) => ENTITIES[one] ?? one)
