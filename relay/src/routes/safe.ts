// SPDX-License-Identifier: AGPL-3.0-or-later
/** With what comes from anybody: a browser believes the type, runs nothing, and frames it nowhere. */
export const SAFE = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const
