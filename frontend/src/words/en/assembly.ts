import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { number } from '../format.ts'

/** When the postbox leaves: soon in seconds, later by the clock. */
function leaving(time: string, seconds: number): string {
  if (seconds <= 5) return 'in a moment'
  if (seconds < 100) return `in about ${Math.ceil(seconds / 10) * 10} seconds`
  return seconds < 3_600 ? `at ${time}, in about ${Math.round(seconds / 60)} minutes` : `at ${time}`
}

/** Decisions: the list, one of them, and making one. */
export const assembly = {
  decisionsPage: {
    title: 'Decisions',
    lead: 'What is being decided, what comes, and what was decided.',
    all: 'All co-ops',
    ofCoop: 'Show decisions of',
    open: 'Open now',
    passed: 'Passed, to be carried out',
    coming: 'Coming',
    over: 'Over',
    nothingOpen:
      'Nothing is open for voting. When a member proposes something, it appears here with its closing date.',
    nothing: 'Decisions appear here as soon as a member proposes something.',
    propose: 'Propose something',
    mine: (choice: Choice) => `You voted: ${choices[choice]}`,
    notYet: 'You have not voted yet',
  },
  decisionPage: {
    over: (coop: string, id: string) => `${coop} · decision ${id}`,
    proposedBy: 'Proposed by',
  },
  state: {
    pending: (when: string) => `Voting opens ${when}`,
    active: (left: string) => `Open for another ${left}`,
    defeated: 'Did not pass',
    queued: (when: string) => `Passed, waits until ${when}`,
    ready: 'Passed, ready to be carried out',
    readyText: 'Passed',
    executed: 'Carried out',
    expired: 'Passed, but not carried out in time',
    cancelled: 'Taken back',
  },
  closed: (when: string) => `closed ${when}`,
  opens: (when: string) => `opens ${when}`,
  alone:
    'The overview does not have this decision, so it was read from the network itself. You can vote as usual; only the members’ reasons are missing.',
  ifPasses: 'If this passes, ',
  passed: 'This passed, and is not carried out yet: ',
  passedText: 'This passed: ',
  executed: 'Carried out: ',
  failed: 'This did not pass. It would have meant: ',
  lapsed: 'This passed, but was not carried out in time. It would have meant: ',
  from: (when: string) => `from ${when}`,
  nothingElse: 'Nothing else changes.',
  nothingElseDone: 'Nothing else changed.',
  several: (count: number) => `**${count} things** happen, all or none:`,
  account: {
    title: 'What the account can bear',
    holds: 'On the account now',
    takes: 'This takes from it',
    left: 'What would be left',
    notEnough: 'not enough',
    limit: (kind: string) => `Most that ${kind} can still move today`,
    noLimit: 'The account itself: a major decision may move all of it.',
    limitWhat:
      'Everyday and consent decisions together may move a third of the account in twelve months.',
    cannot: 'As things stand, this cannot be carried out.',
    short: (have: string, needed: string) =>
      `The account holds ${have}, and ${needed} would be needed.`,
    over: (takes: string, limit: string) =>
      `It takes ${takes}, and a decision of this kind can still move ${limit} today. It would need a major decision.`,
    later:
      'It can be carried out only if that has changed by then. If it has not, nothing is paid.',
    unknown:
      'How much the account holds could not be read just now, so nobody can say here whether it is enough.',
  },
  yourVote: {
    title: 'Your vote',
    legend: 'What do you say?',
    sign: 'Sign my vote',
    change: 'Sign my new vote',
    choose: 'Choose first',
    another: 'To change your mind, choose another answer.',
    free: 'It is free. Your wallet will show these words:',
    otherLanguage: (language: string) => `The co-op’s ballots are in ${language}.`,
    /** After a word of the ballot in quotation marks. */
    means: (here: string) => `means ${here}.`,
    public:
      'Anyone can see it. You can change it for free until the postbox leaves; after that and until the close, by a vote that you send yourself for a small network fee.',
    objectHelp:
      'An objection says that this would harm the co-op. It counts as against, and under a consent rule it stops the decision.',
    objectionsDoNotBlock:
      'Under this rule an objection counts as against and does not stop the decision.',
    reason: 'Your reason',
    addReason: 'Say why',
    objection: 'Why would it harm the co-op?',
    sayWhy: 'Say why first',
    reasonAtPostbox:
      'You sign it too, and the postbox shows it to everybody beside your vote. It is not on the network: there it stands only if you send your vote yourself.',
    reasonOnChain: 'It is recorded on the network with your vote. Everybody can read it for ever.',
    reasonLost:
      'Your vote is at the postbox, but your reason could not be kept there. Send the vote again, or tell the others yourself.',
    self: 'Send it myself instead',
    selfWithReason: 'Send my vote with the reason',
    selfHelp: 'It costs a small network fee and is counted at once.',
    noPostbox: (what: string) => `${what} Your vote can still be counted: send it yourself.`,
    signedOut: 'Members vote here. Sign in to see whether you are one.',
    notMember:
      'You were not on the voter list when this vote was proposed, so you cannot vote here.',
    pending: (when: string) => `Voting opens ${when}. You can read everything before.`,
    closed: 'The vote is closed.',
    youSaid: (choice: Choice) => `You voted **${choices[choice]}**.`,
    youSaidNothing: 'You did not vote.',
    unknown: 'We cannot say yet whether you voted.',
    perhapsThere:
      'No vote of yours is counted. The postbox does not answer, so we cannot say whether one waits there.',
    taken: 'Your vote is at the postbox.',
    atPostbox: 'It waits at the postbox and goes out with the others.',
    wasAtPostbox: (when: string) =>
      `At ${when} it waited at the postbox, which does not answer now.`,
    leaves: (time: string, seconds: number) =>
      `The postbox leaves ${leaving(time, seconds)}. Until then you can change your vote for free. After that you can change it until the close by sending a vote of your own, for a small network fee.`,
    sendNow: 'Send the postbox now',
    sent: 'It is on its way to the network.',
    wasSent: (when: string) =>
      `At ${when} it was on its way to the network. The postbox does not answer now.`,
    counted: 'It is counted.',
    countedThere: 'The postbox says that it is counted; the network does not show it here yet.',
    notInFigures: 'The figures below do not show it yet.',
    byStandIn: 'Your stand-in’s vote is counted. You can still vote yourself.',
    lost: 'The postbox had your vote and has it no more, and it is not counted. Please vote again.',
    skipped: (why: string) => `The postbox could not have your vote counted: ${why}`,
    changeCounted:
      'Your vote is counted. You can still change it until the close by sending a new one yourself, for a small network fee.',
    sendChange: 'Send my new vote',
    steps: {
      preparing: 'Checking that your vote will count…',
      signing: 'Waiting for you to sign in your wallet…',
      sending: 'Bringing it to the postbox…',
    },
    differs: {
      why: 'The words on this page are not the ones that the network would count.',
      now: 'Nothing was signed. Load the page again; the overview may be behind.',
    },
  },
  stands: {
    title: 'How it stands',
    all: 'All groups',
    nobody: 'nobody yet',
    for: 'for',
    counts: (yes: number, no: number) => `${yes} for · ${no} against`,
    abstained: (count: number) => `${count} abstained`,
    objected: (count: number) => `${count} of these objected`,
    toCome: (count: number) => `${count} to come`,
    didNot: (count: number) => `${count} did not vote`,
    empty: 'no members',
    passing: 'As it stands, it passes.',
    failing: 'As it stands, it does not pass.',
    asOf: (time: string) => `Votes counted by ${time}.`,
    passed: 'It passed.',
    lost: 'It did not pass.',
    quorumMissing: (count: number) =>
      `${count} more ${count === 1 ? 'member' : 'members'} must vote.`,
    quorumWasMissing: (count: number) =>
      `It needed ${count} more ${count === 1 ? 'voter' : 'voters'}.`,
    supportMissing: 'There is not enough support.',
    majorityMissing: (classes: string) => `${classes} must have more for than against.`,
    objections: (count: number) =>
      count === 1
        ? 'An objection stops it.'
        : `${count} objections more than the rule allows stop it.`,
    table: 'Votes by group',
    heads: ['Group', 'Members', 'For', 'Against', 'Objected', 'Abstained'],
    tie: 'A tie is always lost.',
  },
  life: {
    title: 'The life of this decision',
    notice: 'Notice',
    voting: 'Voting',
    waiting: 'Waiting time',
    carried: 'Carried out',
    between: (from: string, to: string) => `${from} to ${to}`,
    until: (when: string) => `until ${when}`,
    none: 'none',
    byAnyone: (when: string) => `by anyone, from ${when}`,
    adopted: (when: string) => `in force from ${when}`,
    done: (when: string) => `on ${when}`,
    notCarried: 'did not pass',
    tookBack: (when: string) => `taken back on ${when}`,
  },
  carryOut: {
    title: 'Carry it out',
    ready: 'It passed and has waited its time. Anyone may now have it carried out.',
    wait: (when: string) => `It passed. From ${when} anyone may have it carried out.`,
    button: 'Carry it out',
    help: 'It costs a small network fee. Often the postbox does it by itself.',
    until: (when: string) => `If nobody does until ${when}, it lapses.`,
    done: 'It is carried out.',
  },
  askAgain: {
    title: 'Vote on it again',
    rests: (until: string) =>
      `It was voted down. The same does not come to a vote again before ${until}, unless a tenth of the members ask for it, two at least.`,
    count: (asked: number, needed: number) =>
      asked === 0
        ? `Nobody has asked yet; ${needed} ${needed === 1 ? 'is' : 'are'} needed.`
        : `${asked} of the ${needed} needed ${asked === 1 ? 'has' : 'have'} asked.`,
    button: 'Ask to vote on it again',
    help: 'It costs a small network fee, and everybody sees that you asked. It counts for this proposal only.',
    youAsked: 'You have asked. Find other members who ask for it too.',
    notYou: 'Members can ask who were on the voter list of this decision.',
    enough: 'Enough members ask: any member can propose the same again now.',
    propose: 'Propose it again',
    done: 'You have asked to vote on it again.',
  },
  takeBack: {
    button: 'Take my proposal back',
    help: 'Possible until voting opens.',
    done: 'It is taken back.',
  },
  recount: {
    title: 'Recount it yourself',
    what: 'This fetches every counted ballot from the network and checks each signature and each membership on this device.',
    button: 'Recount now',
    again: 'Recount again',
    stop: 'Stop counting',
    stopped: 'You stopped it: nothing was counted.',
    steps: {
      ballots: 'Fetching the ballots…',
      roll: 'Looking the voters up on the roll…',
      signatures: 'Checking the signatures…',
    },
    progress: (done: number, all: number) => `${number(done)} of ${number(all)}`,
    checked: (signatures: number, direct: number) => {
      const signed = `**${number(signatures)} ${signatures === 1 ? 'signature' : 'signatures'}**`
      const sent = `${number(direct)} ${direct === 1 ? 'vote' : 'votes'} sent in person`
      return `${direct === 0 ? signed : `${signed} and ${sent}`} checked on this device`
    },
    counts: (yes: number, no: number, abstain: number) =>
      `${yes} for, ${no} against${abstain > 0 ? `, ${abstain} abstained` : ''}.`,
    same: 'Same as the official count.',
    differs: 'This is **not** the official count. Show it to the others.',
    fileRefused:
      'The list of ballots that the overview gave is not what the network has counted: it is late, or something in it was altered, added or left out. So the ballots were read from the network itself.',
    fingerprint: (hash: string) => `Fingerprint of the counted ballots ${hash}`,
    when: (when: string) => `Figures from ${when}.`,
    faults: (count: number) =>
      count === 1
        ? 'One ballot should not have counted:'
        : `${count} ballots should not have counted:`,
    ballots: 'All ballots',
    find: 'Find a name or an address',
    heads: ['Member', 'Group', 'Vote', 'How'],
    how: { carried: 'signed', direct: 'sent in person' },
    noLog: {
      why: 'The network did not give the log in which this vote was opened.',
      now: 'Try again, or use another address for the network.',
    },
  },
  reasons: {
    title: 'Reasons',
    beside: 'Signed by them and kept at the postbox, not on the network.',
    waiting:
      'Signed by them and kept at the postbox, not on the network. The vote is not counted yet.',
  },
  paper: 'What the proposer says',
  actions: {
    title: 'What exactly happens',
    to: 'Called contract',
    call: 'Call',
    value: 'Coin sent with it',
    held: 'In figures, as the contract holds them',
    read: 'Read the document',
    fingerprint: 'Fingerprint of a document that the postbox does not have',
    data: 'Data',
  },
} as const

export const choices: Readonly<Record<Choice, string>> = {
  for: 'For',
  against: 'Against',
  abstain: 'Abstain',
  object: 'Object',
}
