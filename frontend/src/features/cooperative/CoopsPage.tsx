import type { CoopSummary } from '@phyle/sdk/chapters/cooperative/api'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useFoundingWords } from '../../chain/charter.ts'
import { useIndexPage } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Filters, Found, Pager, SearchField } from '../../ui/Filters.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'

const words = cooperative.coopsPage
const grid = 'm-0 grid list-none gap-3 p-0 md:grid-cols-2'

/** All co-ops of this place, the reader's own first. */
export function CoopsPage() {
  const search = useSearch({ from: '/coops' })
  const navigate = useNavigate({ from: '/coops' })
  const { address, memberships } = useMe()
  const isMember = memberships.some((member) => member.left === null)
  const own = useIndexPage(
    '/api/coops',
    address && isMember ? {} : null,
    address ? { member: address } : {},
  )
  const query = useIndexPage(
    '/api/coops',
    {},
    { ...(search.q && { q: search.q }), ...(search.after && { cursor: search.after }) },
  )
  const isSearched = Boolean(search.q)
  const mine = isMember && !search.after && !isSearched ? (own.data?.data ?? []) : []
  const isMine = (coop: CoopSummary) => mine.some((one) => one.coop === coop.coop)
  const clear = () => void navigate({ search: {} })
  const found = (
    <Link to="/found" className={buttonClass()}>
      {words.found}
    </Link>
  )
  return (
    <Page title={words.title} lead={words.lead}>
      <Filters onClear={isSearched ? clear : undefined}>
        <SearchField
          label={find.coops.text}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ replace: true, search: q === '' ? {} : { q } })}
        />
      </Filters>
      <Loaded query={query}>
        {({ data, page }) => (
          <>
            <Found>{find.coops.count({ count: page?.total ?? data.length })}</Found>
            {data.length === 0 ? (
              <Empty what={isSearched ? find.coops.none : words.none}>
                {isSearched ? <Button onClick={clear}>{find.clear}</Button> : found}
              </Empty>
            ) : (
              <ul className={grid}>
                {mine.map((coop) => (
                  <CoopItem key={coop.coop} coop={coop} mine />
                ))}
                {data
                  .filter((coop) => !isMine(coop))
                  .map((coop) => (
                    <CoopItem
                      key={coop.coop}
                      coop={coop}
                      mine={memberships.some((one) => one.left === null && one.coop === coop.coop)}
                    />
                  ))}
              </ul>
            )}
            <Pager page={page} shown={data.length} />
            {data.length > 0 && <div>{found}</div>}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function CoopItem({ coop, mine }: { coop: CoopSummary; mine: boolean }) {
  const { words: founding } = useFoundingWords(coop.purpose)
  const facts = [
    ...(founding?.place ? [founding.place] : []),
    words.members({ count: coop.members }),
    ...(coop.openProposals > 0 ? [words.open({ count: coop.openProposals })] : []),
  ]
  return (
    <li className="relative flex flex-col gap-2 rounded-[14px] border border-line bg-card p-[18px] hover:border-accent sm:p-5">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[1.25rem]">
        <Link
          to="/coops/$coop"
          params={{ coop: coop.coop }}
          className="after:absolute after:inset-0 after:rounded-[14px]"
        >
          {coop.name}
        </Link>
        {mine && <Tag sign="●">{words.mine}</Tag>}
      </h2>
      {founding && <p className="m-0">{founding.purpose}</p>}
      <p className="m-0 text-sm text-soft">
        {coop.rootOf !== null ? `${words.root} · ` : ''}
        {facts.join(' · ')}
      </p>
    </li>
  )
}
