import { FEEDS } from '@phyle/sdk/chapters/assembly/api'
import type { Address } from 'viem'
import { useSettings } from '../../chain/settings.tsx'
import { CopyButton } from '../../ui/Copy.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { assembly } from '../../words/assembly/words.ts'

const words = assembly.follow

const FOLLOWED = ['calendar', 'news'] as const satisfies readonly (keyof typeof FEEDS)[]

/** Addresses that programs for calendars and news subscribe to. */
export function Follow({ coop }: { coop: Address }) {
  const { indexerUrl } = useSettings()
  const addressOf = (feed: keyof typeof FEEDS) => {
    const url = new URL(indexerUrl + FEEDS[feed].replace(':coop', coop), location.href)
    url.searchParams.set('app', location.origin + location.pathname)
    return url.href
  }
  return (
    <Disclosure summary={words.title}>
      <p className="m-0">{words.lead}</p>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {FOLLOWED.map((feed) => (
          <li key={feed} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <a className="link font-semibold" href={addressOf(feed)}>
              {words[feed]}
            </a>
            <CopyButton text={addressOf(feed)} look="link">
              {words.copy}
              <span className="sr-only"> · {words[feed]}</span>
            </CopyButton>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
