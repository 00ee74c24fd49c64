import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { Link, useParams } from '@tanstack/react-router'
import { useFoundingWords } from '../../chain/charter.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useParts } from '../../shell/parts.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { Page } from '../../ui/Page.tsx'
import { Share } from '../../ui/Share.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'
import { clockTime, date } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'

const words = cooperative.coopPage

/** A co-op: purpose, who decides and money first; then its rules, people and documents. */
export function CoopPage() {
  const { coop } = useParams({ from: '/coops/$coop' })
  return <CoopAt coop={coop} />
}

/** The same, whichever link led to it. */
export function CoopAt({ coop }: { coop: string }) {
  const query = useIndex('/api/coops/:coop', { coop })
  const missing = (
    <Missing title={find.missing.coop} what={find.missing.coopWhat}>
      <Link to="/coops" className={buttonClass('main')}>
        {find.missing.coops}
      </Link>
    </Missing>
  )
  return (
    <Loaded query={query} missing={missing} title={shell.nav.coop}>
      {(answer) => <Coop coop={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function Coop({ coop, time }: { coop: CoopDetail; time: number }) {
  const { words: founding, waiting } = useFoundingWords(coop.purpose)
  const now = useChainNow()
  const cards = useParts('cards')
  const over = [
    founding?.place,
    words.members({ count: coop.members }),
    words.founded({ when: date(coop.founded, 'day', now) }),
  ]
  const purpose = founding?.purpose ?? (waiting ? '' : words.noPurpose)
  return (
    <Page
      over={over.filter(Boolean).join(' · ')}
      title={coop.name}
      titleLang={coop.language}
      lead={
        <p
          lang={founding?.purpose === undefined ? undefined : coop.language}
          className="m-0 font-serif text-[1.25rem] leading-snug text-ink"
        >
          {purpose}
        </p>
      }
      aside={
        <>
          {cards
            .filter((one) => one.side)
            .map(({ name, Card }) => (
              <Card key={name} coop={coop} />
            ))}
          <Addresses coop={coop} />
          <Share title={coop.name} path={`/coops/${coop.coop}`} readable={`/${coop.slug}`} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures({ when: clockTime(time) })}</p>
        </>
      }
    >
      {cards
        .filter((one) => !one.side)
        .map(({ name, Card }) => (
          <Card key={name} coop={coop} />
        ))}
    </Page>
  )
}

function Addresses({ coop }: { coop: CoopDetail }) {
  const organs = ['coop', 'statutes', 'membership', 'assembly'] as const
  return (
    <Disclosure summary={words.addresses}>
      <dl className="m-0 flex flex-col gap-2 text-sm">
        {organs.map((organ) => (
          <div key={organ}>
            <dt className="text-soft">{words.organs[organ]}</dt>
            <dd className="m-0 break-all font-mono text-[0.78rem]">{coop[organ]}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
