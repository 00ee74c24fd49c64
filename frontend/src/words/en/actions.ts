/** What one call of a decision does, as it goes on after "If this passes,". */
export const actions = {
  grounds: {
    wage: 'as a wage',
    invoice: 'for an invoice',
    expense: 'for expenses',
    refund: 'as a refund',
    'share interest': 'as interest on shares',
    surplus: 'as a share of the surplus',
  },
  coins: (amount: string) => `${amount} of the network's own coin`,
  tokens: (amount: string, token: string) => `${amount} units of ${token}`,
  pay: (amount: string, to: string, ground: string) =>
    `**${amount}** goes from the co-op's account to **${to}** ${ground}.`,
  transfer: (amount: string, to: string) =>
    `**${amount}** goes from the co-op's account to **${to}**.`,
  approve: (amount: string, to: string) =>
    `**${to}** may take up to **${amount}** from the co-op's account.`,
  admit: (names: string, group: string) =>
    `**${names}** becomes a member, in the group **${group}**.`,
  refuse: (name: string) => `the application of **${name}** is refused, with a reason.`,
  changeClass: (name: string, group: string) => `**${name}** moves to the group **${group}**.`,
  setRule: (kind: string, rule: string, quorum: string, periods: string) =>
    `the rule for **${kind}** decisions changes. It then reads: **${rule}** ${quorum} ${periods}`,
  setKind: (what: string, kind: string) => `**${what}** needs a **${kind}** decision from now on.`,
  setShares: (shares: string) => `control is divided anew: **${shares}**.`,
  addClass: (name: string) => `a new group of members is made: **${name}**.`,
  setPurpose: 'the purpose of the co-op is replaced by **another document**.',
  raiseLock: (lock: string) => `the lock on the co-op's assets rises to **${lock}**, for ever.`,
  setName: (name: string) => `the co-op is called **${name}** from now on.`,
  setAdmission: (policy: string) => `new members are admitted **${policy}**.`,
  setCooling: (time: string) => `a lost motion may come back after **${time}**.`,
  setEffects: 'the co-op reports on **another list of effects** each year.',
  adoptOrgans: 'the co-op moves to **new contracts**; purpose and lock stay.',
  float: (title: string, amount: string, price: string, supplier: string) =>
    `bonds for **${title}** are offered: up to **${amount}**, of which ${price} go to **${supplier}**.`,
  endorse: (id: string) => `common income also repays **bond offer ${id}**.`,
  social: (year: string) => `the social account of **${year}** is filed.`,
  books: (year: string) => `the books of **${year}** are filed.`,
  rent: (amount: string, machine: string) =>
    `**${amount}** is paid into the common fund for the use of **machine ${machine}**.`,
  levy: (amount: string) => `**${amount}** is paid into the common fund as a levy.`,
  gift: (amount: string) => `**${amount}** is given to the common fund.`,
  giveNotice: 'the co-op **gives notice** to the federation.',
  spendReserve: (amount: string, to: string) =>
    `**${amount}** goes from the common reserve to **${to}**.`,
  worksDelegate: (name: string) => `**${name}** may register works for the co-op.`,
  offer: (work: string, price: string) =>
    `terms for work ${work} are offered: **${price} a year** for the largest firms.`,
  text: '**nothing is paid or changed by the network**: the co-op adopts the text below.',
  unknown: (target: string) => `an **unknown call** is made to **${target}**.`,
  policies: { byDecision: 'by decision', bySponsors: (count: number) => `by ${count} sponsors` },
  locks: ['none', 'common ownership', 'full'],
} as const
