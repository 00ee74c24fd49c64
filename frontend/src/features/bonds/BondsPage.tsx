import { OFFERS_OF, type SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isAddress } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useCurrentCoop } from '../../chain/me.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Bar } from '../../ui/Bar.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Filters, Found, Pager, Pick, SearchField } from '../../ui/Filters.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { find } from '../../words/find/words.ts'
import { clockTime, date } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'
import { standing } from '../../words/standing/words.ts'
import { Compare } from './Compare.tsx'
import { SeriesTag } from './SeriesTag.tsx'
import { type Phase, phaseOf, wasFunded } from './series.ts'

const words = bonds.bonds

/** As many as can be read beside each other. */
const MOST_BESIDE = 4

const groups = [
  { name: 'open', phases: ['open'] },
  { name: 'soon', phases: ['before'] },
  { name: 'under', phases: ['closing', 'funded'] },
  { name: 'running', phases: ['bought', 'writtenDown'] },
  { name: 'over', phases: ['redeemed', 'failed'] },
] as const satisfies readonly { name: keyof typeof words; phases: readonly Phase[] }[]

/** All bond offers of the federation: those that one can lend for first. */
export function BondsPage() {
  const house = useHouse()
  const search = useSearch({ from: '/bonds' })
  const navigate = useNavigate({ from: '/bonds' })
  const coops = useIndex('/api/names', {})
  const query = useIndexPage(
    '/api/series',
    {},
    {
      order: 'standing',
      ...(house && { phyle: house.phyle }),
      ...(search.coop && isAddress(search.coop) && { coop: search.coop }),
      ...(search.q && { q: search.q }),
      ...(search.state && { state: search.state }),
      ...(search.after && { cursor: search.after }),
    },
  )
  const now = useChainNow()
  const set = (changed: Partial<typeof search>, replace = false) =>
    void navigate({
      replace,
      search: (old: typeof search) => ({ ...old, ...changed, after: undefined }),
    })
  const clear = () => void navigate({ search: {} })
  const isFiltered = Boolean(search.q || search.coop || search.state)
  return (
    <Page
      title={words.title}
      lead={<Explained text={words.lead} terms={['use fee', 'equal share']} />}
    >
      <Filters onClear={isFiltered ? clear : undefined}>
        <SearchField
          label={find.offers.text}
          value={search.q ?? ''}
          onSearch={(q) => set({ q: q || undefined }, true)}
        />
        <Pick
          label={find.offers.coop}
          value={search.coop ?? ''}
          choices={[
            ['', find.any],
            ...(coops.data?.data ?? []).map((one) => [one.coop, one.name] as const),
          ]}
          onPick={(coop) => set({ coop: coop || undefined })}
        />
        <Pick
          label={find.offers.state}
          value={search.state ?? ''}
          choices={[['', find.any], ...Object.entries(find.offers.states)]}
          onPick={(state) => set({ state: OFFERS_OF.find((one) => one === state) })}
        />
      </Filters>
      <Loaded query={query}>
        {({ data, asOf, page }) => (
          <>
            <Found>{find.offers.count({ count: page?.total ?? data.length })}</Found>
            {isFiltered && data.length === 0 ? (
              <Empty what={find.offers.none}>
                <Button onClick={clear}>{find.clear}</Button>
              </Empty>
            ) : (
              <Offers all={data} now={now ?? asOf.time} isWhole={!search.after && !isFiltered} />
            )}
            <Pager page={page} shown={data.length} />
            <p className="m-0 text-sm text-soft">
              {shell.footer.figures({ when: clockTime(asOf.time) })}
            </p>
          </>
        )}
      </Loaded>
    </Page>
  )
}

interface OffersProps {
  all: readonly SeriesSummary[]
  now: number
  /** The first page of all offers: then it also says that none is open. */
  isWhole: boolean
}

function Offers({ all, now, isWhole }: OffersProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (all.length === 0) {
    return (
      <Empty what={words.none}>
        <FirstStep />
      </Empty>
    )
  }
  const keyOf = (series: SeriesSummary) => `${series.phyle}:${series.id}`
  const beside = all.filter((series) => chosen.includes(keyOf(series)))
  const inPhase = (phases: readonly Phase[]) =>
    all.filter((series) => phases.includes(phaseOf(series, now)))
  return (
    <>
      <div role="status" className="empty:hidden">
        {beside.length === 1 && words.compareMore}
        {beside.length === MOST_BESIDE && words.compareFull({ most: MOST_BESIDE })}
      </div>
      {beside.length > 1 && (
        <Card title={bonds.compare.title}>
          <Compare offers={beside} now={now} />
          <Button look="link" className="self-start" onClick={() => setChosen([])}>
            {words.compareNone}
          </Button>
        </Card>
      )}
      {groups.map((group) => {
        const inside = inPhase(group.phases)
        const isFirst = isWhole && group === groups[0]
        if (inside.length === 0 && !isFirst) return null
        return (
          <section key={group.name} className="flex flex-col gap-3">
            <h2>{words[group.name]}</h2>
            {inside.length === 0 ? (
              <Empty what={words.noneOpen}>
                <FirstStep />
              </Empty>
            ) : (
              <ul className="m-0 grid list-none gap-3 p-0 md:grid-cols-2">
                {inside.map((series) => (
                  <Offer
                    key={keyOf(series)}
                    series={series}
                    now={now}
                    chosen={beside.includes(series)}
                    onChoose={
                      beside.includes(series) || beside.length < MOST_BESIDE
                        ? (is) =>
                            setChosen(
                              is
                                ? [...chosen, keyOf(series)]
                                : chosen.filter((one) => one !== keyOf(series)),
                            )
                        : null
                    }
                  />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </>
  )
}

function FirstStep() {
  const { coop } = useCurrentCoop()
  return coop ? (
    <Link to="/propose/$coop" params={{ coop }} className={buttonClass()}>
      {words.propose}
    </Link>
  ) : (
    <Link to="/coops" className={buttonClass()}>
      {words.federation}
    </Link>
  )
}

interface OfferProps {
  series: SeriesSummary
  now: number
  chosen: boolean
  /** Null where no more can be compared. */
  onChoose: ((chosen: boolean) => void) | null
}

function Offer({ series, now, chosen, onChoose }: OfferProps) {
  const money = useMoney()
  const phase = phaseOf(series, now)
  const repaying = phase === 'bought' || phase === 'redeemed' || phase === 'writtenDown'
  const most = BigInt(series.mostUnits) * BigInt(series.face)
  const of = (part: string, whole: bigint) =>
    whole === 0n ? 0 : Number((BigInt(part) * 10_000n) / whole) / 10_000
  const says = repaying
    ? phase === 'redeemed'
      ? words.allPaid
      : words.paidBack({ paid: money(series.paid), most: money(series.capDue) })
    : phase === 'failed'
      ? wasFunded(series)
        ? words.notBought
        : words.notFunded
      : standing.raised({ raised: money(series.raised), most: money(most) })
  return (
    <li className="relative flex flex-col gap-3 rounded-[14px] border border-line bg-card p-[18px] hover:border-accent sm:p-5">
      <p className="m-0 text-sm text-soft">{series.coopName}</p>
      <h3 className="-mt-2 text-[1.25rem]">
        <Link
          to="/bonds/$phyle/$id"
          params={{ phyle: series.phyle, id: series.id }}
          className="after:absolute after:inset-0 after:rounded-[14px]"
        >
          <OfCoop coop={series.coop}>{series.title}</OfCoop>
        </Link>
      </h3>
      <Bar
        parts={[
          {
            share: repaying ? of(series.paid, BigInt(series.capDue)) : of(series.raised, most),
            tone: phase === 'failed' ? 'none' : 'accent',
          },
        ]}
        line={repaying ? undefined : of(`${BigInt(series.leastUnits) * BigInt(series.face)}`, most)}
      />
      <p className="m-0">{says}</p>
      <p className="m-0 mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <SeriesTag series={series} now={now} />
        {phase === 'open' && words.until({ when: date(series.subscribeUntil, 'day', now) })}
        {phase === 'funded' && words.buyBy({ when: date(series.buyBy, 'day', now) })}
        <label className="relative z-10 ml-auto inline-flex min-h-11 cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            aria-label={words.compareOne({ what: series.title })}
            checked={chosen}
            disabled={onChoose === null}
            onChange={(event) => onChoose?.(event.target.checked)}
          />
          {words.compare}
        </label>
      </p>
    </li>
  )
}
