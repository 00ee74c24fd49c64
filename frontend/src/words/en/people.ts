export const people = {
  unnamed: 'An address that nobody has named yet',
  nameIt: 'Name it for yourself',
  nameHelp: 'Kept on this device only.',
  remember: 'Remember the name',
} as const
