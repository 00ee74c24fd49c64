// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run found -- <charter file>`: founds a co-op when every founder has given their word. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Address } from 'viem'
import type { CharterJson, Founding } from '../../sdk/src/chapters/cooperative/api.ts'
import {
  type ChainCharter,
  type Charter,
  CharterError,
  charterToChain,
  foundingDocument,
} from '../../sdk/src/charter.ts'
import { registrarOf } from '../../sdk/src/deployments.ts'
import { type Founder, foundingHash, foundingTypedData } from '../../sdk/src/founding.ts'
import { LOCAL_CHAIN } from '../../sdk/src/local-chain.ts'
import { showDuration } from '../../sdk/src/units.ts'
import { Registrar__factory } from '../../types/ethers-contracts/index.ts'
import { connect, NoChain } from '../chain.ts'
import { readRecord, recordOf } from '../deploy/record.ts'
import { findRunning } from '../running.ts'
import { mutable, signed } from '../seed/coop.ts'
import { keyOf } from '../seed/people.ts'
import { type Options, readOptions, UsageError } from './options.ts'
import { RelayClient, RelayProblem } from './relay.ts'

const EXAMPLE_FOUNDERS = 3
const POLL_MS = 2_000
const USUAL = { relay: 'http://localhost:8787', app: 'http://localhost:5173' }

try {
  await found(readOptions(process.argv.slice(2)))
} catch (error) {
  const known = [UsageError, RelayProblem, NoChain].some((kind) => error instanceof kind)
  if (!known) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}

async function found(options: Options): Promise<void> {
  if (options.check) {
    console.log(inWords(withBody(options, null)))
    return
  }

  const { ethers, chainId } = await connect(options)
  const { provider } = ethers
  const here = (chainId === LOCAL_CHAIN && findRunning()) || USUAL
  const record = await readRecord(recordOf(chainId), chainId)
  const registrar = registrarOf(record, 'Registrar')
  const charter = withBody(options, record.phyle?.root ?? null)
  console.log(inWords(charter))
  const struct = charterFor(charter)
  const latest = await provider.getBlock('latest')
  const founders = options.founders.length > 0 ? options.founders : examples(chainId, charter)
  const founding = {
    chainId,
    registrar,
    charter: struct,
    founders,
    nonce: BigInt(Date.now()),
    deadline: BigInt((latest?.timestamp ?? 0) + options.days * 86_400),
  }
  const hash = foundingHash(founding)
  const relay = new RelayClient(options.relay ?? here.relay)
  await relay.keep(foundingDocument(charter))
  let draft = await relay.open({
    chainId,
    registrar,
    charter: asJson(founding.charter),
    founders,
    nonce: founding.nonce.toString(),
    deadline: founding.deadline.toString(),
  })
  if (options.founders.length === 0) {
    for (const [index, { wallet }] of founders.entries()) {
      const person = { name: '', wallet: keyOf(index) }
      const signature = (await signed(person, foundingTypedData(founding))) as `0x${string}`
      draft = await relay.sign(hash, { founder: wallet, signature })
    }
  }
  draft = await everyWord(relay, draft, options.app ?? here.app)

  const [sender] = await ethers.getSigners()
  if (sender === undefined) throw new UsageError(`no key to send with on ${options.network}`)
  const sent = await Registrar__factory.connect(registrar, sender).found(
    mutable(founding.charter),
    founders.map((founder) => ({ ...founder })),
    founders.map(({ wallet }) => signatureOf(draft, wallet)),
    founding.nonce,
    founding.deadline,
  )
  await sent.wait()
  console.log(`✔ ${charter.name} is founded: ${draft.cooperative}`)
}

/** Shows the link and waits until nobody's word is missing. */
async function everyWord(relay: RelayClient, first: Founding, app: string): Promise<Founding> {
  let draft = first
  if (draft.missing.length > 0)
    console.log(`Founders sign here: ${app}/#/found/sign?draft=${draft.hash}`)
  let shown = -1
  while (draft.missing.length > 0) {
    if (draft.missing.length !== shown) {
      console.log(`Waiting for ${draft.missing.length}: ${draft.missing.join(', ')}`)
      shown = draft.missing.length
    }
    await wait(POLL_MS)
    draft = await relay.read(draft.hash)
  }
  return draft
}

function signatureOf(draft: Founding, wallet: Address): string {
  return draft.signatures.find(({ founder }) => founder === wallet)?.signature ?? '0x'
}

function examples(chainId: number, { classes }: Charter): Founder[] {
  if (chainId !== LOCAL_CHAIN) throw new UsageError('name the founders: --founder ADDRESS=CLASS')
  return Array.from({ length: EXAMPLE_FOUNDERS }, (_, index) => ({
    wallet: keyOf(index).address as Address,
    class: index % classes.length,
  }))
}

function asJson(charter: ChainCharter): CharterJson {
  const [ordinary, consent, special, entrenched] = charter.rules
  return {
    ...charter,
    rules: [`${ordinary}`, `${consent}`, `${special}`, `${entrenched}`],
  }
}

/** What is left goes to the federation of the deployment, if nobody else is named. */
function withBody({ charter, body }: Options, root: Address | null): Charter {
  return { ...charter, body: charter.body ?? body ?? root }
}

function charterFor(charter: Charter): ChainCharter {
  try {
    return charterToChain(charter)
  } catch (error) {
    if (error instanceof CharterError) throw new UsageError(`${error.message}: --body ADDRESS`)
    throw error
  }
}

function inWords(charter: Charter): string {
  const classes = charter.classes
    .map(({ name, share }) => (share > 0 ? `${name} ${share / 100} %` : name))
    .join(', ')
  const voting = charter.rules.ORDINARY?.votingPeriod ?? 0
  return [
    charter.name,
    `  for: ${charter.purpose}`,
    `  who decides: ${classes}`,
    `  an everyday vote is open for ${showDuration(voting)}`,
    ...(charter.body === null ? [] : [`  what is left one day goes to: ${charter.body}`]),
  ].join('\n')
}
