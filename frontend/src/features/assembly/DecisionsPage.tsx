import type { ProposalSummary } from '@phyle/sdk/index-api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useConnection } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useCurrentCoop } from '../../chain/me.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { assembly as words } from '../../words/en/assembly.ts'
import { kinds } from '../../words/en/rules.ts'
import { date, unbrokenNumbers } from '../../words/format.ts'
import { StateTag } from './StateTag.tsx'
import { type Phase, phaseOf } from './state.ts'

const text = words.decisionsPage

/** What is being decided, what comes, and what was decided. */
export function DecisionsPage() {
  const { address } = useConnection()
  const { coop: mine } = useCurrentCoop()
  const coops = useIndex('/api/names', {})
  const [chosen, setChosen] = useState<string>()
  const coop = chosen ?? mine ?? ''
  const query = useIndex(
    '/api/proposals',
    {},
    coop === '' ? undefined : { coop: coop as `0x${string}` },
  )
  // Asked for apart: with a member the index gives only the decisions of their own co-ops.
  const own = useIndex('/api/proposals', address ? {} : null, { member: address })
  return (
    <Page title={text.title} lead={text.lead}>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Field label={text.ofCoop}>
          <select
            className={inputClass}
            value={coop}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{text.all}</option>
            {coops.data?.data.map((one) => (
              <option key={one.coop} value={one.coop}>
                {one.name}
              </option>
            ))}
          </select>
        </Field>
        {mine && coop === mine && (
          <Link to="/propose/$coop" params={{ coop: mine }} className={buttonClass('main')}>
            {text.propose}
          </Link>
        )}
      </div>
      <Loaded query={query}>
        {(answer) => (
          <Lists
            proposals={answer.data.map((one) => (address && find(own.data?.data, one)) || one)}
          />
        )}
      </Loaded>
    </Page>
  )
}

const find = (all: readonly ProposalSummary[] | undefined, { assembly, id }: ProposalSummary) =>
  all?.find((one) => one.assembly === assembly && one.id === id)

function Lists({ proposals }: { proposals: readonly ProposalSummary[] }) {
  const now = useChainNow()
  if (now === undefined) return null
  const phases = proposals.map((proposal) => ({
    proposal,
    phase: phaseOf(proposal, proposal.passing, now),
  }))
  const pick = (...wanted: Phase[]) =>
    phases.filter(({ phase }) => wanted.includes(phase)).map(({ proposal }) => proposal)
  const open = pick('active').toSorted((a, b) => a.votingEnds - b.votingEnds)
  const passed = pick('ready', 'queued')
  const coming = pick('pending')
  const over = pick('executed', 'defeated', 'expired', 'cancelled')
  if (proposals.length === 0) return <Empty what={text.nothing} />
  return (
    <>
      <section className="flex flex-col gap-3">
        <h2>{text.open}</h2>
        {open.length === 0 ? <Empty what={text.nothingOpen} /> : <DecisionList proposals={open} />}
      </section>
      {passed.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{text.passed}</h2>
          <DecisionList proposals={passed} />
        </section>
      )}
      {coming.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{text.coming}</h2>
          <DecisionList proposals={coming} />
        </section>
      )}
      {over.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2>{text.over}</h2>
          <DecisionList proposals={over} />
        </section>
      )}
    </>
  )
}

/** Proposals below each other, with how far they are and what the reader said. */
export function DecisionList({ proposals }: { proposals: readonly ProposalSummary[] }) {
  const now = useChainNow()
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0">
      {proposals.map((proposal) => (
        <li
          key={`${proposal.assembly}:${proposal.id}`}
          className="relative flex flex-col gap-2 rounded-[14px] border border-line bg-card p-[18px] hover:border-accent sm:p-5"
        >
          <p className="m-0 text-sm text-soft">
            {words.decisionPage.over(proposal.coopName, proposal.id)} ·{' '}
            {kinds[proposal.kind].decision}
          </p>
          <h3>
            <Link
              to="/decisions/$assembly/$id"
              params={{ assembly: proposal.assembly, id: proposal.id }}
              className="after:absolute after:inset-0 after:rounded-[14px]"
            >
              {unbrokenNumbers(proposal.title)}
            </Link>
          </h3>
          <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-soft">
            <StateTag proposal={proposal} passing={proposal.passing} />
            <span>{text.voted(proposal.voted, proposal.members)}</span>
            {now !== undefined && now < proposal.votingEnds && now >= proposal.votingStarts && (
              <span>{words.closes(date(proposal.votingEnds, 'time'))}</span>
            )}
            {proposal.mine && <b className="text-ink">{text.mine(proposal.mine.choice)}</b>}
            {proposal.mayVote &&
              !proposal.mine &&
              now !== undefined &&
              now >= proposal.votingStarts &&
              now < proposal.votingEnds && <b className="text-accent">{text.notYet}</b>}
          </p>
        </li>
      ))}
    </ul>
  )
}
