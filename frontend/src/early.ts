import { fetchInTime } from './chain/fetching.ts'

/** The files that say what this copy of the app was told when it was put up. */
export interface Told {
  readonly settings: Promise<Response>
  readonly deployments: Promise<Response>
  readonly people: Promise<Response>
}

function ask(name: string): Promise<Response> {
  const answer = fetchInTime(`./${name}.json`, { cache: 'no-cache' })
  // Whoever reads it hears of a failure; until then nobody needs to.
  answer.catch(() => undefined)
  return answer
}

let told: Told | undefined

/** Asks once, as soon as anybody wants to know: while the app itself is still on its way. */
export function askWhatWasTold(): Told {
  told ??= {
    settings: ask('settings'),
    deployments: ask('deployments'),
    people: ask('people'),
  }
  return told
}
