/** The frame around every page, and the words that several chapters share. */
export const shell = {
  name: 'Phyle',
  skip: 'Skip to the page',
  menu: 'Menu',
  close: 'Close',
  pages: 'Pages',
  nav: {
    forYou: 'For you',
    decisions: 'Decisions',
    coop: 'Co-op',
    bonds: 'Bonds',
    money: 'My money',
    commons: 'Commons',
    mayI: 'May I use this?',
    check: 'Check a permission',
    federation: 'Federation',
    found: 'Start a co-op',
    help: 'Help and words',
  },
  footer: {
    figures: (when: string) => `Figures from ${when}.`,
    example:
      'This is an example federation. The co-ops are named after real ones, which take no part in it; all people are invented.',
    theme: 'Colours',
    themes: { auto: 'Same as my device', light: 'Light', dark: 'Dark' },
  },
  signIn: {
    button: 'Sign in',
    title: 'Sign in',
    example: 'Try it as one of the example people',
    exampleHelp:
      'This is a practice chain: nothing here is worth anything. Before anything is signed, you see what a wallet would show, and you confirm it.',
    find: 'Find a person',
    findHelp: 'By name, co-op or group.',
    lately: 'Recent',
    noCoop: 'In no co-op',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    nobody: (text: string) => `Nobody here matches “${text}”.`,
    wallet: 'With my wallet',
    noWallet:
      'No wallet was found in this browser. Install one that you trust as an extension, then open this page again.',
    thisBrowser: 'The wallet of this browser',
    openIn: 'Open this page in the wallet on your phone:',
    noWalletPhone:
      'No wallet was found in this browser. Open this page in the browser of a wallet that you trust.',
    asking: (wallet: string) => `Open ${wallet}: it asks whether this page may see your address.`,
    signedIn: (name: string) => `Signed in as ${name}`,
    me: 'Your account: ',
    out: 'Sign out',
    change: 'Switch person',
    coops: 'Your co-ops. You are looking at:',
    shown: 'shown',
    readOnly: 'You can read everything without signing in.',
    needed: 'Sign in to do this',
  },
  /** What an example person is shown before they sign, in place of a wallet. */
  practice: {
    title: (person: string) => `${person}, please confirm`,
    lead: {
      sign: 'You are asked to sign this. A signature costs nothing.',
      signText: 'You are asked to sign this. A signature costs nothing.',
      send: 'You are asked to send this to the network.',
    },
    what: 'With a real wallet, the wallet itself shows this. Read it there too: it is what you agree to.',
    confirm: 'Confirm',
    reject: 'Reject',
    text: 'Text',
    to: 'To',
    coin: 'Coin sent along',
    none: 'none',
    nobody: 'a new contract',
    unknownCall: 'Something that this page cannot read',
  },
  banners: {
    services: {
      late: (when: string) =>
        `The overview is behind: it shows how things were ${when}. Voting and collecting money still work.`,
      lateAlone: (when: string) =>
        `The overview is behind: it shows how things were ${when}. The postbox that carries votes for free does not answer. You can still vote and collect money: you send it yourself, for a small network fee.`,
      /** By what is the matter with the postbox. */
      postboxes: {
        down: 'The postbox does not answer.',
        node: 'The postbox answers, but it does not hear the network, so it carries no votes until it does.',
        clock:
          'The postbox answers, but it has seen nothing new of the network for a while, so it cannot promise that a vote arrives in time.',
        purse: 'The postbox answers, but it cannot pay for sending votes at the moment.',
        store: 'The postbox answers, but it has no room to keep votes at the moment.',
        other: 'The postbox answers, but it cannot carry votes at the moment.',
      },
      sendYourself: 'You can send your vote yourself, for a small network fee.',
      /** By what does not answer. */
      down: {
        overview:
          'The overview does not answer, so lists may be missing or old. Voting and collecting money still work.',
        postbox:
          'The postbox that carries votes for free does not answer. You can send your vote yourself, for a small network fee.',
        'overview postbox':
          'Neither the overview nor the postbox answers, so lists may be missing or old. You can still vote and collect money: you send it yourself, for a small network fee.',
        network:
          'The network does not answer. You can read; nothing can be sent until it answers again.',
        'network overview':
          'Neither the network nor the overview answers. Nothing new can be shown, and nothing can be sent, until they answer again.',
        'network postbox':
          'Neither the network nor the postbox answers. You can read; nothing can be sent until they answer again.',
        'network overview postbox':
          'Nothing answers; perhaps this device has no connection. Nothing new can be shown, and nothing can be sent, until it has one. What was recorded is safe.',
      },
      from: (when: string) => `What you see is from ${when}.`,
      offline: (when: string) =>
        `You are offline. What you see is as of ${when}, as this device kept it. You can read; nothing can be sent until there is a connection.`,
    },
    older:
      'This page was opened without a connection, so it may be an older one. There is a connection now: load the page again before you sign anything.',
    reload: 'Load the page again',
    wrongChain: (name: string) =>
      `Your wallet is on another network. This federation is on ${name}.`,
    switch: (name: string) => `Switch to ${name}`,
    notSwitched: (name: string) =>
      `Your wallet did not switch. Choose ${name} in the wallet itself, or sign in another way.`,
  },
  time: {
    title: 'Move time on',
    now: (when: string) => `It is ${when} on this practice chain.`,
    hour: 'An hour',
    day: 'A day',
    week: 'A week',
    month: 'A month',
    toClose: 'To the close of this vote',
    toCarry: 'To the moment it can be carried out',
    toEpoch: 'To the end of the earning month',
    moved: (when: string) => `It is now ${when}.`,
    help: 'Only here: on a real network time passes by itself.',
  },
  act: {
    preparing: 'Checking that this will work…',
    signing: 'Waiting for you to confirm in your wallet…',
    sending: 'Sending…',
    confirming: 'Sent. Waiting for the network to record it…',
    done: 'Done.',
    again: 'Try again',
  },
  loading: 'Loading…',
  slow: 'This is taking longer than usual. We are trying again.',
  details: 'Details',
  optional: 'optional',
  clear: 'Clear',
  draft: {
    from: (when: string) => `Your draft from ${when}. It is kept on this device only.`,
    throw: 'Discard it',
  },
  noneFound: 'Nothing in the list matches.',
  copied: 'Copied',
  notCopied: 'Your browser did not allow copying. Select the text and copy it yourself.',
  copy: (what: string) => `Copy ${what}`,
  address: 'address',
  asTable: 'The same as a table',
  notFound: {
    title: 'This page does not exist',
    what: 'The link may be old or cut short.',
    now: 'Go to what needs you',
  },
  failed: {
    title: 'This page could not be shown',
    now: 'Reload the page',
  },
  noSettings: {
    title: 'This app was not told which network to use',
    what: 'The file settings.json beside the page is missing or not valid.',
    now: 'Whoever put the page up can add it: see docs/operating.md.',
  },
} as const

/** Why an act was not done, and what can be done now. */
export const refusals = {
  rejected: {
    why: 'You did not confirm it in your wallet.',
    now: 'Nothing was sent. You can try again at any time.',
  },
  noMoneyForFee: {
    why: 'Your wallet has nothing to pay the network fee with.',
    now: 'Add a little of the network’s own coin, or ask someone in your co-op to send it for you.',
  },
  network: {
    why: 'The network did not answer.',
    now: 'Check your connection and try again.',
  },
  /** An act that had asked no wallet yet. */
  beforeSending: {
    why: 'The network did not answer.',
    now: 'Nothing was sent. Check your connection and try again.',
  },
  /** Between two calls of one act. */
  rejectedLater: {
    why: 'You did not confirm this step in your wallet.',
    now: 'This step was not sent. What you confirmed before it stands. You can try again at any time.',
  },
  networkLater: {
    why: 'The network did not answer.',
    now: 'This step was not sent. What you confirmed before it stands. Check your connection and try again.',
  },
  index: {
    why: 'The overview did not answer.',
    now: 'Wait a moment and try again. You can vote and collect money without it.',
  },
  relay: {
    why: 'The postbox did not answer.',
    now: 'Wait a moment and try again.',
  },
  relayRefused: (reason: string) => ({
    why: `The postbox did not accept it: ${reason}`,
    now: 'Check it and sign again, or send it yourself for a small network fee.',
  }),
  wrongChain: (name: string) => ({
    why: 'Your wallet is on another network.',
    now: `Switch it to ${name} and try again.`,
  }),
  signedOut: { why: 'You are not signed in.', now: 'Sign in at the top of the page.' },
  missing: {
    why: 'Nothing here has this number.',
    now: 'Check the link, or look in the list.',
  },
  unknown: {
    why: 'It did not work, and we do not know why.',
    now: 'Try again. If it happens again, send the details to whoever runs this page.',
  },
} as const
