import { list } from '../format.ts'
import type { RuleChange } from './rules.ts'

/** What one call of a decision does, as it goes on after "If this passes,". */
export const actions = {
  grounds: {
    WAGE: 'as a wage',
    INVOICE: 'for an invoice',
    EXPENSE: 'for expenses',
    REFUND: 'as a refund',
    SHARE_INTEREST: 'as interest on shares',
    SURPLUS: 'as a share of the surplus',
  },
  coins: (amount: string) => `${amount} of the network's own coin`,
  tokens: (amount: string, token: string) => `${amount} units of ${token}`,
  pay: (amount: string, to: string, ground: string) =>
    `the co-op pays **${amount}** from its account to **${to}**${ground === '' ? '' : ` ${ground}`}.`,
  transfer: (amount: string, to: string) =>
    `the co-op sends **${amount}** from its account to **${to}**.`,
  approve: (amount: string, to: string) =>
    `**${to}** may take up to **${amount}** from the co-op's account.`,
  approveAll: (token: string, to: string) =>
    `**${to}** may take **any amount** of ${token} from the co-op's account, at any time.`,
  approveNone: (to: string) => `**${to}** may no longer take anything from the co-op's account.`,
  transferFrom: (amount: string, from: string, to: string) =>
    `**${amount}** is moved from **${from}** to **${to}**, if ${from} has allowed it.`,
  admit: (names: string, count: number, group: string) =>
    count === 1
      ? `**${names}** becomes a member, in the group **${group}**.`
      : `**${names}** become members, in the group **${group}**.`,
  refuse: (name: string) => `the application of **${name}** is refused, with a reason.`,
  changeClass: (name: string, group: string) => `**${name}** moves to the group **${group}**.`,
  setRule: (kind: string, whole: string) =>
    `the rule for **${kind}** decisions changes. It then reads: ${whole}`,
  changeRule: (kind: string, changes: readonly RuleChange[], whole: string) =>
    `the rule for **${kind}** decisions changes: ${list(changes.map(({ name, from, to }) => `**${name} from ${from} to ${to}**`))}. It then reads: ${whole}`,
  wholeRule: (rule: string, quorum: string, periods: string) =>
    `**${rule}** ${quorum} It takes ${periods}`,
  setKind: (what: string, kind: string) => `**${what}** needs **${kind}** from now on.`,
  setKindOf: (call: string, where: string) => `the act “${call}” of ${where}`,
  setShares: (shares: string, most: string) =>
    `control is shared out differently: **${shares}**. No group may have more than ${most}.`,
  addClass: (name: string, share: string) =>
    `a new group of members is made: **${name}**, with ${share} of control.`,
  setPurpose: 'the purpose of the co-op is replaced by **another document**.',
  raiseLock: (lock: string) => `the lock on the co-op's assets rises to **${lock}**, for ever.`,
  setName: (name: string) => `the co-op is called **${name}** from now on.`,
  setAdmission: (policy: string) => `new members are admitted **${policy}** from now on.`,
  setCooling: (time: string) => `what was voted down may be proposed again after **${time}**.`,
  setEffects: 'the co-op reports on **another list of effects** each year.',
  openChapter: (name: string) =>
    `the co-op **opens the chapter ${name}**: its account may use it by decisions from now on, of at least the kind that the chapter itself says.`,
  closeChapter: (name: string) =>
    `the co-op **closes the chapter ${name}**, if nothing of the co-op is left in it.`,
  joinFederation: (name: string) =>
    `the co-op **accepts the chapters of ${name}**: all that it has opened, and all that it will open.`,
  leaveChapters: 'the co-op **accepts no federation’s chapters** any more.',
  fund: (amount: string, chapter: string, ground: string, what: string) =>
    `**${chapter}** may take up to **${amount}** from the co-op's account${ground === '' ? '' : ` ${ground}`}, in this alone: ${what}`,
  adoptOrgans: (parts: string) =>
    `the co-op **moves to other contracts**: ${parts}. Its account, its purpose and its lock stay.`,
  organs: ['statutes', 'roll', 'assembly'],
  organ: (name: string, where: string) => `${name} at ${where}`,
  float: (title: string, amount: string, price: string, supplier: string) =>
    `bonds for **${title}** are offered: up to **${amount}**, of which ${price} is for **${supplier}**.`,
  endorse: (id: string) => `common income also repays **bond offer ${id}**.`,
  social: (year: string) => `the social account of **${year}** is filed.`,
  books: (year: string) => `the books of **${year}** are filed.`,
  rent: (coop: string, amount: string, machine: string) =>
    `**${coop}** pays **${amount}** of use fee for **${machine}** to the common fund.`,
  theCoop: 'the co-op',
  machine: (id: string, name: string | undefined) =>
    name === undefined ? `machine ${id}` : `${name} (machine ${id})`,
  levy: (amount: string) => `the co-op pays **${amount}** into the common fund as a levy.`,
  gift: (amount: string) => `the co-op gives **${amount}** to the common fund.`,
  giveNotice:
    'the co-op **gives notice to leave the federation**. It stays a member until the notice is over; machines that it uses stay on the same terms until lenders are repaid.',
  spendReserve: (amount: string, to: string) =>
    `**${amount}** of the common reserve is paid to **${to}**.`,
  worksDelegate: (name: string, until: string) =>
    `**${name}** may register works for the co-op until ${until}.`,
  offer: (work: string, price: string) =>
    `terms of use for **work ${work}** are offered: **${price} a year** for the largest firms, less for smaller ones, nothing for the smallest.`,
  offerFree: (work: string) => `**work ${work}** is offered for nothing, to everybody.`,
  text: '**nothing is paid or changed by the network**: the co-op adopts the text below.',
  unknown: (name: string | null, target: string, coins: string | null) =>
    `the co-op's account makes a call that **this page cannot read**: ${name === null ? 'an act' : `an act that looks like “${name}”`} at **${target}**${coins === null ? '' : `, with **${coins}**`}.`,
  warning: {
    title: 'Nobody here can tell what this does.',
    own: 'It asks the co-op’s own contracts for something that they do not have, so it will fail, or it hides something. Vote for it only if you know why it is made.',
    foreign:
      'It goes to a contract outside the co-op and its federation, which may take money or rights from the account. Ask the proposer what it is and who checked it before you vote for it.',
  },
  policies: {
    byDecision: 'by decision',
    bySponsors: (count: number) => (count === 1 ? 'by one sponsor' : `by ${count} sponsors`),
  },
  locks: ['no lock', 'common ownership', 'full lock'],
} as const

/** The same once it was carried out, as it goes on after "Carried out:". */
export const done = {
  ...actions,
  pay: (amount: string, to: string, ground: string) =>
    `the co-op paid **${amount}** from its account to **${to}**${ground === '' ? '' : ` ${ground}`}.`,
  transfer: (amount: string, to: string) =>
    `the co-op sent **${amount}** from its account to **${to}**.`,
  approve: (amount: string, to: string) =>
    `**${to}** was allowed to take up to **${amount}** from the co-op's account.`,
  approveAll: (token: string, to: string) =>
    `**${to}** was allowed to take **any amount** of ${token} from the co-op's account, at any time.`,
  approveNone: (to: string) =>
    `**${to}** lost the right to take anything from the co-op's account.`,
  transferFrom: (amount: string, from: string, to: string) =>
    `**${amount}** was moved from **${from}** to **${to}**.`,
  admit: (names: string, count: number, group: string) =>
    count === 1
      ? `**${names}** became a member, in the group **${group}**.`
      : `**${names}** became members, in the group **${group}**.`,
  refuse: (name: string) => `the application of **${name}** was refused, with a reason.`,
  changeClass: (name: string, group: string) => `**${name}** moved to the group **${group}**.`,
  setRule: (kind: string, whole: string) =>
    `the rule for **${kind}** decisions was changed to this: ${whole}`,
  setKind: (what: string, kind: string) => `**${what}** has needed **${kind}** since then.`,
  setShares: (shares: string, most: string) =>
    `control was shared out differently: **${shares}**. No group may have more than ${most}.`,
  addClass: (name: string, share: string) =>
    `a new group of members was made: **${name}**, with ${share} of control.`,
  setPurpose: 'the purpose of the co-op was replaced by **another document**.',
  raiseLock: (lock: string) => `the lock on the co-op's assets rose to **${lock}**, for ever.`,
  setName: (name: string) => `the co-op was renamed **${name}**.`,
  setAdmission: (policy: string) => `new members have been admitted **${policy}** since then.`,
  setCooling: (time: string) =>
    `since then, what was voted down may be proposed again after **${time}**.`,
  setEffects: 'the list of effects on which the co-op reports each year was **replaced**.',
  openChapter: (name: string) =>
    `the co-op **opened the chapter ${name}**: its account has been able to use it since then, by decisions of at least the kind that the chapter itself says.`,
  closeChapter: (name: string) => `the co-op **closed the chapter ${name}**.`,
  joinFederation: (name: string) =>
    `the co-op **accepted the chapters of ${name}**: all that it had opened, and all that it opened later.`,
  leaveChapters: 'the co-op **stopped accepting a federation’s chapters**.',
  fund: (amount: string, chapter: string, ground: string, what: string) =>
    `**${chapter}** was allowed to take up to **${amount}** from the co-op's account${ground === '' ? '' : ` ${ground}`}, in this alone: ${what}`,
  adoptOrgans: (parts: string) =>
    `the co-op **moved to other contracts**: ${parts}. Its account, its purpose and its lock stayed.`,
  float: (title: string, amount: string, price: string, supplier: string) =>
    `bonds for **${title}** were offered: up to **${amount}**, of which ${price} for **${supplier}**.`,
  endorse: (id: string) => `common income was allowed to repay **bond offer ${id}** too.`,
  social: (year: string) => `the social account of **${year}** was filed.`,
  books: (year: string) => `the books of **${year}** were filed.`,
  rent: (coop: string, amount: string, machine: string) =>
    `**${coop}** paid **${amount}** of use fee for **${machine}** to the common fund.`,
  levy: (amount: string) => `the co-op paid **${amount}** into the common fund as a levy.`,
  gift: (amount: string) => `the co-op gave **${amount}** to the common fund.`,
  giveNotice:
    'the co-op **gave notice to leave the federation**. It stays a member until the notice is over; machines that it uses stay on the same terms until lenders are repaid.',
  spendReserve: (amount: string, to: string) =>
    `**${amount}** of the common reserve was paid to **${to}**.`,
  worksDelegate: (name: string, until: string) =>
    `**${name}** was allowed to register works for the co-op until ${until}.`,
  offer: (work: string, price: string) =>
    `terms of use for **work ${work}** were offered: **${price} a year** for the largest firms, less for smaller ones, nothing for the smallest.`,
  offerFree: (work: string) => `**work ${work}** was offered for nothing, to everybody.`,
  text: '**the co-op adopted the text below**; the network paid and changed nothing.',
  unknown: (name: string | null, target: string, coins: string | null) =>
    `the co-op's account made a call that **this page cannot read**: ${name === null ? 'an act' : `an act that looks like “${name}”`} at **${target}**${coins === null ? '' : `, with **${coins}**`}.`,
} as const
