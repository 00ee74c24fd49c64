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
