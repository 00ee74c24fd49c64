export const people = {
  unnamed: 'An address that nobody has named yet',
  nameIt: 'Name it for yourself',
  nameHelp: 'Kept on this device only.',
  remember: 'Remember the name',
  choose: 'Choose somebody',
  other: 'Somebody else',
  theirAddress: 'Their address',
  notAnAddress: 'This is not an address.',
} as const

/** The contracts of the federation, as people speak of them. */
export const contracts = {
  fund: 'the common fund',
  bonds: 'the register of bonds',
  works: 'the register of works',
  machines: 'the register of machines',
  licences: 'the register of permissions',
  contributions: 'the register of contributions',
  cash: 'the currency',
} as const
