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

/** How somebody chooses what others call them. */
export const profile = {
  page: {
    menu: 'Your name and picture',
    founding: 'Choose the name that the other founders see',
    title: 'Your name and picture',
    lead: 'Choose what others see in place of your address.',
    signIn: 'Sign in to choose your name.',
    notKnown:
      'Names are kept for members, applicants and founders who have signed. Apply to a co-op first.',
    coops: 'See the co-ops',
    save: 'Sign and save',
    saveHelp: 'It is free: you sign it, and the postbox keeps it.',
    saved: 'Saved. Others see it when they next open a page.',
    unchanged: 'This is what others see now.',
  },
  joining: {
    lead: 'Others see your name and picture in place of your address. You sign them after the application: that is free.',
    saved: 'Your name is kept.',
    failed: 'You have applied, but your name was not kept.',
    again: 'Sign the name again',
  },
  fields: {
    name: 'Name',
    nameHelp: 'Your real name or any other. Everybody can read it.',
    picture: 'Picture',
    pictureHelp: 'It is cut square and made small on this device. Where it was taken is left out.',
    choose: 'Choose a picture',
    change: 'Choose another picture',
    remove: 'Remove the picture',
    yours: 'Your picture',
  },
  erase: {
    button: 'Erase my name and picture',
    title: 'Erase your name and picture?',
    what: 'The postbox deletes both for good. Others then see your address. Copies that somebody made cannot be taken back.',
    now: 'Sign and erase',
    not: 'Keep them',
    done: 'Erased.',
  },
  kept: {
    title: 'What is kept',
    what: 'Your name, your picture and your signature are at the postbox, not on the chain. You can erase them at any time. That you are a member and how you voted is on the chain under your address, and stays.',
  },
  steps: {
    signing: 'Waiting for you to sign in your wallet…',
    sending: 'Keeping it at the postbox…',
  },
  faults: {
    empty: 'Write at least one letter.',
    long: 'This name is too long. Shorten it.',
    hidden: 'The name holds a character that nobody can see. Type it again.',
    address: 'A name must not look like an address or a domain.',
    marks: 'The name has too many marks on one letter.',
    picture: 'This picture cannot be read. Choose a PNG, JPEG or WebP.',
    large: 'This picture is too large. Choose one of less than 20 MB.',
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
