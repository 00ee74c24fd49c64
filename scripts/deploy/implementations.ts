// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a co-op is made of, in the order in which Registrar takes them. */
export const ORGANS = ['Cooperative', 'Statutes', 'Membership', 'Assembly'] as const

/** What a phyle is made of beside its root, in the order of `IPhyleRegistrar.Singleton`. */
export const SINGLETONS = [
  'Phyle',
  'CommonsFund',
  'CommonsBonds',
  'Works',
  'Machines',
  'Licences',
  'Contributions',
] as const
