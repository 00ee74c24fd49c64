import { Bar } from '../ui/Bar.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Flow } from '../ui/Flow.tsx'
import { LongTable } from '../ui/LongTable.tsx'
import { Qr } from '../ui/Qr.tsx'
import { Steps } from '../ui/Steps.tsx'
import { Table } from '../ui/Table.tsx'
import type { Specimen } from './specimen.ts'

const columns = [
  { name: 'Who', of: ([who]: readonly [string, number]) => who },
  { name: 'Euros', of: ([, euros]: readonly [string, number]) => euros, right: true },
]
const lenders = [
  ['Ada Moreau', 200],
  ['Chi Nwosu', 1_250],
] as const
const many = Array.from({ length: 10_000 }, (_, at) => [`Lender ${at + 1}`, at] as const)

/** Bars, flows and tables. */
export const drawn: readonly Specimen[] = [
  {
    part: 'Bar',
    state: 'a vote with its line',
    shown: (
      <Bar
        tall
        line={0.5}
        parts={[
          { share: 0.55, tone: 'for' },
          { share: 0.2, tone: 'against' },
          { share: 0.1, tone: 'abstain' },
          { share: 0.15, tone: 'none' },
        ]}
      />
    ),
  },
  { part: 'Bar', state: 'raised', shown: <Bar parts={[{ share: 0.4, tone: 'accent' }]} /> },
  { part: 'Bar', state: 'empty', shown: <Bar parts={[]} /> },
  {
    part: 'Flow',
    state: 'two columns',
    shown: (
      <Flow
        label="Where the use fee goes"
        heads={['From', 'To', 'Amount']}
        nodes={[
          { key: 'fee', name: 'Use fee', column: 0, tone: 'accent', lines: ['300 euros'] },
          { key: 'lenders', name: 'Lenders', column: 1, tone: 'wash' },
          { key: 'heads', name: 'Equal share', column: 1, tone: 'green' },
          { key: 'reserve', name: 'Reserve', column: 1 },
        ]}
        links={[
          { from: 'fee', to: 'lenders', weight: 200, says: '200 euros' },
          { from: 'fee', to: 'heads', weight: 90, says: '90 euros' },
          { from: 'fee', to: 'reserve', weight: 10, says: '10 euros' },
        ]}
        note="Of a fee of 300 euros."
      />
    ),
  },
  {
    part: 'Steps',
    state: 'over, now, later',
    shown: (
      <Steps
        label="The life of this decision"
        steps={[
          { name: 'Notice', what: 'ended on Monday', state: 'over' },
          { name: 'Voting', what: 'closes on Friday', state: 'now' },
          { name: 'Carried out', what: 'from Saturday on', state: 'later' },
        ]}
      />
    ),
  },
  {
    part: 'Facts',
    state: 'pairs',
    shown: (
      <Facts
        facts={[
          ['Lent', '200 euros'],
          ['Repaid so far', '45 euros'],
        ]}
      />
    ),
  },
  {
    part: 'Table',
    state: 'short',
    shown: <Table caption="Lenders" columns={columns} rows={lenders} keyOf={([who]) => who} />,
  },
  {
    part: 'Table',
    state: 'too wide for a phone',
    shown: (
      <Table
        caption="Lenders"
        columns={[
          ...columns,
          { name: 'Repaid', of: () => 10, right: true },
          { name: 'Due', of: () => 5, right: true },
        ]}
        rows={lenders}
        keyOf={([who]) => who}
      />
    ),
  },
  {
    part: 'LongTable',
    state: 'of ten thousand rows',
    shown: <LongTable caption="Lenders" columns={columns} rows={many} keyOf={([who]) => who} />,
  },
  {
    part: 'Qr',
    state: 'with its label',
    shown: <Qr text="https://example.org/#/decisions" label="A code that opens the decisions" />,
  },
]
