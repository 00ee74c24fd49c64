/** What a wallet was asked to send, by the function that is called there. */
const calls: Readonly<Record<string, string>> = {
  acquire: 'Getting a permission',
  acquireWithPermit: 'Getting a permission',
  admitBySponsors: 'Bringing a new member to the roll',
  applyFor: 'Your application',
  approve: 'Allowing a payment',
  askAgain: 'Asking to vote again',
  buy: 'Having the machine bought',
  cancel: 'Taking your proposal back',
  castVote: 'Your vote',
  castVoteWithReason: 'Your vote with its reason',
  claim: 'Collecting your equal share',
  claimFor: 'Having licence fees paid out',
  execute: 'Carrying out a decision',
  found: 'Founding a co-op',
  mature: 'Booking contributions',
  pour: 'Paying a use fee',
  pourWithPermit: 'Paying a use fee',
  proposeAs: 'Your proposal',
  refund: 'Taking your money back',
  release: 'Releasing licence fees',
  resign: 'Leaving a co-op',
  seat: 'Being counted by the federation',
  split: 'Dividing licence fees',
  subscribe: 'Lending',
  subscribeWithPermit: 'Lending',
  take: 'Collecting what was repaid',
  transfer: 'Handing over bonds',
  withdraw: 'Taking back part of what you lent',
  withdrawApplication: 'Withdrawing your application',
}

/** What becomes of what a person sends. */
export const acts = {
  title: 'Under way',
  /** What it is, in words. */
  what: (call: string) => calls[call] ?? 'Something that you sent',
  when: (time: string) => `your wallet was asked at ${time}`,
  state: {
    asked: 'Your wallet was asked, and has not answered this page. Look there.',
    unknown:
      'It may have been sent. The network does not say yet what became of it; we go on asking.',
    sent: 'It is sent. The network has not recorded it yet.',
    unseen:
      'The network has no trace of it. If your wallet shows it as on its way, wait. If your wallet shows nothing, it was not sent.',
    done: 'It is done, and recorded.',
    failed: 'The network recorded it as failed: nothing of it was carried out.',
    replaced:
      'Another transaction of yours took its place. It was not carried out, and will not be.',
    passed:
      'It may have been carried out: your account has sent something since, and the network cannot say what. Look at the list in your wallet.',
  },
  hash: 'Transaction',
  goThere: 'Go to its page',
  lookAgain: 'Look again',
  /** Of what the network has no trace of. */
  giveUp: 'It was not sent: let me try again',
  dismiss: 'Take off the list',
  looking: 'It may have been sent. Asking the network what became of it…',
  silent: 'It is sent, but the network does not answer now. We go on asking.',
  unseen: {
    why: 'The network has no trace of it.',
    now: 'If your wallet shows it as on its way, wait: this page goes on looking. If your wallet shows nothing, it was not sent, and you can try again.',
  },
  walletSaid: 'Your wallet answered:',
  refusals: {
    sameUnderWay: {
      why: 'You have sent exactly this already, and it is under way.',
      now: 'Nothing more was sent. Wait until the list “Under way” says what became of it.',
    },
    oneUnclear: {
      why: 'It is not clear yet what became of the last one that you sent.',
      now: 'Nothing more was sent. See under “Under way” at the top of the page; then you can go on.',
    },
    released: {
      why: 'The network has no trace of it.',
      now: 'You can try again.',
    },
    replaced: {
      why: 'Another transaction took its place, so this was not carried out.',
      now: 'If you cancelled it in your wallet, all is well. If not, look at the list in your wallet before you try again.',
    },
    passed: {
      why: 'We could not find out what became of it.',
      now: 'Your account has sent something since, perhaps this. Look at the list in your wallet before you try again.',
    },
    failed: {
      why: 'The network recorded it as failed.',
      now: 'Nothing of it was carried out. Something changed while it was on its way: look at the page again before you retry.',
    },
    unread: {
      why: 'It was sent and recorded, but this page could not read what came of it.',
      now: 'Load the page again before you do anything else.',
    },
    postboxDown: {
      why: 'The postbox did not take your vote.',
      now: 'Try again, or send it yourself for a small network fee.',
    },
    postboxUnknown: {
      why: 'The postbox did not answer, so we do not know whether it has your vote.',
      now: 'You can sign again: the same vote is kept once. Or send it yourself for a small network fee.',
    },
  },
} as const
