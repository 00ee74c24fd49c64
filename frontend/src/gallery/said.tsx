import type { ActState } from '../acts/act.ts'
import { Card } from '../ui/Card.tsx'
import { Data } from '../ui/Data.tsx'
import { DocumentText } from '../ui/DocumentText.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Explained } from '../ui/Explained.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice, Refusal } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { Prose } from '../ui/Prose.tsx'
import { Rich } from '../ui/Rich.tsx'
import { Says } from '../ui/Says.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { Specimen } from './specimen.ts'

const HASH = `0x${'5a'.repeat(32)}` as const
const nothing = () => undefined

const refusal = {
  why: 'The close has passed.',
  now: 'Ask for the vote to be called again.',
  details: 'VoteClosed(7, 1767225600)',
}

const acts: readonly (readonly [state: string, act: ActState<string>])[] = [
  ['preparing', { step: 'preparing' }],
  ['waiting for the wallet', { step: 'signing' }],
  ['sending', { step: 'sending' }],
  ['sent', { step: 'confirming', hash: HASH }],
  ['nobody knows whether it was sent', { step: 'unknown', hash: HASH }],
  [
    'the network has no trace of it',
    { step: 'unseen', hash: HASH, said: null, lookAgain: nothing, giveUp: nothing },
  ],
  ['done', { step: 'done', result: '' }],
  ['refused', { step: 'refused', refusal }],
  ['replaced by the wallet', { step: 'replaced', refusal }],
]

const MINUTES = `# Minutes

We met at the mill.

- Ada counted
- Chi wrote

| line | euros |
| --- | --- |
| flour | 40 |`

/** What is said: notices, states, texts. */
export const said: readonly Specimen[] = [
  {
    part: 'Card',
    state: 'with a title',
    shown: <Card title="Who decides">Twelve members, one vote each.</Card>,
  },
  {
    part: 'Card',
    state: 'at the side',
    shown: (
      <Card title="Your part" side>
        200 euros, lent in spring.
      </Card>
    ),
  },
  { part: 'Tag', state: 'accent', shown: <Tag sign="●">Open</Tag> },
  {
    part: 'Tag',
    state: 'quiet',
    shown: (
      <Tag sign="✓" tone="quiet">
        Carried out
      </Tag>
    ),
  },
  {
    part: 'Tag',
    state: 'danger',
    shown: (
      <Tag sign="×" tone="danger">
        Not passed
      </Tag>
    ),
  },
  ...(['accent', 'danger', 'quiet'] as const).map((tone) => ({
    part: 'Notice',
    state: tone,
    shown: <Notice tone={tone}>Your name and the amount are public.</Notice>,
  })),
  { part: 'Notice', state: 'a refusal with details', shown: <Refusal refusal={refusal} /> },
  ...acts.map(([state, act]) => ({
    part: 'Progress',
    state,
    shown: <Progress state={act} done={() => 'Your vote is in the postbox.'} />,
  })),
  {
    part: 'Failed',
    state: 'for a reason that nobody foresaw',
    shown: <Failed error={new Error('the mill stands still')} />,
  },
  {
    part: 'Empty',
    state: 'nothing yet',
    shown: <Empty what="No machine is in use yet. A passed offer brings the first." />,
  },
  { part: 'Loading', state: 'waiting', shown: <Loading /> },
  { part: 'Says', state: 'one sentence', shown: <Says>The co-op pays the miller 40 euros.</Says> },
  { part: 'Rich', state: 'with bold', shown: <Rich text="You lend **200 euros**." /> },
  {
    part: 'Explained',
    state: 'with a word to ask about',
    shown: <Explained text="It leaves the postbox at noon." terms={['postbox']} />,
  },
  { part: 'Prose', state: 'heading, list, table', shown: <Prose text={MINUTES} /> },
  {
    part: 'Data',
    state: 'fields and a list',
    shown: <Data value={{ name: 'The mill', lines: [{ line: 'flour', euros: 40 }], paid: true }} />,
  },
  { part: 'DocumentText', state: 'text', shown: <DocumentText content={MINUTES} /> },
]
