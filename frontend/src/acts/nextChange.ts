import type { Paper } from '@phyle/sdk/ballot'
import { numberOf, readBallot } from '../chain/relay.ts'
import { device, readKept } from '../device/storage.ts'
import { readAssemblyChangeOf } from '../generated/contracts.ts'
import type { ActTools } from './act.ts'

const KEPT = 'phyle.changes'
/** Votes whose numbers one device remembers. */
const MOST = 60

/** So far above what the chain has may the numbers of a postbox be; one that invents more is not heard. */
const MOST_AHEAD = 1_000n

type Numbers = Readonly<Record<string, string>>

/**
 * The number of the next change of this member in this vote: one more than the chain and the postbox
 * know, and than this device gave out before. A change that was signed and kept back by one postbox
 * then never comes after one that another postbox carried.
 */
export async function nextChange(
  { settings, config, account }: ActTools,
  { chainId, assembly, proposal, motion }: Paper,
): Promise<bigint> {
  const [counted, kept] = await Promise.all([
    readAssemblyChangeOf(config, { address: assembly, args: [proposal, account] }),
    readBallot(settings.relayUrl, assembly, `${proposal}`, account),
  ])
  const name = [chainId, assembly, proposal, motion, account].join('/')
  const { [name]: given = '0', ...others } = readKept<Numbers | null>(device, KEPT, null) ?? {}
  const posted = kept ? numberOf(kept) : 0n
  const known = [counted, BigInt(given), posted <= counted + MOST_AHEAD ? posted : 0n]
  const next = known.reduce((most, one) => (one > most ? one : most)) + 1n
  const latest = Object.entries(others).slice(1 - MOST)
  device.set(KEPT, JSON.stringify({ ...Object.fromEntries(latest), [name]: `${next}` }))
  return next
}
