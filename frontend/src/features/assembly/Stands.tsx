import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import type { ClassTally, Outcome } from '@phyle/sdk/chapters/assembly/model'
import type { ReactNode } from 'react'
import { Bar } from '../../ui/Bar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Table } from '../../ui/Table.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { clockTime, list, percent } from '../../words/format.ts'
import { rules } from '../../words/rules/say.ts'
import { shell } from '../../words/shell/words.ts'
import type { Phase } from './state.ts'

const { stands } = words

interface StandsProps {
  proposal: ProposalDetail
  outcome: Outcome
  phase: Phase
  /** Up to when votes are counted here. */
  time: number
}

/**
 * The tally as bars with the line to cross, in words, and as a table.
 *
 * @rule G1, G6, ASM-1 Decision: how it stands, by which rule
 */
export function Stands({ proposal, outcome, phase, time }: StandsProps) {
  const { rule, classes } = proposal
  const over = phase !== 'pending' && phase !== 'active'
  // Members of capped groups do not count towards the quorum.
  const counted = classes.filter((one) => one.user || rule.nonUserCapBps === 10_000)
  const members = counted.reduce((sum, one) => sum + one.members, 0)
  const support = outcome.supportBps
  return (
    <Card>
      <div className="flex flex-col gap-1">
        <h2>{stands.title}</h2>
        <p className="m-0 text-soft">
          {rules.needs(rule)}{' '}
          <Explained
            terms={['quorum']}
            text={
              counted.length === classes.length
                ? rules.took(outcome.took, members, outcome.required)
                : `${rules.voted(proposal.voted, proposal.members)} ${rules.tookAmong(
                    counted.map((one) => one.name),
                    outcome.took,
                    members,
                    outcome.required,
                  )}`
            }
          />
        </p>
        {phase !== 'pending' && (
          <p className="m-0">
            <Verdict outcome={outcome} over={over} />
            {!over && <span className="text-soft"> {stands.asOf({ time: clockTime(time) })}</span>}
          </p>
        )}
      </div>
      <div>
        <Row
          name={stands.all}
          bar={
            <Bar
              tall
              line={rule.threshold / 10_000}
              parts={
                support === null
                  ? [{ share: 1, tone: 'none' }]
                  : [
                      { share: support / 10_000, tone: 'for' },
                      { share: 1 - support / 10_000, tone: 'against' },
                    ]
              }
            />
          }
        >
          {support === null ? (
            <span className="text-soft">{stands.nobody}</span>
          ) : (
            <>
              <b>{percent(support, support % 100 === 0 ? 0 : 1)}</b>{' '}
              <span className="text-soft">{stands.for}</span>
            </>
          )}
        </Row>
        {classes.map((one) => (
          <ClassRow key={one.name} tally={one} proposal={proposal} over={over} />
        ))}
      </div>
      <Disclosure summary={shell.asTable}>
        <Table
          caption={stands.table}
          hideCaption
          rows={classes}
          keyOf={(one) => one.name}
          columns={[
            {
              name: stands.heads[0],
              of: (one) => <Foreign lang={proposal.paper.language}>{one.name}</Foreign>,
            },
            { name: stands.heads[1], of: (one) => one.members, right: true },
            { name: stands.heads[2], of: (one) => one.for, right: true },
            { name: stands.heads[3], of: (one) => one.against, right: true },
            { name: stands.heads[4], of: (one) => one.object, right: true },
            { name: stands.heads[5], of: (one) => one.abstain, right: true },
          ]}
        />
      </Disclosure>
    </Card>
  )
}

/** Passes or not, and if not, what is missing. */
function Verdict({ outcome, over }: { outcome: Outcome; over: boolean }) {
  if (outcome.passed) return <b>{over ? stands.passed : stands.passing}</b>
  const { missing } = outcome
  const why: string[] = []
  if (missing.quorum > 0) {
    why.push(
      over
        ? stands.quorumWasMissing({ count: missing.quorum })
        : stands.quorumMissing({ count: missing.quorum }),
    )
  }
  if (missing.support) why.push(stands.supportMissing)
  if (outcome.supportBps === 5_000 && missing.support) why.push(stands.tie)
  if (missing.majorities.length > 0)
    why.push(stands.majorityMissing({ classes: list(missing.majorities) }))
  if (missing.objections > 0) why.push(stands.objections({ count: missing.objections }))
  return (
    <>
      <b>{over ? stands.lost : stands.failing}</b> {why.join(' ')}
    </>
  )
}

function Row({ name, bar, children }: { name: ReactNode; bar: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 gap-y-1.5 border-t border-line py-3 first:border-0 sm:grid-cols-[150px_1fr_128px]">
      <div className="font-semibold">{name}</div>
      {bar}
      <div className="num text-[0.94rem]">{children}</div>
    </div>
  )
}

interface ClassRowProps {
  tally: ClassTally
  proposal: ProposalDetail
  over: boolean
}

function ClassRow({ tally, proposal, over }: ClassRowProps) {
  const { rule } = proposal
  const no = tally.against + tally.object
  const toCome = tally.members - tally.for - no - tally.abstain
  const of = (count: number) => (tally.members === 0 ? 0 : count / tally.members)
  const control =
    rule.count !== 'CLASS_SHARE'
      ? !tally.user && rule.nonUserCapBps < 10_000
        ? rules.capped(rule.nonUserCapBps)
        : undefined
      : !tally.user && rule.nonUserCapBps < tally.share
        ? rules.capped(rule.nonUserCapBps)
        : rules.share(tally.share)
  const nobody = tally.for + no + tally.abstain === 0
  return (
    <Row
      name={
        <>
          <Foreign lang={proposal.paper.language}>{tally.name}</Foreign>
          {control !== undefined && (
            <span className="block text-sm font-normal text-soft">{control}</span>
          )}
        </>
      }
      bar={
        <Bar
          parts={[
            { share: of(tally.for), tone: 'for' },
            { share: of(no), tone: 'against' },
            { share: of(tally.abstain), tone: 'abstain' },
            { share: tally.members === 0 ? 1 : of(toCome), tone: 'none' },
          ]}
        />
      }
    >
      {tally.members === 0 ? (
        <span className="text-soft">{stands.empty}</span>
      ) : nobody ? (
        <span className="text-soft">{stands.nobody}</span>
      ) : (
        <>
          {stands.counts({ yes: tally.for, no })}
          {tally.object > 0 && (
            <span className="block">{stands.objected({ count: tally.object })}</span>
          )}
          {tally.abstain > 0 && (
            <span className="block">{stands.abstained({ count: tally.abstain })}</span>
          )}
          {toCome > 0 && (
            <span className="block text-soft">
              {over ? stands.didNot({ count: toCome }) : stands.toCome({ count: toCome })}
            </span>
          )}
        </>
      )}
    </Row>
  )
}
