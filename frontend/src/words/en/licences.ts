import type { LicenceGround, Unproved } from '@phyle/sdk/chapters/licences/enums'

export const licences = {
  grounds: {
    PAID: 'paid',
    NON_COMMERCIAL: 'non-commercial use',
    COMMON_GOOD: 'body for the common good',
    MEMBER_COOP: 'co-op of the federation',
    COOPERATOR: 'member of a co-op, on their own account',
    CONTRIBUTOR: 'contributions',
    SMALL_FIRM: 'self-employed or small firm',
    FREE: 'free for everybody',
  } satisfies Record<LicenceGround, string>,
  mayIUse: {
    title: 'May I use this?',
    lead: 'Find a work and say how you want to use it. You get the answer with its reasons and its price.',
    search: 'What do you want to use?',
    searchHelp: 'Its name, what it is for, or who made it.',
    nothing: (text: string) => `No work here matches “${text}”. Try a shorter word.`,
    none: 'No work is registered yet. The co-ops of the federation register what they make; it appears here.',
    federation: 'See the co-ops',
    pick: (title: string) => `Ask for ${title}`,
    price: (amount: string) => `up to ${amount} a year`,
    free: 'free for everybody',
    freeByLicence: (licence: string) => `free under ${licence}`,
    number: 'Number of the work',
    numberHelp: 'The overview does not answer. With its number you can ask the network itself.',
    ask: 'Ask',
    mine: 'Your permissions',
  },
  quote: {
    over: (licence: string, steward: string) => `${licence} · looked after by ${steward}`,
    ask: (title: string) => `May I use ${title}?`,
    askLead: 'Say who uses it. The answer comes at once, and asking costs nothing.',
    paid: (amount: string, time: string) => `Yes, for ${amount} ${time}`,
    free: (time: string) => `Yes, free ${time}`,
    freeLater: (from: string, to: string) => `Yes, free from ${from} to ${to}`,
    paidLater: (amount: string, from: string, to: string) =>
      `Yes, for ${amount}, from ${from} to ${to}`,
    freeForAll: 'Yes, no payment is asked for it',
    byLicence: (licence: string) => `Yes, free under ${licence}`,
    byLicenceLead:
      'Its public licence allows it, and nothing is to be paid. Its steward also offers a separate permission, which you do not need.',
    byLicenceAnyway: 'See the separate permission and its price',
    reserved: 'Not for a firm, as things stand',
    reservedLead:
      'Its public licence keeps commercial use back, and its steward offers no permission for it yet. Ask the steward.',
    no: 'Not on this ground',
    notYet: 'Not yet',
    times: {
      year: 'a year',
      forDays: (time: string) => `for ${time}`,
      forYear: 'for a year',
    },
    whoTitle: 'Who uses it, and what for?',
    who: {
      firm: {
        label: 'A firm that earns with it',
        help: 'Makes, sells or works with it for money. Self-employed too.',
        lead: (size: string) => `for a firm ${size} that makes, sells or works with it.`,
      },
      nonCommercial: {
        label: 'Somebody who earns nothing with it',
        help: 'At home, in a school, in a club, to learn.',
        lead: 'because you earn nothing with it.',
      },
      cooperator: {
        label: 'A member of a co-op, on their own account',
        help: 'A member for at least one full month.',
        lead: 'because you belong to a co-op of the federation.',
      },
      memberCoop: {
        label: 'A co-op of the federation',
        help: 'Its account gets the permission, by a decision of its members.',
        lead: 'because the co-op belongs to the federation.',
      },
      commonGood: {
        label: 'A body for the common good',
        help: 'A charity, a school, a public office.',
        lead: 'because the body works for the common good.',
      },
    },
    today: 'Price of today, shown before you pay.',
    size: 'Yearly turnover',
    sizeHelp: 'You declare it, and it sets the price.',
    sizes: {
      upTo: (amount: string) => `up to ${amount}`,
      between: (low: string, high: string) => `${low} to ${high}`,
      above: (amount: string) => `more than ${amount}`,
      free: (size: string) => `${size}: free`,
      lead: (size: string) => `with a turnover of ${size}`,
      any: 'of any size',
    },
    length: 'For how long',
    coop: 'Which co-op',
    name: 'Name of the licensee',
    nameHelp: 'As it should appear on the receipt.',
    nameMissing: 'Enter a name: it appears in the declaration and on the receipt.',
    registration: 'Registry or tax number',
    registrationMissing: 'Write the number under which the body is registered.',
    order: 'Your purchase order number',
    orderHelp: 'Only its fingerprint goes on the network. This device remembers the number.',
    how: 'How this price is worked out',
    declareCard: 'Get the permission',
    list: 'List price, your size',
    contributions: (points: string, needed: string) =>
      `Your contributions: ${points} of ${needed} points`,
    fewAttesters: (count: number, needed: number) =>
      `At most half off so far: your points come from ${count} of the ${needed} people needed.`,
    toPay: (time: string) => `To pay ${time}`,
    freeAt: (needed: string) =>
      `Free at ${needed} points. Points count in full for a year, then fade.`,
    noPoints: (needed: string) =>
      `Build with those who look after it: free at ${needed} points, less with every point.`,
    declareTitle: 'What you declare',
    declared:
      'Anyone can read it, and you sign it with your wallet. A permission does not protect you if what you declare is false.',
    pay: (amount: string) => `Pay ${amount} and get the permission`,
    get: 'Declare it and get the permission',
    note: (days: string) =>
      `One signature, one payment. You can change your mind for ${days} and get back exactly what you paid.`,
    noteNoWindow: 'One signature, one payment.',
    noteFree: 'It costs nothing but the network fee.',
    signing: 'Confirm in your wallet: first the signature, then the payment…',
    signIn: 'Sign in to get it',
    signInNote: 'The answer above is for somebody who has not contributed yet.',
    youMay: (when: string) => `You may, until ${when}`,
    youMayLead: (ground: string, fresh: boolean) =>
      fresh
        ? 'Keep the receipt: it is your proof, and anyone can check it.'
        : `You hold a permission (${ground}). Its receipt comes first; what more time would cost is below.`,
    more: (to: string, amount: string) => `More time, until ${to}, costs ${amount} today.`,
    moreFree: (to: string) => `More time, until ${to}, is free.`,
    done: 'You may use it. The receipt is yours to keep.',
    notPublic:
      'The postbox did not answer, so your declaration is kept on this device and in the receipt file. Keep that file.',
    see: 'See the permission and its receipt',
    noPermissionNeeded:
      'Its steward asks for no payment. Keep to its public licence, and credit those who made it.',
    whereTitle: (amount: string) => `Where your ${amount} goes`,
    where: {
      steward: 'Those who keep it up',
      parents: 'Works it builds on',
      fund: 'Everyone’s fund',
      note: 'Paid out once you can no longer change your mind.',
    },
    hasTitle: 'You have',
    has: (to: string, ground: string) => `A permission until ${to} (${ground}).`,
    hasMore: (to: string) => `Getting another one now would renew it, until ${to}.`,
    getTitle: 'You will get',
    willGet: (to: string) =>
      `A permission until ${to}, and a receipt with everything an invoice needs, which anyone can check.`,
    freeTitle: 'When it would be free',
    freeWays: {
      NON_COMMERCIAL: 'You earn no money with it.',
      SMALL_FIRM: (turnover: string) => `Your turnover is at most ${turnover} a year.`,
      COMMON_GOOD: 'You are a body for the common good.',
      MEMBER_COOP: 'You are a co-op of the federation.',
      COOPERATOR: 'You are a member of a co-op of the federation and use it on your own account.',
      CONTRIBUTOR: (points: string, people: number) =>
        people === 0
          ? `You build with us and gain ${points} more points.`
          : `You build with us and gain ${points} more points, confirmed by ${people === 1 ? 'one more person' : `${people} more people`}.`,
      attesters: (people: number) =>
        people === 1
          ? 'One more person confirms what you contributed.'
          : `${people} more people confirm what you contributed.`,
      changeDate: (when: string) => `You wait until ${when}: then it is free for everybody.`,
    },
    termsTitle: 'The terms',
    unproved: {
      NONE: { why: '', now: '' },
      NOT_A_COOP: {
        why: 'This address is not the account of a co-op of the federation.',
        now: 'Choose a co-op from the list, or ask as a firm.',
      },
      NOT_IN_GOOD_STANDING: {
        why: 'The co-op does not pass the open co-op check at present.',
        now: 'See its page for what is missing. Until then it can ask as a firm.',
      },
      NOT_A_SETTLED_USER: {
        why: 'You have not been a member for a full month yet.',
        now: 'Ask again once you have been a member of a co-op for a full month. If you earn nothing with it, it is free at once: choose that instead.',
      },
      NOT_ATTESTED: {
        why: 'No accredited federation has confirmed this body, and the time to wait for that is over.',
        now: 'Ask one of them to confirm it, or choose another ground.',
      },
      NO_STATEMENT: {
        why: 'The declaration is missing.',
        now: 'Fill in the fields below.',
      },
      NOT_CLAIMABLE: {
        why: 'Nobody can ask on this ground.',
        now: 'Choose another.',
      },
      NOT_YET: {
        why: 'You have a permission already, and another cannot begin yet.',
        now: 'A free permission ends at most 12 months from now, and begins only once your last payment can no longer be taken back. Ask again then, or take that payment back first.',
      },
    } satisfies Record<Unproved, { why: string; now: string }>,
    runsUntil: (when: string) => `Your permission is valid until ${when}.`,
    pendingBody:
      'Nobody has confirmed this body yet. With its registry number it is free for 90 days; an accredited federation confirms it in that time.',
    notYours: {
      why: 'This permission would be for somebody else.',
      now: 'Sign in as who will use it.',
    },
    coopHow:
      'A co-op signs nothing itself: its members decide. This puts it to the vote; when it is carried out, the co-op has the permission.',
    coopButton: (name: string) => `Put it to the vote in ${name}`,
    coopNotMember: (name: string) => `Only members of ${name} can put it to the vote.`,
    coopChoose: 'Choose the co-op that will use it.',
    coopDone: 'It is up for a vote.',
    coopSee: 'See the vote',
    coopTitle: (work: string) => `Get a permission to use ${work}`,
    coopWhy: (work: string, time: string) =>
      `The co-op gets a permission to use ${work} ${time}. It costs nothing, because the co-op belongs to the federation.`,
  },
  yourReceipt: {
    title: 'The permission you hold',
    paid: 'Paid',
    check: 'How others check it',
  },
  declarations: {
    firm: (name: string, work: string, turnover: string) =>
      `${name} declares that it uses ${work} in its business and that its yearly turnover is ${turnover}.`,
    nonCommercial: (name: string, work: string) =>
      `${name} declares to use ${work} without earning money with it, for as long as the permission lasts.`,
    cooperator: (name: string, work: string) =>
      `${name} declares to use ${work} as a natural person, on their own account.`,
    commonGood: (name: string, work: string, registration: string) =>
      `${name}, registered as ${registration || '…'}, declares to work for the common good and to use ${work} for that.`,
  },
  permission: {
    title: (work: string) => `Permission to use ${work}`,
    runs: (who: string, when: string) => `${who} may use it until ${when}.`,
    later: (who: string, when: string) => `${who} may use it from ${when}.`,
    over: (who: string, when: string) => `It ended for ${who} on ${when}.`,
    takenBack: (who: string) => `The payment was taken back, so ${who} is not covered now.`,
    tags: { runs: 'Valid', later: 'Not yet valid', over: 'Expired' },
    issued: (when: string) => `issued ${when}`,
    notFound: 'No such permission',
    none: (who: string, work: string) =>
      `The network was asked and has no permission of ${who} for ${work}. Check the address and the number of the work, or ask whether they are covered by name. If you are this licensee, you can ask for a permission.`,
    noneMalformed:
      'This link does not name a permission: it needs the number of a work and an address. Open it again as it was sent to you, or check by name.',
    workNumber: (id: string) => `work ${id}`,
    check: 'Check by name',
    ask: 'Ask for a permission',
    period: 'Period',
    ground: 'Ground',
    size: 'Declared size',
    terms: 'Terms agreed to',
    termsVersion: (version: string) => `version ${version}`,
    steward: 'Looked after by',
    holder: 'Held by',
    earlier: 'Earlier periods',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    receipts: 'Receipts',
    receiptsNote: 'Each names the one before it, so none can be left out or changed.',
    receipt: (number: string) => `Receipt ${number}`,
    refundReceipt: (number: string) => `Receipt ${number}, of a refund`,
    free: 'nothing',
    downloadJson: 'Download the receipt (JSON)',
    downloadFailed: {
      why: 'The network did not answer everything that the receipt needs.',
      now: 'Nothing was downloaded, so that no receipt is incomplete. Try again in a moment.',
    },
    print: 'Print it, or save it as PDF',
    renewTitle: 'More time',
    againTitle: 'Get it again',
    renewUntil: (when: string, amount: string) => `To ${when}: ${amount}, at the price of today.`,
    renewFree: (when: string) => `To ${when}, free.`,
    renew: (amount: string) => `Pay ${amount} for another year`,
    again: (amount: string) => `Pay ${amount} for a year`,
    noPeriod: 'none now',
    renewFreeButton: 'Declare it again for another year',
    renewProvedButton: 'Another year',
    renewNote: 'What you declared last time is declared again with today’s date.',
    renewWait: (when: string) => `You can take more time from ${when} on.`,
    renewDone: 'Done. The new receipt is below.',
    otherwise: 'Ask again, if something has changed',
    refundTitle: 'Change your mind',
    refundWhat: (amount: string, when: string) =>
      `Until ${when} you can take back exactly ${amount}.`,
    refundPast: (when: string) =>
      `The permission then ends as of ${when}, when this payment began to count: what you did with the work since then is not covered.`,
    refundAhead: (when: string) =>
      `The permission then ends on ${when}, as it would have without this payment.`,
    refundOnce: 'You can do this once in twelve months.',
    refundConfirm: 'I have understood it',
    refund: (amount: string) => `Take ${amount} back`,
    refundDone: 'The money is back in your wallet. The permission has ended.',
    refundUsed: (when: string) =>
      `You took money back on ${when}. That is possible once in twelve months.`,
    paidByOther: 'Somebody else paid: the money waits for them to collect.',
  },
  sheet: {
    title: 'Receipt and invoice details',
    refundTitle: 'Receipt of a refund',
    back: 'Back to the permission',
    number: 'Number',
    issued: 'Issued',
    order: 'Purchase order',
    orderUnknown: (digest: string) =>
      `The network has the fingerprint of a purchase order number: ${digest}. Enter the number above; if it matches, it is proved.`,
    orderDiffers:
      'This number does not match the fingerprint on the network, so it appears as your own entry.',
    apart:
      'On the network: number, dates, accounts, period, ground, gross amount and the name of the co-op. The name of the licensee is as they declared it. Filled in by the holder: addresses, tax numbers, net and tax, and an order number that the network does not have. The file keeps these apart.',
    supplier: 'From',
    customer: 'To',
    address: 'Address',
    taxNumber: 'Tax number',
    toFill: 'to be filled in',
    what: 'What',
    whatText: (work: string, version: string) => `Permission to use ${work}, version ${version}`,
    period: 'Period',
    ground: 'Ground',
    net: 'Net',
    tax: 'Tax',
    taxAt: (rate: string) => `Tax (${rate})`,
    taxRate: 'Tax rate',
    gross: 'Gross, as paid',
    paid: (when: string) => `Paid on ${when}.`,
    nothing: 'Nothing was to be paid.',
    taxNote:
      'The amount paid is the gross amount. Whether and which tax it contains depends on both parties; fill in what applies.',
    proof: 'Proof',
    proofText:
      'Anyone can check this receipt without us: the contract named here recorded it in the block named here, under the fingerprint named here.',
    network: 'Network',
    contract: 'Contract',
    transaction: 'Transaction',
    block: 'Block',
    head: 'Fingerprint',
    previous: 'Receipt before it',
    termsHash: 'Terms',
    legalText: 'Legal text (sha-256)',
    statement: 'Declaration (sha-256)',
    content: 'Content of the work (CID)',
    spdx: 'For your files',
    declaration: 'What was declared',
    declaredBy: 'Name',
    declaredNumber: 'Registry or tax number',
    declaredTurnover: 'Yearly turnover, at most',
    declaredOn: 'Date',
  },
  credit: {
    title: 'Your credit for building with us',
    work: (id: string) => `Work ${id}`,
    now: (points: string, one: boolean) =>
      one ? '1 point counts now.' : `${points} points count now.`,
    pending: (points: string, one: boolean, when: string) =>
      `${one ? '1 more point counts' : `${points} more points count`} from ${when}, unless withdrawn before.`,
    toBook: (points: string, one: boolean) =>
      `${one ? '1 more point has' : `${points} more points have`} waited long enough. The postbox books ${one ? 'it' : 'them'} soon, and anyone else can.`,
    book: 'Book them now',
    booked: 'They count now.',
    fade: (points: string, one: boolean, when: string) =>
      `${one ? '1 point fades' : `${points} points fade`} on ${when}.`,
    what: 'Points lower the price that you or your firm pays for this work. They count in full for a year, then a quarter of them fades every three months.',
  },
  check: {
    title: 'Check a permission',
    lead: 'Find out whether someone may use a work, or was allowed to on a given day. You need no wallet.',
    who: 'Who',
    whoHelp: 'Their name, or the address on the receipt.',
    whoSeveral: 'Several here have this name. Enter the address instead: it is on the receipt.',
    whoUnknown: 'Nobody here has this name, and it is not an address.',
    work: 'Which work',
    workNumber: 'Number of the work',
    choose: 'Choose a work',
    day: 'On which day',
    dayHelp: 'Today: as of now. Other days: as of noon, by the clock of this device.',
    yes: (who: string, work: string, when: string) => `Yes: ${who} may use ${work} on ${when}.`,
    yesPast: (who: string, work: string, when: string) =>
      `Yes: ${who} was allowed to use ${work} on ${when}.`,
    no: (who: string, work: string, when: string) =>
      `No: ${who} has no permission for ${work} on ${when}.`,
    noPast: (who: string, work: string, when: string) =>
      `No: ${who} had no permission for ${work} on ${when}.`,
    asked: 'Asked for the address',
    ground: (ground: string) => `Ground: ${ground}.`,
    freeForAll: (past: boolean) =>
      past
        ? 'No payment was asked for this work on that day. Its public licence applied to everybody.'
        : 'No payment is asked for this work on that day. Its public licence applies to everybody.',
    before: (work: string, when: string) =>
      `${work} was registered here on ${when}. Of days before that the register says nothing.`,
    noWhat:
      'That is what the network says now; a payment that was taken back covers nothing. People who earn nothing with it, and small firms, can get a permission for free.',
    get: 'Ask for a permission',
    seePermission: 'See the permission',
    future: 'A refund or a ruling can still change this.',
    noWork: (id: string) => `Not found: there is no work number ${id} in this federation.`,
    noWorkNow:
      'Check the number on the receipt. If it is right, the receipt is of another federation: open the app of that one.',
    silent:
      'The network did not answer, so this could not be checked. That says nothing for or against a permission.',
    waiting: 'Choose who, which work and which day; the answer appears here.',
    orFile: 'Or check a receipt',
    fileHelp: 'The JSON file that came with a permission. It stays on this device.',
    drop: 'Drop the file here, or',
    pick: 'Choose a file',
    fileFaults: {
      foreign: {
        why: 'This is not a receipt of a permission.',
        now: 'Choose the file that was downloaded from the permission’s page; its name ends in .json. Without it, ask above about the firm and the work.',
      },
      version: {
        why: 'This receipt was written by another version of this app.',
        now: 'Ask its holder to download it again from the permission’s page.',
      },
      damaged: {
        why: 'This is a receipt of a permission, but it was changed or is not whole.',
        now: 'Ask its holder to download it again from the permission’s page, and choose it as it comes.',
      },
    },
    again: 'Check again',
    verdicts: {
      sound: { title: 'This receipt holds', now: '' },
      soundBut: {
        title: 'This receipt is genuine, but something happened later',
        now: 'What it says was so when it was issued. See below what has changed.',
      },
      unsound: {
        title: 'This receipt does not hold',
        now: 'The file says something else than the network. Do not rely on it: what the network says stands below. Ask its holder for the file as it was downloaded.',
      },
      none: {
        title: 'The network knows no such receipt',
        now: 'No receipt with this fingerprint was ever issued to this account for this work. Ask above whether they have a permission, or ask the holder for the file as it was downloaded.',
      },
      elsewhere: {
        title: 'This receipt names another network or federation',
        now: 'It can be neither confirmed nor refuted here. Open the app of that federation to check it.',
      },
      unknown: {
        title: 'Not everything could be checked',
        now: 'The network did not answer everything just now. That says nothing for or against the receipt: check it again in a while.',
      },
    },
    networkSays: 'What the network says',
    notAnswered: 'could not be read just now',
    declaredName: 'as the licensee declared; nobody has confirmed it',
    nameless: 'no name on record',
    facts: {
      licensee: 'Licensee',
      account: 'Account',
      registration: 'Registry or tax number, as declared',
      work: 'Work',
      licence: 'Public licence',
      licensor: 'Made by',
      period: 'Period',
      refund: 'What it is',
      refundWhat: 'receipt of a refund',
      ground: 'Ground',
      amount: 'Amount, gross',
      inToken: (gross: string, currency: string, token: string) =>
        currency === token ? `${gross} ${currency}` : `${gross} ${currency} (token ${token})`,
      number: 'Number',
      issued: 'Issued',
      steward: 'Issued by',
      stewardAccount: 'Account of the issuer',
      order: 'Purchase order',
      use: 'Declared use',
      block: 'Recorded in block',
      spdx: 'For licence scanners',
    },
    results: { yes: 'holds', no: 'does not hold', unknown: 'could not be checked' },
    differs: (path: string, file: string, network: string) =>
      `${path}: the file says “${file}”, the network “${network}”.`,
    differsOnly: (path: string, file: string) =>
      `${path}: the file says “${file}”. The network has nothing like it.`,
    checks: {
      record: {
        name: 'The network issued this receipt, exactly as the file says',
        no: 'The file says something else than the network recorded.',
        unknown: 'could not be checked',
      },
      place: {
        name: 'It was recorded where the file says',
        no: 'The network recorded it in another block or transaction.',
        unknown: 'could not be checked',
      },
      terms: {
        name: 'The terms and the legal text are those agreed to',
        no: 'The file names other terms than the network does.',
        unknown: 'could not be checked',
      },
      work: {
        name: 'The work, its licence and its content are those registered',
        no: 'The file describes the work in another way than it was registered.',
        unknown: 'could not be checked',
      },
      parties: {
        name: 'Issuer and licensee are those on record',
        no: 'The file names other parties than those on record.',
        unknown:
          'A name could not be confirmed: the network has another one now, or none can be read. A co-op may have been renamed since, or somebody changed the file.',
      },
      invoice: {
        name: 'Number, date, amount, currency and SPDX line follow from the record',
        no: 'The file says something else than what follows from the record.',
        unknown: 'could not be checked',
      },
      statement: {
        name: 'The declaration in the file is the one that was signed for',
        no: 'The declaration in the file is not the one that was signed for.',
        unknown: 'could not be checked',
      },
      order: {
        name: 'The purchase order number is the one given then',
        no: 'Another purchase order number was given then, or none.',
        unknown: 'could not be checked',
      },
      refund: {
        name: 'Nothing was taken back later',
        no: (when: string) =>
          `The money was taken back on ${when}: what it paid for is not covered.`,
        unknown: 'could not be checked',
      },
      covered: {
        name: 'The whole period is covered as of now',
        no: 'The network does not cover the whole period now.',
        unknown: 'could not be checked',
      },
    },
    byHolder: {
      title: 'Added by whoever holds this file',
      names: {
        'addedByHolder.purchaseOrder': 'Purchase order',
        'addedByHolder.supplier.name': 'Issuer, name',
        'addedByHolder.supplier.address': 'Issuer, address',
        'addedByHolder.supplier.taxNumber': 'Issuer, tax number',
        'addedByHolder.customer.name': 'Licensee, name',
        'addedByHolder.customer.address': 'Licensee, address',
        'addedByHolder.customer.taxNumber': 'Licensee, tax number',
        'addedByHolder.taxRate': 'Tax rate, %',
        'addedByHolder.net': 'Net',
        'addedByHolder.tax': 'Tax',
      } as Readonly<Record<string, string>>,
      what: 'Nobody has checked any of this, and none of it is on the network.',
      more: (count: string) => `And ${count} more.`,
    },
  },
} as const
