import type { CoopSummary } from '@phyle/sdk/index-api'
import { Link } from '@tanstack/react-router'
import { useFoundingWords } from '../../chain/charter.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { cooperative } from '../../words/en/cooperative.ts'

const words = cooperative.coopsPage

/** All co-ops of this place, the reader's own first. */
export function CoopsPage() {
  const query = useIndex('/api/coops', {})
  const { memberships } = useMe()
  const mine = new Set(
    memberships.filter((member) => member.left === null).map((member) => member.coop as string),
  )
  const found = (
    <Link to="/found" className={buttonClass()}>
      {words.found}
    </Link>
  )
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty what={words.none}>{found}</Empty>
          ) : (
            <>
              <ul className="m-0 grid list-none gap-3 p-0 md:grid-cols-2">
                {data
                  .toSorted((a, b) => Number(mine.has(b.coop)) - Number(mine.has(a.coop)))
                  .map((coop) => (
                    <CoopItem key={coop.coop} coop={coop} mine={mine.has(coop.coop)} />
                  ))}
              </ul>
              <div>{found}</div>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function CoopItem({ coop, mine }: { coop: CoopSummary; mine: boolean }) {
  const { words: founding } = useFoundingWords(coop.purpose)
  const facts = [
    ...(founding?.place ? [founding.place] : []),
    words.members(coop.members),
    ...(coop.openProposals > 0 ? [words.open(coop.openProposals)] : []),
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
