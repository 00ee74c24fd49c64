/** What words mean that somebody may not have met. The names are those of docs/glossary.md. */
export const glossary = {
  'co-op': 'A legal person with members, rules and an account of its own.',
  account: 'Where a co-op holds its money and machines. Nothing leaves it but by decision.',
  'founding document':
    'What a co-op was founded with: its name, purpose, groups and rules. It can be read by everybody.',
  lock: 'How far the co-op’s wealth is bound to the common good. It can be made tighter, never looser.',
  group:
    'The members of one kind, such as workers, users or lenders. Rules may say how much each group weighs.',
  'share of control': 'How much a group weighs where votes are counted by group.',
  'voter list': 'Who was a member the second before a vote was proposed. Only they can vote in it.',
  sponsor: 'A member who signs for somebody who wants to join.',
  decision: 'A proposal and the vote on it.',
  object:
    'To say no with a reason, as a block. Under a consent rule one objection stops a decision.',
  quorum: 'How many members must vote so that a decision can count at all.',
  'support needed': 'The share of the votes that a decision must get to pass.',
  notice: 'The days before voting begins, so that everybody can read.',
  'waiting time': 'The days between the close of a vote and its being carried out.',
  'carry out': 'To make happen what was decided. Anyone may do it, once the waiting time is over.',
  postbox:
    'A service that takes votes that members signed and sends them to the network together. It makes voting free. It cannot change a vote, and whoever does not trust it can send their vote themselves.',
  'stand-in': 'A member who votes for another until a set date. It is not offered yet.',
  recount:
    'To fetch all counted votes from the network and check every signature on your own device.',
  federation: 'Co-ops that own machines together and share common income equally.',
  'open co-op check': 'Four questions that every co-op of a federation must pass.',
  'equal share': 'The same income for every person of every co-op, from what is left over.',
  'everyone’s fund': 'All common money of a federation.',
  reserve: 'Money kept back for what the federation decides.',
  'bond offer': 'A machine that needs lenders.',
  'stand behind': 'When the federation lets common income repay an offer too.',
  'use fee': 'What a co-op pays for using a machine that belongs to all. It repays the lenders.',
  machine: 'A thing that all own together and one co-op uses.',
  work: 'A design, a text or a program that is shared under a licence.',
  'looked after by': 'The co-op that answers for a work and may say on which terms it is used.',
  'permission to use': 'The right of somebody to use a work for a time.',
  ground:
    'Why a permission was given: because it was paid, or because it is free for this use or this kind of user.',
  points: 'What somebody contributed to a work, counted for what they pay.',
  receipt: 'What proves a permission, even when this page is gone.',
} as const satisfies Readonly<Record<string, string>>

export type GlossaryTerm = keyof typeof glossary

export const help = {
  title: 'Help',
  lead: 'What you can do here, step by step, and what the words mean.',
  all: 'All words explained',
  words: 'The words',
  jobs: [
    {
      title: 'Vote in your co-op',
      to: '/decisions',
      go: 'To the decisions',
      steps: [
        'Sign in at the top of the page with the wallet that is on your co-op’s member list.',
        'Open a decision. The first sentence says what happens if it passes.',
        'Choose an answer and sign. It is free; everybody can see your vote.',
        'After the close, recount all votes on your own device if you like.',
      ],
    },
    {
      title: 'Lend for a machine',
      to: '/bonds',
      go: 'To the bond offers',
      steps: [
        'Choose an offer. It says what is bought, from whom, and what you can get back at the most.',
        'Write how much you lend and confirm in your wallet. Your name and the amount are public.',
        'Until the cooling-off ends you can take it back.',
        'When use fees come in, collect what you are due under “My money”.',
      ],
    },
    {
      title: 'Ask whether you may use a work',
      to: '/may-i-use',
      go: 'To “May I use this?”',
      steps: [
        'Find the work and say who you are and what you want to do with it.',
        'The answer says whether it is free for you, on which ground, or what it costs.',
        'Confirm, and keep the receipt: it proves the permission by itself.',
        'Anybody can check a permission under “Check a permission”.',
      ],
    },
  ],
} as const
