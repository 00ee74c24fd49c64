import { MOST_LINES, sumsOf } from '@phyle/sdk/chapters/budget/model'
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { useConfig } from 'wagmi'
import { type BudgetState, useBudget } from '../../chain/budget.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import {
  encodeBudgetAdopt,
  encodeStatutesOpenChapter,
  encodeStatutesSetCoverage,
  readBudgetStatementOf,
} from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Button } from '../../ui/Button.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { budget as budgetWords } from '../../words/budget/words.ts'
import { date } from '../../words/format.ts'
import { write } from '../../words/written.ts'
import { emptyRow, type Planned, planned, type Row, type RowFault } from './draft.ts'
import { RowFields } from './RowFields.tsx'

const words = budgetWords.form

/** Puts a budget to the vote; before the first one, that the co-op opens the chapter and pays from it. */
export function BudgetForm(props: FormProps) {
  const { budget, state } = useBudget(props.coop.statutes)
  const house = useHouse()
  const now = useChainNow()
  if (budget === undefined || house === null) return <Notice>{words.nowhere}</Notice>
  if (state === undefined || now === undefined) return null
  return state === 'ready' ? (
    <LinesForm {...props} budget={budget} asset={house.cash} now={now} />
  ) : (
    <OpeningForm {...props} budget={budget} state={state} />
  )
}

/** @rule STA-10 Make a proposal: open the chapter for budgets */
function OpeningForm({
  coop,
  onDraft,
  budget,
  state,
}: FormProps & { budget: Address; state: BudgetState }) {
  const amend = (data: Address) => ({ target: coop.statutes, value: 0n, data })
  useDraft(
    {
      title: write(coop, () => words.opening),
      actions: [
        ...(state === 'closed' ? [amend(encodeStatutesOpenChapter([budget]))] : []),
        amend(encodeStatutesSetCoverage([budget])),
      ],
      documents: [],
    },
    onDraft,
  )
  return (
    <Notice>
      <p className="m-0">{words.first}</p>
      <p className="m-0">{words.firstNow}</p>
    </Notice>
  )
}

type LinesProps = FormProps & { budget: Address; asset: Address; now: number }

/**
 * The lines of a budget. Its title states what they come to, as the chapter itself writes it.
 *
 * @rule BUD-2, BUD-3, BUD-4, BUD-5 Make a proposal: a budget
 */
function LinesForm({ coop, onDraft, keep, budget, asset, now }: LinesProps) {
  const { currency } = useSettings()
  const money = useMoney()
  const [rows, setRows] = useKept<readonly Row[]>(`${keep}.lines`, [emptyRow(0, now)])
  const read = rows.map((row) => planned(row, { asset, currency, now }))
  const lines = read.filter((one): one is Planned => typeof one !== 'string')
  const isWhole = lines.length > 0 && lines.length === rows.length
  const sum = sumsOf(lines).get(asset) ?? 0n
  const statement = useStatement(budget, asset, sum)
  const last = Math.max(...lines.map(({ to }) => to)) - 1
  const title =
    isWhole && statement !== undefined
      ? write(coop, () => words.proposal({ day: date(last), sum: statement }))
      : null
  useDraft(
    title === null
      ? null
      : {
          title,
          titleCounts: true,
          actions: [{ target: budget, value: 0n, data: encodeBudgetAdopt([title, lines]) }],
          documents: [],
        },
    onDraft,
  )
  const put = (key: number, some: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...some } : row)))
  return (
    <>
      <p className="m-0 text-soft">{words.lead}</p>
      {rows.map((row, at) => (
        <RowFields
          key={row.key}
          coop={coop.coop}
          row={row}
          place={at + 1}
          fault={faultOf(read[at])}
          onChange={(some) => put(row.key, some)}
          onRemove={
            rows.length > 1 ? () => setRows(rows.filter(({ key }) => key !== row.key)) : undefined
          }
        />
      ))}
      {rows.length < MOST_LINES && (
        <Button
          className="self-start"
          onClick={() =>
            setRows([...rows, emptyRow(Math.max(...rows.map(({ key }) => key)) + 1, now)])
          }
        >
          {words.add}
        </Button>
      )}
      <p className="m-0" role="status">
        {words.sum({ amount: money(sum) })}
      </p>
      <p className="m-0 text-sm text-soft">{words.replaces}</p>
    </>
  )
}

const faultOf = (read: Planned | RowFault | undefined): RowFault | undefined =>
  typeof read === 'string' ? read : undefined

/** How a title must state a sum: the chapter says it, because it will look for it. */
function useStatement(budget: Address, asset: Address, sum: bigint) {
  const config = useConfig()
  return useQuery({
    queryKey: ['statement', budget, asset, `${sum}`],
    queryFn: () => readBudgetStatementOf(config, { address: budget, args: [asset, sum] }),
  }).data
}
