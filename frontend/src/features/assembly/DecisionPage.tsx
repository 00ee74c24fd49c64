import type { Answer } from '@phyle/sdk/answer'
import { type Attachment, attachmentsIn } from '@phyle/sdk/attachments'
import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { type Outcome, outcomeOf } from '@phyle/sdk/chapters/assembly/model'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { Says } from '../../ui/Says.tsx'
import { Share } from '../../ui/Share.tsx'
import { actions as actionWords } from '../../words/actions/words.ts'
import { assembly as words } from '../../words/assembly/words.ts'
import { find } from '../../words/find/words.ts'
import { clockTime, date, unbrokenNumbers } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { shell } from '../../words/shell/words.ts'
import { standing } from '../../words/standing/words.ts'
import { TermsCheck } from '../commons/index.ts'
import { ForeignOrgans } from '../cooperative/index.ts'
import { AccusedSays } from '../phyle/index.ts'
import { AccountCheck } from './AccountCheck.tsx'
import { AskAgain } from './AskAgain.tsx'
import { Attachments } from './Attachments.tsx'
import { CallAgain } from './CallAgain.tsx'
import { CarryOut } from './CarryOut.tsx'
import { ChapterCheck } from './ChapterCheck.tsx'
import { Exactly } from './Exactly.tsx'
import { Life } from './Life.tsx'
import { OrgansCheck } from './OrgansCheck.tsx'
import { Reasons } from './Reasons.tsx'
import { type ReadableCoop, readSteps } from './readActions.ts'
import { RecountCard } from './recount/RecountCard.tsx'
import { Stands } from './Stands.tsx'
import { StateTag } from './StateTag.tsx'
import { phaseOf } from './state.ts'
import { useProposal } from './useProposal.ts'
import { useReader } from './useReader.ts'
import { VotesExport } from './VotesExport.tsx'
import { YourVote } from './YourVote.tsx'

/** One decision: what it does, how it stands, and the reader's own vote. */
export function DecisionPage() {
  const { assembly, id } = useParams({ from: '/decisions/$assembly/$id' })
  return <DecisionAt assembly={assembly} id={id} />
}

/** The same, whichever link led to it. */
export function DecisionAt({ assembly, id }: { assembly: string; id: string }) {
  const { query, coop, alone, missing } = useProposal(assembly, id)
  if (missing) {
    return (
      <Missing title={find.missing.decision({ id })} what={find.missing.decisionWhat}>
        <Link to="/decisions" className={buttonClass('main')}>
          {find.missing.decisions}
        </Link>
      </Missing>
    )
  }
  return (
    <Loaded query={query} title={shell.nav.decisions}>
      {(answer) => <Decision proposal={answer.data} coop={coop} asOf={answer.asOf} alone={alone} />}
    </Loaded>
  )
}

interface DecisionProps {
  proposal: ProposalDetail
  coop: ReadableCoop | undefined
  asOf: Answer<ProposalDetail>['asOf']
  alone: boolean
}

function Decision({ proposal, coop, asOf, alone }: DecisionProps) {
  const now = useChainNow() ?? asOf.time
  const outcome = outcomeOf(proposal.rule, proposal.classes)
  const phase = phaseOf(proposal, outcome.passed, now)
  const { attachments, rest: body } = attachmentsIn(bodyOf(proposal.description))
  const detail = useIndex('/api/coops/:coop', { coop: proposal.coop }).data?.data
  const slug = detail?.slug

  return (
    <Page
      over={
        <Link to="/coops/$coop" params={{ coop: proposal.coop }} className="hover:underline">
          {words.decisionPage.over({ coop: proposal.coopName, id: proposal.id })}
        </Link>
      }
      title={unbrokenNumbers(proposal.title)}
      titleLang={proposal.paper.language}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <StateTag proposal={proposal} passing={outcome.passed} />
          <span className="text-sm">
            {kinds[proposal.kind].decision} · {closing(proposal, now)}
          </span>
        </span>
      }
      aside={
        <>
          <Card side title={words.life.title}>
            <Life proposal={proposal} phase={phase} now={now} />
          </Card>
          {coop && proposal.voted > 0 && (
            <RecountCard proposal={proposal} membership={coop.membership} />
          )}
          <Reasons proposal={proposal} />
          {slug !== undefined && proposal.voted > 0 && (
            <VotesExport proposal={proposal} slug={slug} />
          )}
          <Share
            title={proposal.title}
            path={`/decisions/${proposal.assembly}/${proposal.id}`}
            readable={slug && `/${slug}/decisions/${proposal.id}`}
          />
          <p className="m-0 text-sm text-soft">
            {shell.footer.figures({ when: clockTime(asOf.time) })}
          </p>
        </>
      }
    >
      {alone && <Notice>{words.alone}</Notice>}
      {detail && <ForeignOrgans coop={detail} />}
      {proposal.secondOf !== null && (
        <Notice>
          {words.secondCall.second({ id: proposal.secondOf })}{' '}
          <Link
            to="/decisions/$assembly/$id"
            params={{ assembly: proposal.assembly, id: proposal.secondOf }}
          >
            {words.secondCall.first}
          </Link>
        </Notice>
      )}
      <WhatHappens
        proposal={proposal}
        coop={coop}
        outcome={outcome}
        now={now}
        attachments={attachments}
      />
      {(phase === 'ready' || phase === 'queued') && proposal.actions.length > 0 && (
        <CarryOut proposal={proposal} phase={phase} now={now} />
      )}
      {proposal.resting !== null && now < proposal.resting.until && (
        <AskAgain proposal={proposal} resting={proposal.resting} now={now} />
      )}
      {proposal.secondCall !== null && (
        <CallAgain proposal={proposal} from={proposal.secondCall.from} now={now} />
      )}
      <YourVote proposal={proposal} phase={phase} now={now} asOf={asOf} />
      <Stands proposal={proposal} outcome={outcome} phase={phase} time={asOf.time} />
      {body !== '' && (
        <Card title={words.paper}>
          <Prose text={body} lang={proposal.paper.language} />
          <p className="m-0 text-sm text-soft">
            {words.decisionPage.proposedBy} <Person address={proposal.proposer} />
          </p>
        </Card>
      )}
      <Attachments attachments={attachments} />
    </Page>
  )
}

/** The text below the title. */
function bodyOf(description: string): string {
  const end = description.indexOf('\n')
  return end === -1 ? '' : description.slice(end + 1).trim()
}

function closing(proposal: ProposalDetail, now: number): string {
  if (now < proposal.votingStarts) return words.opens({ when: date(proposal.votingStarts, 'time') })
  const when = date(proposal.votingEnds, 'time')
  return now < proposal.votingEnds ? standing.closes({ when }) : words.closed({ when })
}

interface WhatHappensProps {
  proposal: ProposalDetail
  coop: ReadableCoop | undefined
  outcome: Outcome
  now: number
  attachments: readonly Attachment[]
}

/** The actions in words, read from their bytes on this device. */
function WhatHappens({ proposal, coop, outcome, now, attachments }: WhatHappensProps) {
  const phase = phaseOf(proposal, outcome.passed, now)
  const open = ['pending', 'active', 'queued', 'ready'].includes(phase)
  const rules = useIndex('/api/coops/:coop', open ? { coop: proposal.coop } : null).data?.data.rules
  const reader = useReader(coop, rules)
  const intro: Record<string, string> = {
    defeated: words.failed,
    expired: words.lapsed,
    executed: words.executed,
    queued: proposal.actions.length > 0 ? words.passed : words.passedText,
    ready: proposal.actions.length > 0 ? words.passed : words.passedText,
  }
  const start = intro[phase] ?? words.ifPasses
  if (!reader) return <Loading />
  const read = readSteps(proposal.actions, { ...reader, isDone: phase === 'executed' })
  const [only] = read

  const warnings = open ? [...new Set(read.flatMap(({ warning }) => warning ?? []))] : []

  let says: ReactNode
  if (!only) says = <Rich text={start + actionWords.will.text} />
  else if (read.length === 1) {
    says = (
      <>
        <Rich text={start + only.sentence} />
        {only.known && phase !== 'defeated' && phase !== 'expired' && (
          <> {phase === 'executed' ? words.nothingElseDone : words.nothingElse}</>
        )}
      </>
    )
  } else {
    says = (
      <>
        <Rich text={start + words.several({ count: read.length })} />
        <ol className="m-0 list-decimal pl-6">
          {read.map((action, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: actions keep their order
            <li key={at}>
              <Rich text={action.sentence} />
            </li>
          ))}
        </ol>
      </>
    )
  }

  return (
    <div className="flex flex-col gap-2">
      <Says>{says}</Says>
      {warnings.map((warning) => (
        <Notice key={warning} tone="danger">
          <b>{actionWords.warning.title}</b> {warning}
        </Notice>
      ))}
      {open && <ChapterCheck acts={read.map(({ act }) => act)} />}
      {open && <OrgansCheck acts={read.map(({ act }) => act)} />}
      <TermsCheck acts={read.map(({ act }) => act)} />
      <AccusedSays acts={read.map(({ act }) => act)} />
      {open && proposal.actions.length > 0 && <AccountCheck proposal={proposal} reader={reader} />}
      {read.length > 0 && (
        <Exactly actions={proposal.actions} reader={reader} attachments={attachments} />
      )}
    </div>
  )
}
