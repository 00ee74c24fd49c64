import type { SeriesEvent, SeriesPayment } from '@phyle/sdk/chapters/bonds/api'

/** How many of a co-op's offers came to what. */
interface CoopRecord {
  readonly repaid: number
  readonly running: number
  readonly late: number
  readonly failed: number
  readonly writtenDown: number
  readonly raising: number
}

export const bonds = {
  bonds: {
    title: 'Bonds',
    lead: 'Lend for a machine that belongs to everybody and works in one co-op. Use fees repay your loan; after that they become everybody’s equal share.',
    open: 'You can lend now',
    soon: 'Opening soon',
    under: 'Waiting to be bought',
    running: 'At work, being repaid',
    over: 'Over',
    noneOpen:
      'No offer is open now. A co-op in good standing can make one by a decision: it names the machine, the price and the use fee, and its members vote.',
    none: 'No bond was ever offered here. A co-op in good standing makes an offer by a decision of its members; it then stands on this page.',
    propose: 'Propose an offer in your co-op',
    federation: 'See the co-ops',
    paidBack: (paid: string, most: string) => `${paid} of ${most} repaid`,
    notFunded: 'It wasn’t fully funded. Everyone gets back exactly what they paid.',
    notBought: 'It wasn’t bought in time. Everyone gets back exactly what they paid.',
    allPaid: 'Repaid in full.',
    opens: (when: string) => `opens ${when}`,
    until: (when: string) => `lend until ${when}`,
    closes: (when: string) => `closes ${when}`,
    buyBy: (when: string) => `to be bought by ${when}`,
    look: 'Look at it',
    compare: 'Compare',
    compareOne: (what: string) => `Compare ${what}`,
    compareMore: 'Choose another offer to compare it with.',
    compareFull: (most: number) => `Up to ${most} offers fit beside each other.`,
    compareNone: 'Clear the comparison',
  },
  states: {
    before: (when: string) => `Opens ${when}`,
    open: (left: string) => `Open, ${left} left`,
    closing: (when: string) => `Lenders can change their mind until ${when}`,
    failed: 'Not fully funded',
    lapsed: 'Not bought in time',
    funded: 'Funded, not bought yet',
    bought: 'Bought and at work',
    redeemed: 'Repaid in full',
    writtenDown: 'Written down',
  },
  series: {
    over: (id: string, coop: string) => `Bond offer ${id} · ${coop}`,
    title: (what: string, coop: string) => `${what} for ${coop}`,
    forCoop: (coop: string) => `for ${coop}`,
    leads: {
      before:
        'Cooperators of the whole federation can lend for it once it opens. It will belong to all of them and be used in one co-op.',
      open: 'Bought by cooperators of the whole federation, owned by all of them, used in one co-op.',
      closing:
        'It takes no more loans. Those who lent can still change their mind until it closes.',
      failed:
        'This offer is over. Nothing was bought, and everyone gets back exactly what they paid.',
      funded:
        'It is fully funded. Anyone can now have it bought: the supplier is paid and it enters the register of the commons.',
      bought: 'It belongs to all cooperators and is at work. Its use fees repay those who lent.',
      redeemed:
        'Those who lent have been repaid. What it earns from now on is shared by everybody.',
      writtenDown: 'The holders decided to lower what they are still owed.',
    },
  },
  raised: {
    title: 'Raised so far',
    by: (people: number) =>
      people === 1 ? 'reserved by one person' : `reserved by ${people} people`,
    wasBy: (people: number) => (people === 1 ? 'lent by one person' : `lent by ${people} people`),
    line: (who: string, least: string, most: string) =>
      `${who} · ${least} minimum · ${most} maximum`,
    ifNot: (least: string, when: string) =>
      `If ${least} is not reached by ${when}, everyone gets back exactly what they paid.`,
    reached: (when: string) =>
      `The minimum is reached. Until ${when} people can still change their mind.`,
    short: (least: string) => `${least} was needed.`,
    late: (when: string) => `It was not bought by ${when}.`,
    buyBy: (when: string) =>
      `If it is not bought by ${when}, everyone gets back exactly what they paid.`,
    refunded: (count: number, all: number) =>
      `${count} of ${all} ${all === 1 ? 'person has' : 'people have'} been refunded.`,
  },
  paidBack: {
    title: 'Repaid so far',
    line: (most: string) => `of ${most}, the most that can be repaid`,
    nothing: 'Nothing has been repaid yet. The first use fee will be the first repayment.',
    left: (amount: string) => `${amount} at once, because more was lent than the price`,
    curve: 'Repaid over time',
    most: (amount: string) => `at most ${amount}`,
    heads: ['when', 'repaid in all'] as const,
    ifPaid: (when: string) => `If every use fee is paid, everything is repaid in ${when}.`,
    hoped: (when: string) => `The co-op hopes for ${when}; it is not a promise.`,
  },
  flow: {
    title: 'Where the money comes from, and goes',
    fees: 'Use fees',
    feesOf: (coop: string) => `paid by ${coop}`,
    common: 'Common income',
    commonWhat: 'licences, levies, gifts',
    holders: 'Who lent',
    until: (amount: string) => `until ${amount}`,
    share: 'Equal share',
    shareWhat: 'to every cooperator',
    reserve: 'Reserve',
    reserveWhat: 'of the federation',
    each: (amount: string, often: string) => `${amount} ${often}`,
    aPart: 'a part of it',
    after: (percent: string) => `${percent} of what comes after`,
    heads: ['from', 'to', 'how much'] as const,
    noteEndorsed:
      'The federation stands behind this offer: a part of common income repays it too. Nothing else does.',
    noteOwn: 'Only this machine repays it. The federation does not stand behind it.',
    noteFree:
      'It is lent free of charge, and only common income can repay it, because the federation stands behind it.',
    noteNothing:
      'It is lent free of charge and the federation does not stand behind it: nothing is expected to pay it back.',
  },
  machine: {
    title: 'What is bought',
    titleFailed: 'What was to be bought',
    supplier: 'Supplier',
    price: 'Price',
    user: 'Used by',
    fee: 'Use fee',
    free: 'none, it is lent free',
    noDocument: 'The description could not be fetched. Its fingerprint is on the network.',
    see: 'See it in the register',
    decision: 'The decision that offered it',
  },
  terms: {
    title: 'The terms',
    cap: 'Most that is repaid',
    capPar: 'what was lent, no interest',
    capMore: (percent: string) => `${percent} of the price`,
    perPerson: 'Most for one person',
    opens: 'Opens',
    until: 'Lend until',
    closes: 'Change your mind until',
    buyBy: 'Bought by, or all is refunded',
    expected: 'The co-op hopes to have repaid by',
    vote: 'Votes that a bond gives',
    noVote: 'none',
    endorsed: 'The federation stands behind it',
    yes: 'yes',
    no: 'no',
    fingerprint: 'Fingerprint of the description',
  },
  holders: {
    title: 'Who lent',
    none: 'Nobody yet. The first names stand here.',
    who: 'who',
    lent: 'lent',
    taken: 'collected',
    due: 'to collect',
    rest: (count: number) => `${count} more`,
  },
  history: {
    title: 'What happened',
    events: {
      floated: (who: string, _amount: string) => `${who} made the offer`,
      subscribed: (who: string, amount: string) => `${who} lent ${amount}`,
      withdrawn: (who: string, amount: string) => `${who} took ${amount} back`,
      transferred: (who: string, amount: string) => `${who} handed over bonds of ${amount}`,
      bought: (_who: string, amount: string) => `The machine was bought for ${amount}`,
      failed: (_who: string, _amount: string) => 'The offer ended without a purchase',
      refunded: (who: string, amount: string) => `${who} was refunded ${amount}, all they had paid`,
      paid: (_who: string, amount: string) => `${amount} was repaid`,
      taken: (who: string, amount: string) => `${who} collected ${amount}`,
      redeemed: (_who: string, _amount: string) => 'Everything was repaid',
    } satisfies Record<SeriesEvent['what'], (who: string, amount: string) => string>,
    sources: {
      machine: 'from use fees',
      common: 'from common income',
      leftover: 'what was lent beyond the price',
    } satisfies Record<SeriesPayment['source'], string>,
    older: (count: number) => `${count} earlier`,
  },
  lend: {
    title: 'Lend',
    more: 'Lend more',
    amount: 'How much',
    help: (most: string) => `Up to ${most}.`,
    most: 'Most you can get back',
    expected: 'Hoped for by',
    mind: 'Change your mind until',
    risk: 'You could lose all of it.',
    riskRent: (coop: string) =>
      `You are repaid from the use fees of ${coop} and from nothing else. A bond gives no vote.`,
    riskBoth: (coop: string) =>
      `You are repaid from the use fees of ${coop} and from a part of common income, and from nothing else. A bond gives no vote.`,
    riskCommon:
      'You are repaid from a part of common income and from nothing else. A bond gives no vote.',
    riskNothing: 'Nothing is expected to repay you. A bond gives no vote.',
    button: (amount: string) => `Lend ${amount}`,
    empty: 'Lend',
    note: (have: string) => `One signature, one payment. You have ${have}.`,
    done: (amount: string) => `You lent ${amount}. You can change your mind below.`,
    signing: 'Confirm in your wallet: first the signature, then the payment…',
    signIn: 'Sign in to lend. Reading is free for everybody.',
    public: 'Your name and what you lend are public: everybody can see them, for good.',
    payments: 'Repaid by',
    problems: {
      notWhole: 'Bonds are sold whole. Write a whole number, for example 200.',
      zero: 'Write how much you lend.',
      overOffer: (most: string) => `Only ${most} can still be lent here. Choose at most that.`,
      overPerson: (most: string) => `One person may lend at most ${most} more here.`,
      overCash: (most: string) => `Your wallet holds enough for ${most}. Choose at most that.`,
    },
    full: 'Everything is reserved. If somebody changes their mind, there is room again.',
    enough: 'You have lent the most that one person may here.',
    notCooperator:
      'Only cooperators can lend: people who belong to a co-op of the federation in their own name.',
    join: 'Find a co-op to join',
    notSeated: (coop: string) =>
      `You are a member of ${coop}, but the federation has not registered you as a cooperator yet. That happens by itself after a while, or you can do it now.`,
    seat: 'Register me now',
    seatDone: 'Done. You can lend now.',
    seatNote: 'It costs a small network fee.',
    before: (when: string) => `You can lend from ${when}.`,
    beforeNote: 'Nothing can be paid before. Come back then.',
    closing: (when: string) =>
      `It takes no more loans. Those who lent can change their mind until ${when}.`,
    closingEnough: 'The minimum is reached so far. After that anyone can have the machine bought.',
    closingShort: 'The minimum is not reached. If it stays so, everyone gets back what they paid.',
  },
  payments: {
    fees: (count: number, amount: string, often: string) =>
      count === 1
        ? `one use fee of ${amount}`
        : `about ${count} use fees of ${amount}, one ${often}`,
    common: 'parts of common income; how large is not known',
    nothing: 'nothing that is agreed',
  },
  record: {
    title: (coop: string) => `How ${coop} stands`,
    balance: 'On its account now',
    earlier: 'Its other offers',
    what: 'What is on the account belongs to the co-op. It is no security for what you lend.',
    reading: 'Reading…',
    unknown: 'Not known just now',
    said: (record: CoopRecord) => {
      const parts = (
        [
          [record.repaid, 'repaid in full'],
          [record.running, 'being repaid on time'],
          [record.late, 'behind with its use fees'],
          [record.writtenDown, 'written down'],
          [record.failed, 'ended without a purchase'],
          [record.raising, 'not bought yet'],
        ] as const
      ).flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
      return parts.length === 0 ? 'None so far' : parts.join(', ')
    },
  },
  compare: {
    title: 'Offers side by side',
    coop: 'Who uses it',
    state: 'State',
    raised: 'Raised',
    least: 'Minimum to raise',
    most: 'Maximum to raise',
    price: 'Price',
    cap: 'Most that is repaid',
    payments: 'Repaid by',
    endorsed: 'The federation stands behind it',
    person: 'Most for one person',
    until: 'Lend until',
    expected: 'The co-op hopes to have repaid by',
    balance: 'On the co-op’s account now',
    record: 'Its other offers',
  },
  mine: {
    title: 'Your part',
    lent: 'You lent',
    most: 'Most you can get back',
    got: 'Collected so far',
    due: 'To collect now',
    none: 'You have no part in it.',
    change: 'Change your mind',
    changeHelp: (when: string) => `Until ${when} you can take all or a part of it back.`,
    changeAmount: 'How much to take back',
    changeButton: (amount: string) => `Take ${amount} back`,
    changeEmpty: 'Take it back',
    changeDone: (amount: string) => `${amount} is back in your wallet.`,
    changeOver: (most: string) => `You lent ${most}. Choose at most that.`,
    collect: (amount: string) => `Collect ${amount}`,
    collectNote: 'It goes to your wallet. Collecting late or early gives the same.',
    collected: 'It is in your wallet.',
    nothingDue: 'Nothing to collect now. It grows with every use fee that is paid.',
    refund: (amount: string) => `Take ${amount} back`,
    refundNote: 'All that you paid. There is no deadline.',
    refunded: 'You were refunded all that you paid.',
    wait: 'It waits until somebody has the machine bought.',
  },
  buy: {
    title: 'Have it bought',
    what: (price: string, supplier: string) =>
      `${price} goes to ${supplier}, the machine enters the register of the commons and is lent to the co-op.`,
    left: (amount: string) => `The ${amount} lent beyond the price goes back to those who lent.`,
    button: 'Have it bought',
    note: 'Anyone may do this. You pay only the network fee.',
    until: (when: string) => `Until ${when}; after that everyone gets back what they paid.`,
    done: 'It is bought. It belongs to all cooperators now.',
  },
  transfer: {
    summary: 'Hand bonds to somebody else',
    what: 'Only another cooperator can take them. What you can collect until now stays yours. You agree on the price between you.',
    to: 'To whom',
    toHelp: 'Choose a name, or write an address.',
    amount: 'How much',
    button: (amount: string, name: string) => `Hand over ${amount} to ${name}`,
    empty: 'Hand over',
    done: 'Handed over.',
    notAddress: 'Nobody here has this name, and it is not an address.',
    over: (most: string) => `You hold ${most}. Choose at most that.`,
    toYourself: {
      why: 'That is your own address.',
      now: 'Choose another cooperator. Nothing was sent.',
    },
    notACooperator: {
      why: 'They are not a cooperator of this federation, so they cannot hold bonds.',
      now: 'They can join a co-op of the federation first. Nothing was sent.',
    },
  },
} as const
