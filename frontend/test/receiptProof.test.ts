import type { PhyleHouse } from '@phyle/sdk/deployments'
import { iCooperativeAbi, iLicencesAbi, iStatutesAbi, iWorksAbi } from '@phyle/sdk/generated/abi'
import { tokenAbi } from '@phyle/sdk/standards'
import {
  type Abi,
  type AbiEvent,
  custom,
  decodeFunctionData,
  defineChain,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionResult,
  getAbiItem,
  type Hex,
  numberToHex,
  zeroHash,
} from 'viem'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createConfig } from 'wagmi'
import type { Issued } from '../src/chain/permissions.ts'
import { type Claim, readReceiptProof } from '../src/chain/receiptProof.ts'
import { readRegistered } from '../src/chain/registration.ts'
import type { Settings } from '../src/env.ts'
import { cash, first, licensee, second, some, statutes, steward, who } from './kit/issued.ts'

const house: PhyleHouse = {
  phyle: who('01'),
  root: who('02'),
  fund: who('03'),
  bonds: who('04'),
  works: who('05'),
  machines: who('06'),
  licences: who('07'),
  contributions: who('08'),
  cash,
  block: 5,
  chapters: {},
}
const settings: Settings = {
  chainId: 100,
  rpcUrls: ['http://node.example'],
  indexerUrl: 'http://index.example',
  relayUrl: 'http://relay.example',
  local: false,
  currency: { symbol: 'EUR', decimals: 6 },
}
const registration = {
  steward,
  family: 5n,
  digest: some('ff'),
  parents: [],
  title: 'Mill',
  version: '1',
  licence: 'MIT',
  licensor: 'Somebody',
  purpose: 'Grinds',
  links: [],
} as const

/* A NODE THAT CAN BE MADE TO FAIL */

type Ask = { readonly method: string; readonly params: readonly unknown[] }
/** What a node fails to answer in a test, or null. */
let failing: (ask: Ask) => Error | null = () => null
let nodeChain = 100
let asked: Ask[] = []
/** The longest range of blocks that is answered. */
let longest = 1_000_000n

const logOf = (abi: Abi, name: string, indexed: object, data: readonly unknown[], at: bigint) => {
  const event = getAbiItem({ abi, name }) as AbiEvent
  return {
    topics: encodeEventTopics({ abi, eventName: name, args: indexed } as never),
    data: encodeAbiParameters(
      event.inputs.filter((one) => !one.indexed),
      data,
    ),
    blockNumber: numberToHex(at),
    blockHash: some('bb'),
    transactionHash: some('cc'),
    transactionIndex: '0x0',
    logIndex: '0x0',
    removed: false,
  }
}
const logs = [
  ...[first, second].map(({ family, fingerprint, entry, block }) => ({
    address: house.licences,
    ...logOf(iLicencesAbi, 'Receipt', { licensee, family, fingerprint }, [entry], block),
  })),
  {
    address: house.works,
    ...logOf(
      iWorksAbi,
      'WorkRegistered',
      { id: 7n, family: 5n, steward },
      [steward, true, 3, 7n, registration],
      20n,
    ),
  },
]

function logsFor({ params: [filter] }: Ask) {
  const { address, topics, fromBlock, toBlock } = filter as {
    address: string
    topics: readonly (Hex | null)[]
    fromBlock: Hex
    toBlock: Hex
  }
  if (BigInt(toBlock) - BigInt(fromBlock) >= longest) throw new Error('range too large')
  return logs.filter(
    (log) =>
      log.address.toLowerCase() === address.toLowerCase() &&
      BigInt(log.blockNumber) >= BigInt(fromBlock) &&
      BigInt(log.blockNumber) <= BigInt(toBlock) &&
      topics.every((topic, at) => topic === null || topic === log.topics[at]),
  )
}

const answers: Readonly<Record<string, unknown>> = {
  newestReceipt: second.fingerprint,
  coveredAt: [true, 0, false],
  termsHash: some('dd'),
  termsOf: {
    licensor: steward,
    legalText: some('ee'),
    pricePerYear: 1n,
    tierBps: [],
    tierTurnover: [],
    stewardBps: 0,
    parentsBps: 0,
    fundBps: 0,
    grace: 0,
    cure: 0,
    refundWindow: 0,
    notice: 0,
    waivePoints: 0,
    minAttesters: 0,
    changeDate: 0,
  },
  workOf: {
    steward,
    family: 5n,
    registered: 200,
    right: 3,
    origin: 7n,
    digest: some('ff'),
    parents: [],
  },
  symbol: 'EURd',
  decimals: 6,
  statutes: statutes,
  name: 'A co-op',
}
const abis = new Map<string, Abi>(
  (
    [
      [house.licences, iLicencesAbi],
      [house.works, iWorksAbi],
      [cash, tokenAbi],
      [steward, iCooperativeAbi],
      [statutes, iStatutesAbi],
    ] as const
  ).map(([address, abi]) => [address.toLowerCase(), abi as Abi]),
)

function called({ params: [call] }: Ask): Hex {
  const { to, data } = call as { to: string; data: Hex }
  const abi = abis.get(to.toLowerCase())
  if (!abi) throw new Error(`nothing at ${to}`)
  const { functionName, args = [] } = decodeFunctionData({ abi, data })
  const theirs = String(args[1]).toLowerCase() === licensee.toLowerCase()
  const result = functionName === 'newestReceipt' && !theirs ? zeroHash : answers[functionName]
  return encodeFunctionResult({ abi, functionName, result } as never)
}

async function request(ask: Ask): Promise<unknown> {
  asked.push(ask)
  const failure = failing(ask)
  if (failure) throw failure
  if (ask.method === 'eth_chainId') return numberToHex(nodeChain)
  if (ask.method === 'eth_blockNumber') return '0x64'
  if (ask.method === 'eth_getLogs') return logsFor(ask)
  if (ask.method === 'eth_call') return called(ask)
  if (ask.method === 'eth_getBlockByNumber') {
    const number = BigInt(String(ask.params[0]))
    return { number: numberToHex(number), timestamp: numberToHex(number * 10n), transactions: [] }
  }
  throw new Error(`not expected: ${ask.method}`)
}

const chain = defineChain({
  id: 100,
  name: 'test',
  nativeCurrency: { name: 'coin', symbol: 'coin', decimals: 18 },
  rpcUrls: { default: { http: settings.rpcUrls } },
})
const configOf = () =>
  createConfig({
    chains: [chain],
    transports: { 100: custom({ request: request as never }, { retryCount: 0 }) },
  })

/** What the index says, by the end of the path; null: it does not answer. */
let index: ((path: string) => unknown) | null = null

beforeEach(() => {
  failing = () => null
  nodeChain = 100
  asked = []
  longest = 1_000_000n
  index = null
  vi.stubGlobal('fetch', async (input: string | URL) => {
    const { host, pathname } = new URL(input)
    if (host !== 'index.example' || !index) throw new TypeError('no answer')
    return new Response(JSON.stringify({ data: index(pathname), asOf: { block: 1, time: 1 } }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const claimOf = (issued: Issued): Claim => ({
  chainId: 100,
  contract: house.licences,
  licensee: issued.licensee,
  family: issued.family,
  number: issued.entry.number,
  fingerprint: issued.fingerprint,
  own: issued.fingerprint,
  block: issued.block,
  statement: null,
  purchaseOrder: null,
})
const proofOf = (claim: Claim) => readReceiptProof(configOf(), settings, house, claim)

const tooMany = () => Object.assign(new Error('429 Too Many Requests'), { code: 429 })

it('proves the newest receipt without reading any other', async () => {
  const proof = await proofOf(claimOf(second))
  expect(proof).toMatchObject({ found: 'receipt', covered: true, since: [second] })
  if (proof.found !== 'receipt') return
  expect(proof.facts).toMatchObject({
    issued: second,
    work: { title: 'Mill', licence: 'MIT', steward },
    terms: { hash: some('dd'), legalText: some('ee') },
    token: { symbol: 'EURd', decimals: 6 },
    cash: 'EUR',
    steward: { now: 'A co-op', atIssue: 'A co-op' },
  })
})

it('proves an older receipt with all that came after it', async () => {
  expect(await proofOf(claimOf(first))).toMatchObject({ since: [second, first] })
})

it('needs no long range of logs, so that a node that allows ten blocks will do', async () => {
  longest = 2n
  const proof = await proofOf(claimOf(second))
  expect(proof).toMatchObject({ found: 'receipt', facts: { work: { title: 'Mill' } } })
})

it('does not say what came after a receipt where the later ones cannot be read', async () => {
  failing = ({ method, params }) => {
    if (method !== 'eth_getLogs') return null
    const { toBlock } = params[0] as { toBlock: Hex }
    return toBlock === numberToHex(first.block) ? null : tooMany()
  }
  expect(await proofOf(claimOf(first))).toMatchObject({ found: 'receipt', since: null })
})

it('finds the true receipt of a forged one by whatever is left of it', async () => {
  const found = { found: 'receipt', facts: { issued: second } }
  const genuine = claimOf(second)
  const forgeries: Partial<Claim>[] = [
    { fingerprint: some('00'), own: some('00') },
    { block: 99n, own: some('00') },
    { licensee: who('99'), own: some('00') },
    { family: 6n, own: some('00') },
    { fingerprint: some('00') },
    { block: 10n ** 77n },
  ]
  for (const forged of forgeries) {
    expect(await proofOf({ ...genuine, ...forged }), Object.keys(forged).join()).toMatchObject(
      found,
    )
  }
})

it('knows no receipt of a permission that there is not', async () => {
  const invented = {
    ...claimOf(second),
    fingerprint: some('00'),
    own: some('00'),
    licensee: who('99'),
  }
  expect(await proofOf(invented)).toEqual({ found: 'none' })
})

it('asks nothing about another network or contract', async () => {
  expect(await proofOf({ ...claimOf(second), chainId: 1 })).toEqual({ found: 'elsewhere' })
  expect(await proofOf({ ...claimOf(second), contract: who('99') })).toEqual({ found: 'elsewhere' })
  expect(asked).toEqual([])
})

it('believes no node of another chain than the one it is for', async () => {
  nodeChain = 1
  expect(await proofOf(claimOf(second))).toEqual({ found: 'silent' })
})

it('is silent where the node refuses everything, and never says that there is no receipt', async () => {
  failing = tooMany
  expect(await proofOf(claimOf(second))).toEqual({ found: 'silent' })
  failing = ({ method }) => (method === 'eth_chainId' ? null : tooMany())
  expect(await proofOf(claimOf(second))).toEqual({ found: 'silent' })
  failing = ({ method }) => (method === 'eth_getLogs' ? tooMany() : null)
  expect(await proofOf(claimOf(second))).toEqual({ found: 'silent' })
})

it('leaves open, and nothing else, what a node does not answer', async () => {
  for (let place = 0; ; place++) {
    let count = -1
    failing = () => {
      count += 1
      return count === place ? tooMany() : null
    }
    const proof = await proofOf(claimOf(second))
    if (count < place) break
    expect(['receipt', 'silent']).toContain(proof.found)
    if (proof.found !== 'receipt') continue
    const { facts } = proof
    expect(facts.issued, `question ${place}`).toEqual(second)
    expect([null, 'Mill']).toContain(facts.work?.title ?? null)
    expect([null, 'EURd']).toContain(facts.token?.symbol ?? null)
    expect([null, 'A co-op']).toContain(facts.steward?.now ?? null)
  }
  expect.hasAssertions()
})

it('takes no word from an overview that lies', async () => {
  index = (path) =>
    path.startsWith('/api/works')
      ? { title: 'Evil', licence: 'Evil', registered: { block: 33 } }
      : { receipts: [{ block: 40 }, { block: 40 }] }
  expect(await readRegistered(configOf(), settings, house, 7n)).toMatchObject({ title: 'Mill' })
  expect(await proofOf(claimOf(first)), 'a later receipt is kept back').toMatchObject({
    since: [second, first],
  })
})

it.each([
  [{}],
  [{ registered: { block: 'x' }, receipts: [{ block: 'x' }] }],
  [{ registered: { block: 0.5 }, receipts: [{ block: -1 }] }],
  [{ registered: null, receipts: 7 }],
])('lets no overview that says %j keep a receipt from being proved', async (said) => {
  index = () => said
  expect(await readRegistered(configOf(), settings, house, 7n)).toMatchObject({ title: 'Mill' })
  expect(await proofOf(claimOf(first))).toMatchObject({ since: [second, first] })
})

it('asks where the overview says, so that a truthful one saves the search', async () => {
  index = () => ({ registered: { block: 20 } })
  expect(await readRegistered(configOf(), settings, house, 7n)).toMatchObject({ title: 'Mill' })
  expect(asked.filter(({ method }) => method === 'eth_getBlockByNumber')).toEqual([])
})
