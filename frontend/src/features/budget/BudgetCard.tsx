import type { BudgetLine } from '@phyle/sdk/chapters/budget/api'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { Link } from '@tanstack/react-router'
import { leftIn, useBudget, useLines } from '../../chain/budget.ts'
import { useNameOf } from '../../chain/names.ts'
import type { CardProps } from '../../shell/feature.ts'
import { Bar } from '../../ui/Bar.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Table } from '../../ui/Table.tsx'
import { budget } from '../../words/budget/words.ts'
import { date, list, shortAddress } from '../../words/format.ts'
import { BudgetExport } from './BudgetExport.tsx'
import { useSums } from './useSums.ts'

const words = budget.card

/**
 * What the co-op plans to pay, what is on its way, what was paid and what is left. Nothing where it has no
 * budget in its statutes.
 *
 * @rule COOP-7, BUD-1 Co-op: its budget
 */
export function BudgetCard({ coop }: CardProps) {
  const { state } = useBudget(coop.statutes)
  const { query, lines } = useLines(coop.coop)
  if (state !== 'ready' && (lines?.length ?? 0) === 0) return null
  return (
    <Card id="budget" title={words.title}>
      <Loaded query={query}>
        {() =>
          !lines || lines.length === 0 ? (
            <p className="m-0 text-soft">{words.none}</p>
          ) : (
            <>
              <p className="m-0 text-soft">
                {words.lead}{' '}
                <Link
                  to="/decisions/$assembly/$id"
                  params={{ assembly: coop.assembly, id: lines[0]?.proposal ?? '' }}
                  className="link"
                >
                  {words.decided}
                </Link>
              </p>
              {lines.map((line) => (
                <Line key={line.line} line={line} coop={coop} />
              ))}
              <Figures coop={coop} lines={lines} />
            </>
          )
        }
      </Loaded>
      <div className="flex flex-wrap gap-3 print:hidden">
        {lines && lines.length > 0 && (
          <Link
            to="/propose/$coop"
            params={{ coop: coop.coop }}
            search={{ what: 'pay' }}
            className={buttonClass()}
          >
            {words.pay}
          </Link>
        )}
        <Link
          to="/propose/$coop"
          params={{ coop: coop.coop }}
          search={{ what: 'budget' }}
          className={buttonClass()}
        >
          {words.propose}
        </Link>
      </div>
      <BudgetExport coop={coop} />
    </Card>
  )
}

interface LineProps {
  line: BudgetLine
  coop: CoopDetail
}

/** What share one amount is of another, 0 to 1. */
const shareOf = (part: bigint, whole: bigint) =>
  whole === 0n ? 0 : Number((part * 10_000n) / whole) / 10_000

function Line({ line, coop }: LineProps) {
  const nameOf = useNameOf()
  const { say } = useSums(coop)
  const ceiling = BigInt(line.ceiling)
  const spent = BigInt(line.spent)
  const committed = BigInt(line.committed)
  const rest = leftIn(line)
  const over = rest < 0n
  const left = over ? 0n : rest
  return (
    <article className="flex flex-col gap-2 border-t border-line pt-4 first-of-type:border-0">
      <h3 className="m-0 flex flex-wrap justify-between gap-x-4">
        <Foreign lang={coop.language}>{line.name}</Foreign>
        <span className="num">{say(left, line)}</span>
      </h3>
      <Bar
        parts={[
          { share: shareOf(spent, ceiling), tone: 'accent' },
          { share: shareOf(over ? ceiling - spent : committed, ceiling), tone: 'none' },
        ]}
      />
      <p className="m-0 text-sm text-soft">
        {words.bar({ spent: say(spent, line), committed: say(committed, line) })}{' '}
        {words.of({ planned: say(ceiling, line), left: say(left, line) })}
      </p>
      <p className="m-0 text-sm text-soft">
        {words.terms({
          number: line.line,
          ground: line.ground === null ? '?' : budget.grounds[line.ground],
          from: date(line.from),
          until: date(line.to - 1),
          who:
            line.payees.length === 0
              ? words.anybody
              : list(line.payees.map((one) => nameOf(one) ?? shortAddress(one))),
        })}
      </p>
      {over && <p className="m-0 text-sm">{words.over}</p>}
    </article>
  )
}

function Figures({ coop, lines }: { coop: CoopDetail; lines: readonly BudgetLine[] }) {
  const { totals } = useSums(coop)
  return (
    <Table
      caption={words.figures}
      rows={totals(lines)}
      keyOf={({ asset }) => asset}
      columns={[
        { name: words.heads[0], of: ({ planned }) => planned },
        { name: words.heads[1], right: true, of: ({ committed }) => committed },
        { name: words.heads[2], right: true, of: ({ spent }) => spent },
        { name: words.heads[3], right: true, of: ({ left }) => left },
      ]}
    />
  )
}
