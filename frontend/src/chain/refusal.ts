import { explain } from '@phyle/sdk/errors/explain'
import type { Settings } from '../env.ts'
import { date } from '../words/format.ts'
import { refusals } from '../words/refusals/words.ts'
import { detailsOf, plainRefusal, type Refusal, type When } from './refused.ts'

/** What a contract, a wallet, the network or a service said, in words. */
export function refusalOf(error: unknown, settings?: Settings, when: When = 'reading'): Refusal {
  const plain = plainRefusal(error, when)
  if (plain !== null) return plain
  const { name, args, why, now } = explain(error, {
    timeOf: (seconds) => date(seconds, 'time'),
    ...(settings && { money: settings.currency }),
  })
  if (name === null) return { ...refusals.unknown, details: detailsOf(error) }
  const { proposalId } = args
  return {
    why,
    now,
    details: name,
    ...(typeof proposalId === 'bigint' && { proposal: proposalId }),
  }
}
