import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { usePublicClient } from 'wagmi'
import { follow, lookAgain } from '../acts/follow.ts'
import { type Intent, intents, isSettled } from '../acts/intents.ts'
import { release } from '../acts/send.ts'
import { Button } from '../ui/Button.tsx'
import { callWords } from '../words/acts/call.ts'
import { acts as words } from '../words/acts/words.ts'
import { clockTime } from '../words/format.ts'

/** How each goes on, until whoever asked for it puts it away. */
export function UnderWayList({ list }: { list: readonly Intent[] }) {
  const client = usePublicClient()
  const queries = useQueryClient()

  useEffect(() => {
    if (!client) return
    for (const one of list) if (!isSettled(one)) void follow(client, one.id)
  }, [client, list])
  const settled = list.filter(isSettled).length
  // What the pages show has changed with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each ending
  useEffect(() => void queries.invalidateQueries(), [queries, settled])

  return (
    <section
      aria-labelledby="under-way"
      className="mt-4 rounded-xl border border-line px-[18px] py-3 text-[0.94rem]"
    >
      <h2 id="under-way" className="text-base">
        {words.title}
      </h2>
      <ul className="m-0 flex list-none flex-col gap-3 p-0" aria-live="polite">
        {list.map((one) => (
          <Item key={one.id} intent={one} />
        ))}
      </ul>
    </section>
  )
}

function Item({ intent }: { intent: Intent }) {
  const { id, state, hash, by, page } = intent
  const settled = isSettled(intent)
  return (
    <li className="flex flex-col gap-1 border-t border-line pt-3 first:border-0 first:pt-1">
      <p className="m-0">
        <b>{callWords(intent.call)}</b>{' '}
        <span className="text-soft">
          ({words.when({ time: clockTime(Math.floor(intent.asked / 1000)) })})
        </span>
      </p>
      <p className="m-0">{words.state[state]}</p>
      {(hash ?? by) !== null && (
        <p className="m-0 text-soft">
          {words.hash} <span className="break-all font-mono text-[0.8rem]">{by ?? hash}</span>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {page !== '' && page !== window.location.hash && (
          <a href={page} className="link inline-flex min-h-11 items-center">
            {words.goThere}
          </a>
        )}
        {!settled && <Button onClick={() => lookAgain(id)}>{words.lookAgain}</Button>}
        {state === 'unseen' && <Button onClick={() => release(id)}>{words.giveUp}</Button>}
        {settled && <Button onClick={() => intents.remove(id)}>{words.dismiss}</Button>}
      </div>
    </li>
  )
}
