import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { isAddress } from 'viem'
import { useConnection } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useLanguageOf } from '../../chain/languages.ts'
import { useCurrentCoop } from '../../chain/me.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Filters, Found, Pager, Pick, SearchField } from '../../ui/Filters.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { choices } from '../../words/choices/words.ts'
import { find } from '../../words/find/words.ts'
import { date, unbrokenNumbers } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { standing } from '../../words/standing/words.ts'
import { StateTag } from './StateTag.tsx'
import { type Phase, phaseOf } from './state.ts'
import { useSaid } from './useMyVote.ts'

const text = words.decisionsPage
const ALL = 'all'

/** What is being decided, what comes, and what was decided; narrowed by the address of the page. */
export function DecisionsPage() {
  const { address } = useConnection()
  const { coop: mine } = useCurrentCoop()
  const search = useSearch({ from: '/decisions' })
  const navigate = useNavigate({ from: '/decisions' })
  const coops = useIndex('/api/names', {})
  const coop = search.coop ?? mine ?? ALL
  const waiting = search.mine === 'true' && address !== undefined
  const query = useIndexPage(
    '/api/proposals',
    {},
    {
      order: 'standing',
      ...(isAddress(coop) && { coop }),
      ...(search.q && { q: search.q }),
      ...(search.state && { state: search.state }),
      ...(search.kind && { kind: search.kind }),
      ...(address && { voter: address }),
      ...(waiting && { waiting: 'true' }),
      ...(search.after && { cursor: search.after }),
    },
  )
  // The co-op is written down with every choice, so that the link shows the same to everybody.
  const set = (changed: Partial<typeof search>, replace = false) =>
    void navigate({
      replace,
      search: (old: typeof search) => ({ ...old, coop, ...changed, after: undefined }),
    })
  const isFiltered =
    Boolean(search.q || search.state || search.kind || search.mine) || coop !== (mine ?? ALL)
  const clear = () => void navigate({ search: {} })
  return (
    <Page title={text.title} lead={text.lead}>
      <Filters onClear={isFiltered ? clear : undefined}>
        <SearchField
          label={find.decisions.text}
          value={search.q ?? ''}
          onSearch={(q) => set({ q: q === '' ? undefined : q }, true)}
        />
        <Pick
          label={text.ofCoop}
          value={coop}
          choices={[
            [ALL, text.all],
            ...(coops.data?.data ?? []).map((one) => [one.coop, one.name] as const),
          ]}
          onPick={(picked) => set({ coop: picked })}
        />
        <Pick
          label={find.decisions.state}
          value={search.state ?? ''}
          choices={[['', find.any], ...Object.entries(find.decisions.states)]}
          onPick={(state) => set({ state: (state || undefined) as typeof search.state })}
        />
        <Pick
          label={find.decisions.kind}
          value={search.kind ?? ''}
          choices={[['', find.any], ...KINDS.map((kind) => [kind, kinds[kind].name] as const)]}
          onPick={(kind) => set({ kind: (kind || undefined) as typeof search.kind })}
        />
        {address && (
          <label className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={waiting}
              onChange={(event) => set({ mine: event.target.checked ? 'true' : undefined })}
            />
            {find.decisions.mine}
          </label>
        )}
      </Filters>
      {mine && coop === mine && (
        <Link
          to="/propose/$coop"
          params={{ coop: mine }}
          className={`${buttonClass('main')} self-start`}
        >
          {text.propose}
        </Link>
      )}
      <Loaded query={query}>
        {({ data, page, asOf }) => (
          <>
            <Found>{find.decisions.count({ count: page?.total ?? data.length })}</Found>
            {isFiltered && data.length === 0 ? (
              <Empty what={find.decisions.none}>
                <Button onClick={clear}>{find.clear}</Button>
              </Empty>
            ) : (
              <Lists time={asOf.time} proposals={data} isFirst={!search.after && !isFiltered} />
            )}
            <Pager page={page} shown={data.length} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const groups = [
  { name: 'open', phases: ['active'] },
  { name: 'passed', phases: ['ready', 'queued'] },
  { name: 'coming', phases: ['pending'] },
  { name: 'over', phases: ['executed', 'defeated', 'expired', 'cancelled'] },
] as const satisfies readonly { name: keyof typeof text; phases: readonly Phase[] }[]

function Lists({
  time,
  proposals,
  isFirst,
}: {
  time: number
  proposals: readonly ProposalSummary[]
  isFirst: boolean
}) {
  const now = useChainNow() ?? time
  if (proposals.length === 0) return <Empty what={text.nothing} />
  const inPhase = (phases: readonly Phase[]) =>
    proposals.filter((one) => phases.includes(phaseOf(one, one.passing, now)))
  return groups.map((group) => {
    const inside = inPhase(group.phases)
    const saysEmpty = isFirst && group === groups[0]
    if (inside.length === 0 && !saysEmpty) return null
    return (
      <section key={group.name} className="flex flex-col gap-3">
        <h2>{text[group.name]}</h2>
        {inside.length === 0 ? (
          <Empty what={text.nothingOpen} />
        ) : (
          <DecisionList proposals={inside} />
        )}
      </section>
    )
  })
}

/** Proposals below each other, with how far they are and what the reader said. */
export function DecisionList({ proposals }: { proposals: readonly ProposalSummary[] }) {
  const now = useChainNow()
  const saidIn = useSaid()
  const languageOf = useLanguageOf()
  const listed = proposals.map((proposal) => ({ proposal, said: saidIn(proposal, now ?? 0) }))
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0">
      {listed.map(({ proposal, said }) => (
        <li
          key={`${proposal.assembly}:${proposal.id}`}
          className="relative flex flex-col gap-2 rounded-[14px] border border-line bg-card p-[18px] hover:border-accent sm:p-5"
        >
          <p className="m-0 text-sm text-soft">
            {words.decisionPage.over({ coop: proposal.coopName, id: proposal.id })} ·{' '}
            {kinds[proposal.kind].decision}
          </p>
          <h3>
            <Link
              to="/decisions/$assembly/$id"
              params={{ assembly: proposal.assembly, id: proposal.id }}
              lang={languageOf(proposal.coop)}
              className="after:absolute after:inset-0 after:rounded-[14px]"
            >
              {unbrokenNumbers(proposal.title)}
            </Link>
          </h3>
          <p className="m-0 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-soft">
            <StateTag proposal={proposal} passing={proposal.passing} />
            <span>{standing.voted({ voted: proposal.voted, members: proposal.members })}</span>
            {now !== undefined && now < proposal.votingEnds && now >= proposal.votingStarts && (
              <span>{standing.closes({ when: date(proposal.votingEnds, 'time') })}</span>
            )}
            {said && <b className="text-ink">{text.mine({ choice: choices[said] })}</b>}
            {proposal.mayVote &&
              !said &&
              now !== undefined &&
              now >= proposal.votingStarts &&
              now < proposal.votingEnds && <b className="text-accent">{text.notYet}</b>}
          </p>
        </li>
      ))}
    </ul>
  )
}
