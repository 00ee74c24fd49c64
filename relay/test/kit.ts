// SPDX-License-Identifier: AGPL-3.0-or-later
/** A chain of its own and a co-op on it, for the tests of the relay. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  ballotTypedData,
  changeTypedData,
  motionOf,
  objectionTypedData,
  type Paper,
  resolutionOf,
} from '@phyle/sdk/ballot'
import type { SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { type ChainCharter, charterToChain } from '@phyle/sdk/charter'
import { readCharter } from '@phyle/sdk/charter-file'
import { type Deployments, registrarOf } from '@phyle/sdk/deployments'
import { type Founder, foundingTypedData } from '@phyle/sdk/founding'
import { iAssemblyAbi, iMembershipAbi, iRegistrarAbi } from '@phyle/sdk/generated/abi'
import { JsonRpcProvider } from 'ethers'
import {
  type Abi,
  type Address,
  createTestClient,
  type Hex,
  http,
  parseEventLogs,
  publicActions,
  walletActions,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { hardhat } from 'viem/chains'
import { CHAPTERS } from '../../scripts/deploy/chapters.ts'
import { deploy } from '../../scripts/deploy/deploy.ts'
import { type Chain, keyOf, openChain } from './chain.ts'

const ROOT = join(import.meta.dirname, '../..')
const DAY = 86_400
/** Who gets what is left of the co-op. */
const BODY = `0x${'b0'.repeat(20)}` as const
/** How long a vote of this co-op is open. */
export const VOTING_SECONDS = 7 * DAY

/** The organs of a co-op, and nothing of the phyle. */
const COOP_CHAPTERS = CHAPTERS.slice(0, 5)

export async function freePort(): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((done) => socket.listen(0, '127.0.0.1', done))
  const { port } = socket.address() as AddressInfo
  await new Promise((done) => socket.close(done))
  return port
}

const clientFor = (url: string) =>
  createTestClient({
    chain: hardhat,
    mode: 'hardhat',
    transport: http(url, { retryCount: 0 }),
    account: keyOf(0),
    pollingInterval: 20,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions)

export type Client = ReturnType<typeof clientFor>

export interface Coop {
  readonly registrar: Address
  readonly cooperative: Address
  readonly assembly: Address
  readonly membership: Address
}

export class Ground {
  readonly url: string
  readonly client: Client
  readonly deploymentsFile: string
  readonly folder: string
  charter: ChainCharter
  readonly members: readonly PrivateKeyAccount[]
  readonly registrar: Address
  coop: Coop
  readonly #chain: Chain
  #votes = 0

  private constructor(parts: {
    url: string
    client: Client
    folder: string
    charter: ChainCharter
    members: readonly PrivateKeyAccount[]
    chain: Chain
    deployments: Deployments
  }) {
    this.url = parts.url
    this.client = parts.client
    this.folder = parts.folder
    this.deploymentsFile = join(parts.folder, 'deployments.json')
    this.charter = parts.charter
    this.members = parts.members
    this.registrar = registrarOf(parts.deployments, 'Registrar')
    this.#chain = parts.chain
    const nobody: Address = '0x0000000000000000000000000000000000000000'
    const { registrar } = this
    this.coop = { registrar, cooperative: nobody, assembly: nobody, membership: nobody }
  }

  /** A chain that mines when asked, with one co-op of `size` members whose keys are known. */
  static async open(size: number, extra: readonly Address[] = []): Promise<Ground> {
    const ground = await Ground.bare(size)
    await ground.found([...ground.members.map(({ address }) => address), ...extra])
    return ground
  }

  static async bare(size: number): Promise<Ground> {
    const chain = await openChain()
    const { url } = chain
    const client = clientFor(url)
    const folder = await mkdtemp(join(tmpdir(), 'phyle-relay-'))
    const provider = new JsonRpcProvider(url, undefined, { pollingInterval: 20, cacheTimeout: -1 })
    const deployments = await deploy({
      signer: await provider.getSigner(0),
      chapters: COOP_CHAPTERS,
      file: join(folder, 'deployments.json'),
      log: () => undefined,
    })
    provider.destroy()
    const text = await readFile(join(ROOT, 'examples/charters/somerset.json'), 'utf8')
    const members = Array.from({ length: size }, (_, i) => keyOf(1_000 + i))
    const charter = charterToChain({ ...readCharter(text), body: BODY })
    return new Ground({ url, client, folder, charter, members, chain, deployments })
  }

  async close(): Promise<void> {
    await this.#chain.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  async time(): Promise<number> {
    return Number((await this.client.getBlock()).timestamp)
  }

  async pass(seconds: number): Promise<void> {
    await this.client.increaseTime({ seconds })
    await this.client.mine({ blocks: 1 })
  }

  /** Founds a co-op; a founder without a known key has to give its word on the chain. */
  async found(wallets: readonly Address[], consenting: Consenting = async () => undefined) {
    const founders: Founder[] = wallets.map((wallet) => ({ wallet, class: 0 }))
    const deadline = BigInt((await this.time()) + DAY)
    const nonce = BigInt(Date.now())
    const founding = {
      chainId: hardhat.id,
      registrar: this.registrar,
      charter: this.charter,
      founders,
      nonce,
      deadline,
    }
    const typedData = foundingTypedData(founding)
    const signatures = await Promise.all(
      wallets.map(async (wallet): Promise<Hex> => {
        const key = this.members.find(({ address }) => address === wallet)
        return key ? key.signTypedData(typedData) : '0x'
      }),
    )
    const at = { address: this.registrar, abi: iRegistrarAbi } as const
    const args = [this.charter, founders, nonce, deadline] as const
    await consenting(await this.client.readContract({ ...at, functionName: 'foundingHash', args }))
    const hash = await this.client.writeContract({
      ...at,
      functionName: 'found',
      args: [this.charter, founders, signatures, nonce, deadline],
    })
    const { logs } = await this.client.waitForTransactionReceipt({ hash })
    const [founded] = parseEventLogs({ abi: iRegistrarAbi, eventName: 'Founded', logs })
    if (!founded) throw new Error('nothing was founded')
    const { cooperative, assembly_: assembly, membership } = founded.args
    this.coop = { registrar: this.registrar, cooperative, assembly, membership }
  }

  /** Proposes a text resolution and waits until the vote is open: one member after another, for each has three open. */
  async openVote(
    title = `Resolution ${this.#votes + 1}`,
    proposer = this.members[this.#votes % this.members.length],
  ): Promise<Vote> {
    this.#votes += 1
    if (!proposer) throw new Error('there is nobody to propose')
    await this.client.setBalance({ address: proposer.address, value: 10n ** 18n })
    await this.client.mine({ blocks: 1 })
    const at = { address: this.coop.assembly, abi: iAssemblyAbi } as const
    const hash = await this.client.writeContract({
      ...at,
      functionName: 'proposeAs',
      args: [0, [], [], [], `# ${title}`],
      account: proposer,
    })
    await this.client.waitForTransactionReceipt({ hash })
    const id = await this.client.readContract({ ...at, functionName: 'proposalCount' })
    const { voteStart, voteEnd } = await this.client.readContract({
      ...at,
      functionName: 'proposalOf',
      args: [id],
    })
    await this.client.setNextBlockTimestamp({ timestamp: BigInt(voteStart) })
    await this.client.mine({ blocks: 1 })
    const paper: Paper = {
      chainId: hardhat.id,
      assembly: this.coop.assembly,
      cooperative: this.charter.name,
      resolution: resolutionOf(id, 'ORDINARY', 'en', title),
      language: 'en',
      proposal: id,
      motion: motionOf([], `# ${title}`),
    }
    return new Vote(this, id, voteEnd, paper)
  }

  /** How often a wallet's ballot counts: 0 or 1, and what it says. */
  async cast(vote: Vote, member: Address): Promise<{ route: number; choice: number }> {
    const [route, choice] = await this.client.readContract({
      address: this.coop.assembly,
      abi: iAssemblyAbi,
      functionName: 'ballotOf',
      args: [vote.id, member],
    })
    return { route, choice }
  }

  async idOf(wallet: Address): Promise<number> {
    const { id } = await this.client.readContract({
      address: this.coop.membership,
      abi: iMembershipAbi,
      functionName: 'memberOf',
      args: [wallet],
    })
    return id
  }

  async deployMock(
    name: string,
    args: readonly unknown[] = [],
    source = 'HostileWallets',
  ): Promise<Address> {
    const file = join(ROOT, `artifacts/contracts/mocks/${source}.sol/${name}.json`)
    const { abi, bytecode } = JSON.parse(await readFile(file, 'utf8'))
    const hash = await this.client.deployContract({ abi: abi as Abi, bytecode, args })
    const { contractAddress } = await this.client.waitForTransactionReceipt({ hash })
    if (!contractAddress) throw new Error(`${name} was not deployed`)
    return contractAddress
  }
}

type Consenting = (foundingHash: Hex) => Promise<unknown>

export class Vote {
  readonly id: bigint
  readonly ends: number
  readonly paper: Paper
  readonly #ground: Ground

  constructor(ground: Ground, id: bigint, ends: number, paper: Paper) {
    this.#ground = ground
    this.id = id
    this.ends = ends
    this.paper = paper
  }

  async ballot(
    member: PrivateKeyAccount,
    choice: Choice,
    changes: Partial<SignedBallot> = {},
  ): Promise<SignedBallot> {
    return {
      chainId: this.paper.chainId,
      assembly: this.paper.assembly,
      proposal: this.id.toString(),
      member: member.address,
      choice,
      signature: await member.signTypedData(ballotTypedData(this.paper, member.address, choice)),
      ...changes,
    }
  }

  /** An objection, signed with its reason. */
  async objection(member: PrivateKeyAccount, reason: string): Promise<SignedBallot> {
    const signature = await member.signTypedData(
      objectionTypedData(this.paper, member.address, reason),
    )
    return this.ballot(member, 'object', { reason, signature })
  }

  /** A change of a ballot that was counted. */
  async change(member: PrivateKeyAccount, choice: Choice, number: bigint): Promise<SignedBallot> {
    const signature = await member.signTypedData(
      changeTypedData(this.paper, member.address, choice, number),
    )
    return this.ballot(member, choice, { change: `${number}`, signature })
  }

  async tally(): Promise<{ for: number; against: number; abstain: number; object: number }> {
    const classes = await this.#ground.client.readContract({
      address: this.paper.assembly,
      abi: iAssemblyAbi,
      functionName: 'talliesOf',
      args: [this.id],
    })
    const sum = (of: 'votesFor' | 'votesAgainst' | 'abstentions' | 'objections') =>
      classes.reduce((total, one) => total + one[of], 0)
    return {
      for: sum('votesFor'),
      against: sum('votesAgainst'),
      abstain: sum('abstentions'),
      object: sum('objections'),
    }
  }

  async batches(): Promise<number> {
    const logs = await this.#ground.client.getContractEvents({
      address: this.paper.assembly,
      abi: iAssemblyAbi,
      eventName: 'BallotsCounted',
      args: { proposalId: this.id },
      fromBlock: 0n,
    })
    return logs.length
  }
}
