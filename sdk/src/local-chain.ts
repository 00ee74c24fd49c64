// SPDX-License-Identifier: MIT

/** The id of the chain that runs on one's own machine: worth nothing, and begun anew at every start. */
export const LOCAL_CHAIN = 31_337
