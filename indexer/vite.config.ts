// SPDX-License-Identifier: AGPL-3.0-or-later
/** Ponder loads the index through Vite, which would watch every file that the embedded database writes. */
export default { server: { watch: null } }
