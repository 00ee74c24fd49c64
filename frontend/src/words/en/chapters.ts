/** Chapters: contracts that a co-op or a federation opens, so that its account can use them. */
export const chapters = {
  check: {
    unknown: (address: string) => `Nobody here knows the contract at ${address}.`,
    unknownWhy:
      'Its address and its code are not among those that this site was set up with. It may be good, and it may be written to take what the co-op puts into it. A contract can also pass its work on to another one that is changed later. Ask who checked it before you vote for it.',
    none: (address: string) => `There is no contract at ${address}.`,
    unread: (address: string) => `The contract at ${address} could not be looked at just now.`,
    known: (name: string) => `This site knows the contract: it is “${name}”, with the same code.`,
  },
  form: {
    what: 'What is to be done?',
    acts: {
      open: {
        name: 'Open a chapter',
        help: 'The account of the co-op can use it by decisions from then on.',
      },
      close: {
        name: 'Close a chapter',
        help: 'Possible once nothing of the co-op is in it any more.',
      },
      accept: {
        name: 'Accept the chapters of the federation',
        help: 'All that it has opened, and all that it opens later.',
      },
      openForAll: {
        name: 'Open a chapter for all co-ops',
        help: 'Every co-op that accepts the federation’s chapters can use it.',
      },
      replace: {
        name: 'Replace a chapter for all co-ops',
        help: 'What is in the old one can be taken out; nothing more goes in.',
      },
    },
    address: 'Address of the chapter',
    addressHelp: '0x and 40 characters, as whoever wrote the chapter publishes it.',
    wrong: 'This is not an address.',
    noName: 'At this address there is no chapter: it does not say its name.',
    called: (name: string) => `It calls itself “${name}”.`,
    accepted: 'The co-op accepts the chapters of this federation already.',
    noFederation: 'The co-op belongs to no federation here.',
    titles: {
      open: (name: string) => `Open the chapter ${name}`,
      close: (name: string) => `Close the chapter ${name}`,
      accept: (federation: string) => `Accept the chapters of ${federation}`,
      openForAll: (name: string) => `Open the chapter ${name} for all co-ops`,
      replace: (name: string) => `Replace the chapter ${name} for all co-ops`,
    },
  },
} as const
