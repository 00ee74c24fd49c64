// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where a contract is noted in `deployments/<chainId>.json`. */
export type Shelf = 'implementations' | 'registrars' | 'demo'

/** What a chapter may do: put a contract in its place, and read the place of one put before. */
export interface Site {
  readonly chainId: number
  readonly put: (shelf: Shelf, name: string, args?: readonly unknown[]) => Promise<void>
  readonly addressOf: (name: string) => string
}

/** The contracts of one chapter of the house, in the order in which they need each other. */
export interface Chapter {
  readonly title: string
  readonly deploy: (site: Site) => Promise<void>
}
