import { Button, buttonClass } from '../ui/Button.tsx'
import { Choices } from '../ui/Choices.tsx'
import { CopyButton } from '../ui/Copy.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { Term } from '../ui/Term.tsx'
import { Held } from './Held.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import type { Specimen } from './specimen.ts'

const looks = ['main', 'quiet', 'danger', 'link'] as const

const ways = [
  { value: 'for', label: 'For' },
  { value: 'against', label: 'Against' },
  { value: 'abstain', label: 'Abstain' },
] as const

const modes = [
  { value: 'lent', label: 'Lent free', help: 'It is repaid from common income alone.' },
  { value: 'rent', label: 'A use fee', help: 'It goes on after repayment and becomes income.' },
  { value: 'auction', label: 'Members bid', help: 'Not open for this machine.', disabled: true },
] as const

/** What is pressed, opened or chosen. */
export const pressed: readonly Specimen[] = [
  ...looks.flatMap((look) => [
    { part: 'Button', state: look, shown: <Button look={look}>Sign your vote</Button> },
    {
      part: 'Button',
      state: `${look}, disabled`,
      shown: (
        <Button look={look} disabled>
          Sign your vote
        </Button>
      ),
    },
  ]),
  {
    part: 'Button',
    state: 'wide, with a long label',
    shown: (
      <Button look="main" wide>
        Lend 200 euros to the bicycle workshop, and take them back until Friday
      </Button>
    ),
  },
  {
    part: 'Button',
    state: 'a link that looks like one',
    shown: (
      <a href="#there" className={buttonClass()}>
        Open the decision
      </a>
    ),
  },
  {
    part: 'Rows',
    state: 'with and without more about it',
    shown: (
      <Rows>
        <Row what="Buy a stone mill for flour" more="La Louve · closes on Friday at noon">
          <Button look="main">Vote</Button>
        </Row>
        <Row what="Two people have applied to join">
          <Button>See who</Button>
        </Row>
      </Rows>
    ),
  },
  {
    part: 'Choices',
    state: 'in a row, nothing chosen',
    shown: (
      <Held initial={null as string | null}>
        {(value, set) => (
          <Choices legend="Your vote" row choices={ways} value={value} onChange={set} />
        )}
      </Held>
    ),
  },
  {
    part: 'Choices',
    state: 'below each other, one chosen, one disabled',
    shown: (
      <Held initial={'rent' as string | null}>
        {(value, set) => (
          <Choices legend="How it is used" choices={modes} value={value} onChange={set} />
        )}
      </Held>
    ),
  },
  {
    part: 'Choices',
    state: 'in pairs',
    shown: (
      <Held initial={'lent' as string | null}>
        {(value, set) => (
          <Choices legend="How it is used" pairs choices={modes} value={value} onChange={set} />
        )}
      </Held>
    ),
  },
  {
    part: 'Copy',
    state: 'before it is pressed',
    shown: <CopyButton text="0x4e59b44847b379578588920cA78FbF26c0B4956C">Copy address</CopyButton>,
  },
  {
    part: 'CopyField',
    state: 'with a link',
    shown: (
      <CopyField
        label="Link for the other founders"
        what="the link"
        text="https://coops.example/#/found/sign?draft=0x4e59"
      />
    ),
  },
  {
    part: 'Disclosure',
    state: 'folded',
    shown: <Disclosure summary="What exactly happens">The co-op pays 40 euros.</Disclosure>,
  },
  {
    part: 'Term',
    state: 'in a sentence',
    shown: (
      <p className="m-0">
        Your ballot waits in the <Term of="postbox">postbox</Term>.
      </p>
    ),
  },
  { part: 'Dialog', state: 'opened by its button', shown: <OpenDialog /> },
]
