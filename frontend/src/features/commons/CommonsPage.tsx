import type { Machine, WorkSummary } from '@phyle/sdk/chapters/commons/api'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { isAddress } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Filters, Found, Pager, Pick, SearchField } from '../../ui/Filters.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { versionWords } from '../../words/commons/version.ts'
import { commons } from '../../words/commons/words.ts'
import { find } from '../../words/find/words.ts'
import { clockTime } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'
import { MachineRegister } from './MachineRegister.tsx'

const words = commons.commons

/** Everything that the co-ops hold in common: works and machines. */
export function CommonsPage() {
  const house = useHouse()
  const search = useSearch({ from: '/commons' })
  const navigate = useNavigate({ from: '/commons' })
  const text = search.q ?? ''
  const asked = house ? { phyle: house.phyle } : {}
  const coops = useIndex('/api/names', {})
  const licences = useIndex('/api/licences', {}, asked)
  const works = useIndexPage(
    '/api/works',
    {},
    {
      ...asked,
      ...(text && { q: text }),
      ...(search.steward && isAddress(search.steward) && { steward: search.steward }),
      ...(search.licence && { licence: search.licence }),
      ...(search.after && { cursor: search.after }),
    },
  )
  const machines = useIndexPage(
    '/api/machines',
    {},
    {
      ...asked,
      ...(text && { q: text }),
      ...(search.steward && isAddress(search.steward) && { coop: search.steward }),
    },
  )
  const set = (changed: Partial<typeof search>, replace = false) =>
    void navigate({
      replace,
      search: (old: typeof search) => ({ ...old, ...changed, after: undefined }),
    })
  const clear = () => void navigate({ search: {} })
  const searching = Boolean(text || search.steward || search.licence || search.kind)
  const showWorks = search.kind !== 'machines'
  // A licence is of works only, and further pages go on with works.
  const showMachines = search.kind !== 'works' && !search.licence && !search.after
  const foundWorks = showWorks ? works.data?.data : []
  const foundMachines = showMachines ? machines.data?.data : []
  const countOf = (is: boolean, query: typeof works | typeof machines) =>
    is ? (query.data?.page?.total ?? 0) : 0
  const count = (foundWorks?.length ?? 0) + (foundMachines?.length ?? 0)
  return (
    <Page title={words.title} lead={<Explained text={words.lead} terms={['work', 'machine']} />}>
      <Filters onClear={searching ? clear : undefined}>
        <SearchField
          label={words.search}
          help={words.searchHelp}
          value={text}
          onSearch={(q) => set({ q: q || undefined }, true)}
        />
        <Pick
          label={find.works.kind}
          value={search.kind ?? ''}
          choices={[['', find.any], ...Object.entries(find.works.kinds)]}
          onPick={(kind) =>
            set({ kind: kind === 'works' || kind === 'machines' ? kind : undefined })
          }
        />
        <Pick
          label={find.works.licence}
          value={search.licence ?? ''}
          choices={[
            ['', find.any],
            ...(licences.data?.data ?? []).map((one) => [one, one] as const),
          ]}
          onPick={(licence) => set({ licence: licence || undefined })}
        />
        <Pick
          label={find.works.steward}
          value={search.steward ?? ''}
          choices={[
            ['', find.any],
            ...(coops.data?.data ?? []).map((one) => [one.coop, one.name] as const),
          ]}
          onPick={(steward) => set({ steward: steward || undefined })}
        />
      </Filters>
      <Found>
        {works.data && machines.data
          ? find.works.count({
              works: countOf(showWorks, works),
              machines: countOf(showMachines, machines),
            })
          : ''}
      </Found>
      {searching && foundWorks && foundMachines && count === 0 && (
        <Empty what={text.trim() === '' ? find.works.none : words.noneFound({ text: text.trim() })}>
          <Button onClick={clear}>{find.clear}</Button>
        </Empty>
      )}
      {showWorks && (!searching || (foundWorks?.length ?? 0) > 0) && (
        <section className="flex flex-col gap-3">
          <h2>{words.works}</h2>
          <Loaded query={works}>
            {({ data, page }) => (
              <>
                <Works works={data} />
                <Pager page={page} shown={data.length} />
              </>
            )}
          </Loaded>
        </section>
      )}
      {showMachines && (!searching || (foundMachines?.length ?? 0) > 0) && (
        <section className="flex flex-col gap-3">
          <h2>{words.machines}</h2>
          <Loaded query={machines}>
            {({ asOf }) => (
              <>
                {searching || !house ? (
                  <Machines machines={foundMachines ?? []} />
                ) : (
                  <MachineRegister phyle={house.phyle} />
                )}
                <p className="m-0 text-sm text-soft">
                  {shell.footer.figures({ when: clockTime(asOf.time) })}
                </p>
              </>
            )}
          </Loaded>
        </section>
      )}
    </Page>
  )
}

const grid = 'm-0 grid list-none gap-3 p-0 md:grid-cols-2'
const tile =
  'relative flex flex-col gap-2 rounded-[14px] border border-line bg-card p-[18px] hover:border-accent sm:p-5'
const whole = 'after:absolute after:inset-0 after:rounded-[14px]'

function Works({ works }: { works: readonly WorkSummary[] }) {
  const money = useMoney()
  const now = useChainNow()
  if (works.length === 0) {
    return (
      <Empty what={words.noWorks}>
        <Link to="/coops" className={buttonClass()}>
          {words.coops}
        </Link>
      </Empty>
    )
  }
  return (
    <ul className={grid}>
      {works.map((work) => (
        <li key={work.id} className={tile}>
          <p className="m-0 text-sm text-soft">
            {[versionWords(work.version), work.licence].filter((part) => part !== '').join(' · ')}
          </p>
          <h3 className="text-[1.25rem]">
            <Link
              to="/commons/works/$phyle/$id"
              params={{ phyle: work.phyle, id: work.id }}
              className={whole}
            >
              <OfCoop coop={work.steward}>{work.title}</OfCoop>
            </Link>
          </h3>
          <p className="m-0">
            <OfCoop coop={work.steward}>{work.function}</OfCoop>
          </p>
          <p className="m-0 mt-auto flex flex-wrap justify-between gap-x-4 pt-1 text-sm text-soft">
            <span>{words.of({ steward: work.stewardName })}</span>
            <span className="num">
              {work.freeFrom !== null && now !== undefined && now >= work.freeFrom
                ? words.freeForAll
                : work.pricePerYear !== null
                  ? words.priceUpTo({ amount: money(work.pricePerYear) })
                  : (work.right === 'FREE' || work.right === 'SHARE_ALIKE') && words.freeForAll}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Machines({ machines }: { machines: readonly Machine[] }) {
  const money = useMoney()
  if (machines.length === 0) {
    return (
      <Empty what={words.noMachines}>
        <Link to="/bonds" className={buttonClass()}>
          {words.bonds}
        </Link>
      </Empty>
    )
  }
  return (
    <ul className={grid}>
      {machines.map((machine) => (
        <li key={machine.id} className={tile}>
          <h3 className="text-[1.25rem]">
            <Link
              to="/commons/machines/$phyle/$id"
              params={{ phyle: machine.phyle, id: machine.id }}
              className={whole}
            >
              <OfCoop coop={machine.user}>{machine.name}</OfCoop>
            </Link>
          </h3>
          <p className="m-0">{words.usedBy({ coop: machine.userName })}</p>
          <p className="m-0 mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-1 text-sm text-soft">
            <span className="num">{words.earned({ amount: money(machine.income) })}</span>
            {machine.redeemed && <Tag sign="✓">{words.paidBack}</Tag>}
          </p>
        </li>
      ))}
    </ul>
  )
}
