import { fixed } from '../format.ts'
import type { RuleChange } from './rules.ts'

/** Making a proposal: a form with words for the usual ones. */
const daysOf = (count: string) => (count === '1' ? '1 day' : `${count} days`)

export const propose = {
  title: 'Propose something',
  over: (coop: string) => `${coop} · a new decision`,
  lead: 'Choose what it is about. You see what it will do before the others vote on it.',
  what: 'What is it about?',
  kinds: {
    pay: { name: 'Pay somebody', help: 'A supplier, a member, a bill.' },
    fee: {
      name: 'Pay a use fee',
      help: 'For a machine of the federation that the co-op uses.',
    },
    admit: { name: 'Admit a member', help: 'Somebody who has applied.' },
    rule: {
      name: 'Change a rule',
      help: 'How much support a kind of decision needs, and how long it takes.',
    },
    bond: { name: 'Offer bonds', help: 'Borrow for a machine from cooperators of the federation.' },
    social: {
      name: 'File the social account',
      help: 'What the co-op did for people and nature in a year.',
    },
    purpose: { name: 'Change the purpose', help: 'What the co-op is for, in other words.' },
    admission: {
      name: 'Change how members are admitted',
      help: 'By a vote, or by sponsors.',
    },
    join: {
      name: 'Join a federation',
      help: 'Apply to own machines and lend together with other co-ops.',
    },
    welcome: {
      name: 'Admit a co-op to the federation',
      help: 'Put it before the co-ops of the federation.',
    },
    chapter: {
      name: 'Open or close a chapter',
      help: 'What the account of the co-op can use, beyond money and votes.',
    },
    windUp: {
      name: 'Wind up the co-op',
      help: 'Hand on what is left, step by step.',
    },
    leave: {
      name: 'Leave the federation',
      help: 'Give notice; nobody else has to agree.',
    },
    text: {
      name: 'Decide a text',
      help: 'A resolution in words; nothing is paid or changed by itself.',
    },
  },
  pay: {
    to: 'Who gets it?',
    amount: 'How much?',
    ground: 'On what ground?',
    grounds: {
      WAGE: 'Wage',
      INVOICE: 'Invoice',
      EXPENSE: 'Expenses',
      REFUND: 'Refund',
      SHARE_INTEREST: 'Interest on shares',
      SURPLUS: 'Share of the surplus',
    },
    purpose: 'What for?',
    purposeHelp: 'In a few words; it becomes part of the title.',
    document: 'Invoice, payslip or receipt',
    documentHelp: 'Only its fingerprint (sha-256) is recorded. Keep the file.',
    documentTaken: (name: string) =>
      `The fingerprint of ${name} goes with the payment. Keep the file.`,
    have: (amount: string) => `The co-op has ${amount}.`,
    within: (amount: string) =>
      `An everyday decision can move up to ${amount} today; more takes a major one.`,
    unknown: 'What the account holds could not be read just now.',
    nobody: 'This address belongs to nobody: money sent there is lost. Write another one.',
    itself: 'This is the co-op’s own account. It cannot pay itself.',
    short: 'The account does not hold so much now. It is paid only if the money is there by then.',
    title: (name: string, amount: string, purpose: string) =>
      purpose === '' ? `Pay ${name} ${amount}` : `Pay ${name} ${amount} for ${purpose}`,
  },
  fee: {
    which: 'For which machine?',
    unnamed: (id: string) => `machine ${id}`,
    terms: (fee: string, stands: string | undefined) =>
      stands === undefined ? `${fee}.` : `${fee}. ${stands}`,
    behind: (amount: string) => `${amount} is late.`,
    next: (amount: string, when: string) =>
      `Everything until now is paid; the next ${amount} is due on ${when}.`,
    ahead: (when: string) => `Paid ahead, until ${when}.`,
    amount: 'How much?',
    amountHelp: (have: string) =>
      `Written here: what is late, or else the next fee. The co-op has ${have}.`,
    how: 'The common fund is allowed to take exactly this amount from the account, and takes it at once. From there it goes to those who lent for the machine, and later to everybody.',
    raised:
      'Letting somebody else take money from the account counts as a major decision, however little it is. Only the members can make it an everyday one, by changing a founding rule.',
    none: 'The co-op uses no machine of the federation, so there is no use fee to pay.',
    free: 'The machines that the co-op uses are lent free of charge: no use fee is due.',
    noFederation: 'The co-op belongs to no federation here, so it uses no machine of one.',
    title: (amount: string, machine: string) => `Pay ${amount} of use fee for ${machine}`,
  },
  admit: {
    who: 'Who?',
    none: 'Nobody has applied. People apply on the page of the co-op; then they appear here.',
    as: (name: string, group: string) => `${name}, as ${group}`,
    until: (when: string) => `The application holds until ${when}.`,
    title: (name: string, group: string) => `Admit ${name} as ${group}`,
  },
  rule: {
    which: 'Which kind of decision?',
    threshold: 'Support needed',
    inclusive: 'Exactly this much is',
    enough: 'enough',
    notEnough: 'not enough: it takes more',
    quorum: 'Members who must vote',
    least: 'And at least so many people',
    objections: 'Objections',
    objectionsHelp:
      'How many are allowed before they stop it; leave empty if objections do not stop it.',
    notice: 'Notice before voting',
    voting: 'Time to vote',
    timelock: 'Waiting time after the vote',
    late: 'Extra time if the result turns late',
    grace: 'Time to carry it out',
    cap: 'Most that lenders and investors weigh together',
    days: 'days',
    inDays: (days: string) => (days === '1' ? '1 day' : `${days} days`),
    /** The same in fewer and fewer words: a ballot has room for one line. */
    titles: (kind: string, [first, ...others]: readonly RuleChange[]): [string, ...string[]] => {
      const start = kind.endsWith('rule')
        ? `Change the rule on ${kind}s`
        : `Change the ${kind} rule`
      if (!first) return [start]
      const whole = ({ name, from, to }: RuleChange) => `${name} from ${from} to ${to}`
      const names = fixed.list([first, ...others].map(({ name }) => name))
      const more = others.length === 0 ? '' : ` and ${others.length} more`
      return [
        `${start}: ${fixed.list([first, ...others].map(whole))}`,
        `${start}: ${whole(first)}${more}`,
        `${start}: ${first.name} now ${first.to}${more}`,
        `${start}: ${names}`,
        `${start}: ${first.name}${more}`,
      ]
    },
    now: 'Now',
    same: 'This is the rule as it is. Change something first.',
  },
  bond: {
    name: 'What is bought?',
    nameHelp: 'In a few words, such as: Stone mill for flour.',
    about: 'Say what it is and what it is for',
    aboutHelp: 'Lenders read this. Its fingerprint goes with the offer for ever.',
    supplier: 'Who sells it?',
    price: 'Price',
    least: 'Minimum to raise',
    leastHelp: 'At least the price. If less is raised, everyone gets back exactly what they paid.',
    most: 'Maximum to raise',
    person: 'Most that one person may lend',
    opens: 'Opens, days from now',
    opensHelp: (days: number) => `The vote takes until day ${days}; the offer must open later.`,
    open: 'Open for how many days?',
    buy: 'Days to buy it after the close',
    expected: 'When do you expect everything to be repaid?',
    expectedHelp: 'In years. A hope, not a promise.',
    times: {
      opens: (count: string) => daysOf(count),
      days: (count: string) => daysOf(count),
      buyDays: (count: string) => daysOf(count),
      years: (count: string) => (count === '1' ? '1 year' : `${count} years`),
    },
    mode: 'How does the co-op use it?',
    modes: {
      COST_RENT: {
        name: 'For a use fee',
        help: 'The fee repays the bonds; after that it goes on and becomes income for all.',
      },
      USUFRUCT: {
        name: 'Free of charge',
        help: 'Repaid only from common income, and only if the federation stands behind the offer.',
      },
    },
    rent: 'Use fee a month',
    title: (name: string) => `Offer bonds: ${name}`,
    noFederation: 'The co-op belongs to no federation here, so it cannot offer bonds.',
    standing: 'Only a co-op in good standing can offer bonds. See its open co-op check.',
    faults: {
      belowPrice: () => 'This is less than the price: the machine could not be paid.',
      belowLeast: () => 'This is less than the minimum to raise.',
      opens: (decided: number) =>
        `Write whole days, ${decided + 1} or more: the vote must be over by then.`,
      days: () => 'Write whole days, from 7 to 366.',
      buyDays: () => 'Write whole days, from 1 to 366.',
      years: () => 'Write years, up to 100.',
      name: () => 'Shorter, please, and only characters that can be seen.',
      itself: 'The co-op cannot sell to itself.',
    },
  },
  social: {
    year: 'Which year?',
    figure: (name: string) => name,
    figureHelp: (unit: string, limit: string) => `In ${unit}; the statutes allow ${limit}.`,
    noEffects: 'The statutes name no effects. Say in your own words what the year brought.',
    report: 'Report',
    attester: 'Who checked the figures?',
    title: (year: string) => `File the social account of ${year}`,
  },
  purpose: {
    title: 'Change the purpose',
    what: 'The purpose stands in the founding document. A new document takes its place; everything else in it stays as it is.',
    purpose: 'The new purpose',
    purposeHelp: 'One or two sentences. Whoever looks at the co-op reads them first.',
    same: 'This is the purpose as it is. Change something first.',
    hidden: 'There is a character in it that cannot be seen. Type it again.',
    unread: {
      why: 'The founding document cannot be read, so nobody can see what would change.',
      now: 'Whoever has the document can bring it to the postbox again.',
    },
    body: (after: string, before: string) =>
      `# The new purpose\n\n${after}\n\n# The purpose until now\n\n${before}`,
  },
  admission: {
    which: 'How are new members to be admitted?',
    policies: {
      BY_DECISION: { name: 'By a vote', help: 'The members decide on each application.' },
      BY_SPONSORS: {
        name: 'By sponsors',
        help: 'A few members vouch for somebody. A group can grow by a tenth a month this way.',
      },
    },
    sponsors: 'How many sponsors?',
    sponsorsHelp: (most: number) => `From 1 to ${most}, all of the group that is entered.`,
    same: 'This is how it is now. Change something first.',
    title: (policy: 'BY_DECISION' | 'BY_SPONSORS', sponsors: number) =>
      policy === 'BY_DECISION'
        ? 'Admit new members by a vote'
        : `Admit new members by ${sponsors === 1 ? 'one sponsor' : `${sponsors} sponsors`}`,
  },
  join: {
    which: 'Which federation?',
    size: (coops: number, people: number) =>
      `${coops === 1 ? 'One co-op' : `${coops} co-ops`}, ${people === 1 ? 'one person' : `${people} people`}.`,
    title: (federation: string) => `Apply to join the ${federation}`,
    what: (federation: string) => `What it means to join the ${federation}`,
    points: [
      '**They decide.** This decision is the application. The co-ops of the federation then vote on whether to admit you; their members can put it before them with the form “Admit a co-op to the federation”.',
      '**Voice.** Once in, the co-op has one vote among the co-ops of the federation.',
      '**People.** Members who are natural persons become cooperators: they can lend for machines, and start to earn the equal share.',
      '**Machines and works.** You can offer bonds and use machines of the federation, and you count as one of its co-ops when works are used.',
      '**Open books.** In good standing is who has a lock, several groups of members, a part in the commons and open books. The page of the co-op then shows how you stand.',
      '**Leaving.** You can leave by a decision of your own, after the notice of the federation.',
    ],
    about: 'What should they know about you?',
    aboutHelp: 'What you do, how many you are, why you want to join. Everybody can read it.',
    until: (when: string) => `The application holds until ${when}.`,
    noLock:
      'Your co-op has no lock on its assets. It can join, but it does not count as open until it has one.',
    waits: (when: string) => `You have applied already. The application holds until ${when}.`,
    isIn: 'The co-op belongs to this federation already.',
    isRoot: 'This is the federation’s own co-op. It joins none.',
    none: 'No federation is known here.',
  },
  welcome: {
    which: 'Which co-op?',
    how: 'If your co-op decides this, it makes a proposal among the co-ops of the federation. There each co-op has one vote.',
    none: 'No co-op has applied. A co-op applies by a decision of its own; then it appears here.',
    notIn: 'The co-op belongs to no federation here, so it has no voice in one.',
    titles: (name: string): [string, ...string[]] => [
      `Put before the federation: admit ${name}`,
      `Put an admission before the federation`,
    ],
    inner: (name: string): [string, ...string[]] => [
      `Admit ${name} to the federation`,
      'Admit a co-op to the federation',
    ],
  },
  windUp: {
    cannot:
      'No decision can dissolve a co-op yet: its account, its rules and its record stay on the network. This form leads through what can be done. What the law of your country asks of a dissolution is not done by it.',
    steps: [
      '**Leave the federation.** It takes its notice; machines stay until lenders are repaid.',
      '**Pay what is owed**: wages, invoices, loans, with the form “Pay somebody”.',
      '**Hand on the rest** to another body, with this form. It is paid once, as it stands now; what comes in later waits for another decision.',
      '**Members leave**, each by themselves in one step. Somebody should stay until everything is paid.',
    ],
    leaveFirst: 'The co-op still belongs to the federation. Leave it first:',
    nothing: 'There is no money in the account to hand on.',
    rest: (amount: string) => `The account holds ${amount}. All of it is handed on.`,
    to: 'Who gets the rest?',
    itself: 'The co-op cannot hand it on to itself.',
    member: 'This is a member. What is left is never shared out among members this way.',
    titles: (name: string): [string, ...string[]] => [
      `Wind up: hand on all that is left to ${name}`,
      'Wind up: hand on all that is left',
    ],
  },
  leave: {
    title: (federation: string) => `Leave the ${federation}`,
    rollTitle: (federation: string) => `Leave the roll of the ${federation}`,
    what: (federation: string) => `What it means to leave the ${federation}`,
    points: (notice: string) => [
      `**Notice.** The co-op stays in the federation for **${notice}** after the decision is carried out. Until then everything goes on as before.`,
      '**People.** Then its members are no longer cooperators through this co-op: they stop earning the equal share and cannot lend, unless they also belong to another co-op of the federation. What they have earned and lent stays theirs.',
      '**Machines.** The machines it uses stay with it on the same terms until those who lent are repaid. Then it gives them back, or buys them if both the federation and the co-op agree.',
      '**Works.** Its works stay in the commons under their terms. For works of others it no longer counts as a co-op of the federation.',
      '**Voice.** It keeps its vote in the federation until it also leaves the federation’s roll. This form offers that once the notice is over.',
      '**For good.** A notice that is given cannot be taken back. To return later, the co-op has to be admitted again.',
    ],
    machines: (count: number) =>
      count === 0
        ? 'The co-op uses no machine of the federation.'
        : count === 1
          ? 'The co-op uses one machine of the federation:'
          : `The co-op uses ${count} machines of the federation:`,
    notIn: 'The co-op belongs to no federation here, so there is nothing to leave.',
    given: (when: string) =>
      `Notice is given: the co-op leaves on ${when}. Nothing else has to be decided until then.`,
    roll: (federation: string) =>
      `The notice is over. The co-op still has a vote in the ${federation}; this decision gives it up and ends the membership for good.`,
    isRoot: 'This is the federation’s own co-op. It cannot leave itself.',
  },
  text: {
    title: 'Title',
    titleHelp: 'One line, as it will stand on every ballot.',
    text: 'Text',
    textHelp: 'Paragraphs are separated by an empty line. Lines that begin with - become a list.',
  },
  why: 'Why?',
  whyHelp: 'Everybody sees it beside the vote.',
  raise: {
    legend: 'Under which rule?',
    needed: 'as needed',
    byAmount: (kind: string, within: string) =>
      `This is ${kind}, because of the amount: everyday decisions together may move a third of the account in twelve months, and ${within} of that is left today.`,
    higher: 'You may ask for more support than needed, never for less.',
  },
  preview: {
    title: 'What the others will see',
    needs: (decision: string, needs: string) => `It is ${decision}. ${needs}`,
    periods: (periods: string) => `It takes ${periods}`,
    retitle: 'Change the title',
    first: 'Fill in the form, then you see here what it will do.',
  },
  tried: {
    why: 'If it were carried out now, it would fail.',
    still: 'You can propose it all the same: by the time it is carried out this may have changed.',
    short: (have: string, needed: string) =>
      `The account holds ${have} and ${needed} would be needed.`,
    third: (outflow: string, most: string) =>
      `An everyday decision can move at most a third of the account in twelve months, which is ${most}; this one would bring it to ${outflow}.`,
    shortNow: 'Make sure that the money is there by then.',
  },
  send: 'Propose it',
  sendHelp: 'Costs a small network fee. You can take it back until voting opens.',
  storing: 'Storing the document at the postbox…',
  done: 'It is proposed.',
  open: 'Go to the decision',
  standsInTheWay: (proposal: bigint) => `Go to proposal ${proposal}`,
  notMember: {
    why: 'Only members of this co-op can propose something.',
    now: 'You can apply for membership on its page.',
  },
} as const
