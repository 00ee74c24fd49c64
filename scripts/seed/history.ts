// SPDX-License-Identifier: AGPL-3.0-or-later
/** How far before today the example begins; the local chain starts there. */
export const HISTORY_DAYS = 120
