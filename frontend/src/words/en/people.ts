export const people = {
  unnamed: 'An address that nobody has named yet',
  nameIt: 'Name it for yourself',
  nameHelp: 'Kept on this device only.',
  remember: 'Remember the name',
  choose: 'Choose somebody',
  other: 'Somebody else',
  theirAddress: 'Their address',
  notAnAddress: 'This is not an address.',
  twin: (name: string, address: string) => `${name} (${address})`,
  twinWarning: 'Somebody else has a name that looks the same. Compare the address.',
  callsThemself: (name: string) => `They call themselves ${name}.`,
  /** Who says that somebody is called so. */
  sources: {
    reader: 'You gave this name. Only you see it.',
    house: '',
    chosen: 'They chose this name themselves. It does not prove who they are.',
    example: 'A person of the example.',
    ens: 'The name of this address in ENS. It does not prove who they are.',
  },
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
