/** The material commons: machines that belong to all. */
export const machines = {
  register: {
    title: 'Machines',
    what: 'Bought with bonds, owned by all cooperators, each lent to one co-op.',
    none: 'No machine was bought yet. When enough cooperators lend for one, it is entered here.',
    see: 'See the bond offers',
    name: 'machine',
    user: 'used by',
    fees: 'use fees',
    repaid: 'lenders repaid',
    free: 'lent free',
    upToDate: 'paid',
    behind: (amount: string) => `${amount} late`,
  },
  page: {
    over: (id: string, coop: string) => `Machine ${id} · lent to ${coop}`,
    lead: (federation: string, coop: string) =>
      `It belongs to all cooperators of ${federation} and works in ${coop}. Nobody can sell it.`,
    leadUnnamed: (coop: string) =>
      `It belongs to all cooperators of the federation and works in ${coop}. Nobody can sell it.`,
  },
  fees: {
    title: 'Use fees',
    paid: (amount: string) => `${amount} paid`,
    due: (amount: string, often: string) => `${amount} due until now, ${often}`,
    none: 'It is lent free of charge: no use fee is due.',
    behind: (amount: string) => `${amount} is late.`,
    even: 'Everything due until now is paid.',
    ahead: (when: string) => `Paid ahead, until ${when}.`,
    next: (amount: string, when: string) => `The next ${amount} is due on ${when}.`,
    history: 'What was paid for it',
    nothing: 'Nothing was paid yet.',
    when: 'when',
    who: 'by whom',
    amount: 'amount',
    toLenders: 'to who lent',
    toShare: 'to the equal share',
    toReserve: 'to the reserve',
  },
  repaid: {
    title: 'Who lent for it',
    line: (paid: string, most: string) => `${paid} of ${most} repaid`,
    done: 'Everybody who lent was paid all they can get.',
    see: 'See the bond offer',
    after: 'What happens after',
    now: 'What happens with what it earns now',
    split: (heads: string, reserve: string) =>
      `${heads} of each use fee becomes the equal share of every cooperator, ${reserve} goes to the reserve of the federation.`,
    splitBonds: (heads: string, reserve: string, bonds: string) =>
      `${heads} of each use fee becomes the equal share of every cooperator, ${reserve} goes to the reserve, ${bonds} to offers that the federation stands behind.`,
    until:
      'Until everything is repaid, all use fees go to those who lent. Then it stays where it is and goes on working for everybody:',
    free: 'It earns nothing. Only common income can pay back those who lent, where the federation stands behind the offer.',
    leaves:
      'If the co-op leaves the federation it keeps the machine on the same terms until everything is repaid.',
  },
  facts: {
    title: 'About it',
    price: 'Price',
    bought: 'Bought',
    fee: 'Use fee',
    free: 'none',
    user: 'Used by',
    noDocument: 'The description could not be fetched. Its fingerprint is on the network.',
    fingerprint: 'Fingerprint of the description',
  },
  pay: {
    title: 'Pay a use fee',
    what: 'Anyone may pay it, from their own wallet.',
    coop: 'A co-op pays from its account by a decision of its members.',
    propose: 'Propose to pay it',
    amount: 'How much',
    overCash: (have: string) => `Your wallet holds ${have}. Choose at most that.`,
    button: (amount: string) => `Pay ${amount}`,
    empty: 'Pay',
    note: (have: string) =>
      `One signature, one payment. You have ${have}. It cannot be taken back.`,
    done: (amount: string) => `${amount} is paid. It went on to those it belongs to at once.`,
  },
} as const
