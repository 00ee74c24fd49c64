import type { Paging } from '@phyle/sdk/answer'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Member } from '@phyle/sdk/chapters/membership/api'
import { plainTime } from '@phyle/sdk/csv'
import { matches } from '@phyle/sdk/search'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { askEveryRow, useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useSettings } from '../../chain/settings.tsx'
import type { PeopleSearch } from '../../shell/peopleAsked.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Filters, Found, Pager, Pick, SearchField } from '../../ui/Filters.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { find } from '../../words/find/words.ts'
import { membership } from '../../words/membership/words.ts'

const words = membership.roll
const filters = find.people
const ROWS = 50

interface Asked {
  readonly q: string
  readonly group: string
  readonly left: 'true' | 'false'
  /** Cursor of the page: the number of the last member before it. */
  readonly after: string
}

/** What the address of the page asks for, whichever page of the co-op it is. */
function useAsked() {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const asked: Asked = {
    q: search.q ?? '',
    group: search.group ?? '',
    left: search.left ?? 'false',
    after: search.after ?? '',
  }
  const go = (next: PeopleSearch, replace = false) =>
    void navigate({ to: '.', search: next, replace, resetScroll: false })
  const set = (changed: PeopleSearch, replace = false) =>
    go({ q: search.q, group: search.group, left: search.left, ...changed }, replace)
  return { asked, set, clear: () => go({}) }
}

/**
 * Who belongs and who did, by name, group and page.
 *
 * @rule MEM-1 Co-op: member list
 */
export function RollCard({ coop }: { coop: CoopDetail }) {
  const { asked, set, clear } = useAsked()
  const isFiltered = asked.q !== '' || asked.group !== '' || asked.left !== 'false'
  const Some = asked.q.trim() === '' ? Listed : Searched
  return (
    <Card id="people" title={words.title}>
      <p className="m-0 text-soft">
        {coop.classes.map((group, at) => (
          <Fragment key={group.index}>
            {at > 0 && ' · '}
            <Foreign lang={coop.language}>{group.name}</Foreign> {group.members}
          </Fragment>
        ))}
      </p>
      <Filters onClear={isFiltered ? clear : undefined}>
        <SearchField
          label={filters.text}
          value={asked.q}
          onSearch={(q) => set({ q: q || undefined }, true)}
        />
        <Pick
          label={filters.group}
          value={asked.group}
          choices={[
            ['', find.any],
            ...coop.classes.map((group) => [`${group.index}`, group.name] as const),
          ]}
          onPick={(group) => set({ group: group || undefined })}
        />
        <Pick
          label={filters.who}
          value={asked.left}
          choices={[
            ['false', filters.here],
            ['true', filters.left],
          ]}
          onPick={(left) => set({ left: left === 'true' ? 'true' : undefined })}
        />
      </Filters>
      <Some coop={coop} asked={asked} onClear={clear} />
      <RollExport coop={coop} />
    </Card>
  )
}

interface SomeProps {
  coop: CoopDetail
  asked: Asked
  onClear: () => void
}

const queryOf = ({ group, left }: Asked) => ({ left, ...(group !== '' && { class: group }) })

/** A page as the index gives it. */
function Listed({ coop, asked, onClear }: SomeProps) {
  const { after } = asked
  const query = useIndexPage(
    '/api/coops/:coop/members',
    { coop: coop.coop },
    { ...queryOf(asked), ...(after !== '' && { cursor: after }) },
  )
  return (
    <Loaded query={query}>
      {({ data, page }) => (
        <>
          <Found>{filters.count({ count: page?.total ?? data.length })}</Found>
          <People coop={coop} members={data} asked={asked} onClear={onClear} />
          <Pager page={page} shown={data.length} />
        </>
      )}
    </Loaded>
  )
}

/** The page of a list that is here whole, after the member with a number. */
export function pageAfter(
  members: readonly Member[],
  after: string,
): { readonly shown: readonly Member[]; readonly page: Paging } {
  const known = /^\d+$/.test(after) ? BigInt(after) : -1n
  const first = members.findIndex(({ id }) => BigInt(id) > known)
  const from = first === -1 ? members.length : first
  const shown = members.slice(from, from + ROWS)
  const end = from + shown.length
  return {
    shown,
    page: {
      total: members.length,
      from,
      next: end < members.length ? (shown.at(-1)?.id ?? null) : null,
      previous: from === 0 ? null : (members[from - ROWS - 1]?.id ?? ''),
    },
  }
}

/** Names are known on this device only, so a name is looked for in the whole list here. */
function Searched({ coop, asked, onClear }: SomeProps) {
  const nameOf = useNameOf()
  const query = useIndex('/api/coops/:coop/members', { coop: coop.coop }, queryOf(asked))
  return (
    <Loaded query={query}>
      {({ data }) => {
        const found = data.filter((member) =>
          matches(asked.q, [nameOf(member.wallet) ?? '', member.wallet]),
        )
        const { shown, page } = pageAfter(found, asked.after)
        return (
          <>
            <Found>{filters.count({ count: found.length })}</Found>
            <People coop={coop} members={shown} asked={asked} onClear={onClear} />
            <Pager page={page} shown={shown.length} />
          </>
        )
      }}
    </Loaded>
  )
}

interface PeopleProps extends SomeProps {
  members: readonly Member[]
}

function People({ coop, members, asked, onClear }: PeopleProps) {
  if (members.length === 0) {
    return (
      <Empty what={filters.none}>
        <Button onClick={onClear}>{find.clear}</Button>
      </Empty>
    )
  }
  if (asked.left === 'true') return <Former members={members} />
  return coop.classes.map((group) => {
    const here = members.filter((member) => member.class === group.index)
    if (here.length === 0) return null
    return (
      <section key={group.index} className="flex flex-col gap-2">
        <h3>
          <Foreign lang={coop.language}>{group.name}</Foreign>
        </h3>
        <ul className="m-0 grid list-none grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-4 gap-y-2 p-0">
          {here.map((member) => (
            <li key={member.id} className="min-w-0">
              <Person address={member.wallet} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Former({ members }: { members: readonly Member[] }) {
  return (
    <Table
      caption={filters.left}
      hideCaption
      rows={members}
      keyOf={(member) => member.id}
      columns={[
        { name: words.name, of: (member) => <Person address={member.wallet} face={false} /> },
        { name: words.since, of: (member) => <When at={member.joined} /> },
        {
          name: words.left,
          of: (member) => member.left !== null && <When at={member.left} />,
        },
      ]}
    />
  )
}

function RollExport({ coop }: { coop: CoopDetail }) {
  const { indexerUrl } = useSettings()
  const nameOf = useNameOf()
  const { csv } = find
  const { heads } = csv
  const groupOf = (index: number | null) =>
    coop.classes.find((group) => group.index === index)?.name ?? ''
  return (
    <ExportButton
      label={csv.roll}
      name={`${coop.slug}-members`}
      read={async (onProgress) => {
        const members = await askEveryRow(
          indexerUrl,
          '/api/coops/:coop/members',
          { coop: coop.coop },
          {},
          onProgress,
        )
        return {
          heads: [
            heads.number,
            heads.name,
            heads.address,
            heads.group,
            heads.joined,
            heads.left,
            heads.groupBefore,
            heads.groupChanged,
            heads.admittedBy,
          ],
          rows: members.map((one) => [
            one.id,
            nameOf(one.wallet) ?? '',
            one.wallet,
            groupOf(one.class),
            plainTime(one.joined),
            plainTime(one.left),
            groupOf(one.previousClass),
            plainTime(one.classChanged),
            csv.admittedBy[one.admittedBy],
          ]),
        }
      }}
    />
  )
}
