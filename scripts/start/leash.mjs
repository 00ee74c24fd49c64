// SPDX-License-Identifier: AGPL-3.0-or-later
/** Loaded into every child of `npm start`: the child ends with its parent, however the parent ended. */
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
