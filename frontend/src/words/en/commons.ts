import type { SpdxRight } from '@phyle/sdk/spdx-rights'

export const commons = {
  publicLicence: {
    allows: {
      FREE: (licence) =>
        `Its public licence, ${licence}, already allows everyone to use it commercially, free of charge. You need no permission for that.`,
      SHARE_ALIKE: (licence) =>
        `Its public licence, ${licence}, already allows commercial use, free of charge, as long as you share what you make from it under the same licence.`,
      RESERVED: (licence) => `Its public licence, ${licence}, does not allow commercial use.`,
      UNKNOWN: (licence) =>
        `We do not know what its public licence, “${licence}”, allows. Read it first: it may already allow what you plan.`,
    } satisfies Record<SpdxRight | 'UNKNOWN', (licence: string) => string>,
    offered: {
      FREE: 'What is offered here is a separate permission on the terms of its steward, for those who want one.',
      SHARE_ALIKE: 'What is offered here is a second licence, for those who cannot share alike.',
      RESERVED: 'For that you need the permission offered here.',
      UNKNOWN: '',
    } satisfies Record<SpdxRight | 'UNKNOWN', string>,
  },
  commons: {
    title: 'Commons',
    lead: 'Works that anyone may look at and many may use for free, and machines that belong to all.',
    works: 'Works',
    machines: 'Machines',
    search: 'Search the commons',
    searchHelp: 'A name, what it is for, who made it or who uses it.',
    noneFound: (text: string) => `Nothing here matches “${text}”. Try a shorter word.`,
    noWorks:
      'No work is registered yet. A co-op registers designs, software and texts under a free licence; they appear here.',
    noMachines:
      'There is no machine yet. When a bond offer is fully funded, its machine is bought and appears here.',
    coops: 'See the co-ops',
    bonds: 'See the bond offers',
    of: (steward: string) => `looked after by ${steward}`,
    usedBy: (coop: string) => `used by ${coop}`,
    earned: (amount: string) => `earned ${amount} so far`,
    paidBack: 'repaid',
    priceUpTo: (amount: string) => `firms: up to ${amount} a year`,
    freeForAll: 'free for everybody',
    version: (version: string) => (version === '' ? '' : `version ${version}`),
  },
  work: {
    over: (id: string, steward: string) => `Work ${id} · ${steward}`,
    mayI: 'May I use this?',
    mayINote: 'The answer comes at once, with its price. Asking costs nothing.',
    about: 'About it',
    version: 'Version',
    licence: 'Licence',
    licensor: 'Made by',
    steward: 'Looked after by',
    registered: 'Registered',
    links: 'Where it is',
    content: 'Content (CID)',
    copyCid: 'Copy the CID',
    copied: 'The CID is copied.',
    contentNote: 'The fingerprint of its files: the same files always have the same fingerprint.',
    digest: 'sha-256',
    termsTitle: 'Terms',
    noTerms: 'Its steward asks for no payment. Use it under its public licence.',
    freeAlways:
      'Free for people who earn nothing with it, for small firms, for bodies for the common good, for the co-ops of the federation and their members.',
    price: 'Firms pay by size, a year',
    size: 'yearly turnover',
    pays: 'price of a year',
    splits: (steward: string, parents: string, fund: string) =>
      `Of each payment ${steward} goes to its steward, ${parents} to the works it builds on and ${fund} to everyone’s fund.`,
    splitsNoParents: (steward: string, fund: string) =>
      `Of each payment ${steward} goes to its steward and ${fund} to everyone’s fund.`,
    points: (points: string, attesters: string) =>
      `Those who help to build it pay less: ${points} points, given by at least ${attesters === '1' ? 'one person' : `${attesters} people`}, make it free even for the largest firms.`,
    window: (time: string) => `A payment can be taken back for ${time}.`,
    grace: (time: string) =>
      `A permission can be renewed without a gap until ${time} after its end.`,
    notice: (time: string) =>
      `Terms that are worse for you are announced ${time} before they apply.`,
    changeDate: (when: string) => `From ${when} on it is free for everybody.`,
    coming: (when: string) => `New terms apply from ${when}.`,
    legalText: 'Read the legal text',
    legalMissing: 'The postbox does not have the legal text. Its fingerprint:',
    earlier: 'Earlier terms',
    releases: 'Releases',
    thisOne: 'this one',
    parents: 'What it builds on',
    noParents: 'Nothing registered here.',
    children: 'What builds on it',
    permissions: 'Permissions given',
    noPermissions: 'Nobody has a permission yet. The first ones will appear here.',
    who: 'who',
    ground: 'ground',
    until: 'until',
    paid: 'paid',
    contributions: 'Who contributed',
    noContributions:
      'No contribution has been attested yet. The steward names the people who attest them.',
    pointsColumn: 'points',
    matures: 'count from',
    attesters: 'They may attest contributions',
    missing: 'There is no work with this number.',
  },
} as const
