// SPDX-License-Identifier: AGPL-3.0-or-later
/** Founding co-ops and a federation of them, and deciding in them, for the cases of the fund. */
import type { Address, Hex } from 'viem'
import { charterToChain } from '../../sdk/src/charter.ts'
import { parseCharter } from '../../sdk/src/charter-file.ts'
import { foundingTypedData } from '../../sdk/src/founding.ts'
import type { Chain, Signer } from './chain.ts'

export const DAY = 86_400
const EPOCH = 30 * DAY
/** From the founding of the federation to its epoch 0: time for the raises. */
const BEFORE_START = 45 * DAY
const ROOT_VOTE_DAYS = 4

export type Action = { readonly target: string; readonly data: string }

export type Coop = {
  readonly account: string
  readonly assembly: string
  readonly membership: string
  /** Who founded it; the first proposes. */
  readonly members: readonly Signer[]
}

function charter(
  name: string,
  classes: readonly { readonly name: string; readonly cooperator: boolean }[],
  votingPeriod: string,
) {
  const rule = {
    count: 'HEADCOUNT',
    threshold: 5000,
    quorumBps: 0,
    quorumMin: 1,
    noticePeriod: '0 s',
    votingPeriod,
    timelock: '0 s',
  }
  const chain = charterToChain(
    parseCharter({
      name,
      purpose: 'To work a case of the fund.',
      language: 'en',
      lock: 'COMMON_OWNERSHIP',
      body: `0x${'b0'.repeat(20)}`,
      classes,
      rules: { ordinary: rule, special: rule, entrenched: rule },
    }),
  )
  // Ethers takes lists that could be changed.
  return {
    ...chain,
    classes: chain.classes.map((one) => ({ ...one })),
    rules: [...chain.rules] as [bigint, bigint, bigint, bigint],
  }
}

/** Deciding and founding, each co-op with a number of its own. */
export class Federation {
  readonly chain: Chain
  #coops = 0
  #motions = 0

  constructor(chain: Chain) {
    this.chain = chain
  }

  /** Founds a co-op whose founders sit in so many classes, each in one of their own by default. */
  async found(
    members: readonly Signer[],
    cooperators: boolean,
    classCount = members.length,
  ): Promise<Coop> {
    const { ethers, addressOf, networkHelpers } = this.chain
    this.#coops += 1
    const classes = Array.from({ length: classCount }, (_, i) => ({
      name: `class ${i + 1}`,
      cooperator: cooperators,
    }))
    const terms = charter(`Co-op ${this.#coops}`, classes, '1 d')
    const registrar = await ethers.getContractAt('Registrar', addressOf('Registrar'))
    const founders = members.map(({ address }, i) => ({
      wallet: address as Address,
      class: i % classCount,
    }))
    const { chainId } = await ethers.provider.getNetwork()
    const founding = {
      chainId: Number(chainId),
      registrar: addressOf('Registrar') as Address,
      charter: terms,
      founders,
      nonce: BigInt(this.#coops),
      deadline: BigInt((await networkHelpers.time.latest()) + DAY),
    }
    const { domain, types, message } = foundingTypedData(founding)
    const signatures = await Promise.all(
      members.map((member) =>
        member.signTypedData(domain, { Founding: [...types.Founding] }, message),
      ),
    )
    const args = [terms, founders, founding.nonce, founding.deadline] as const
    const hash = await registrar.foundingHash(...args)
    const organs = await registrar.organsOf(hash, terms)
    await registrar.found(terms, founders, signatures, founding.nonce, founding.deadline)
    return {
      account: organs.cooperative,
      assembly: organs.assembly_,
      membership: organs.membership,
      members,
    }
  }

  /** Every co-op decides on its own actions, all in the same day, and carries them out. */
  async decide(motions: readonly { readonly coop: Coop; readonly actions: readonly Action[] }[]) {
    const { ethers, networkHelpers } = this.chain
    const votes = []
    for (const { coop, actions } of motions) {
      this.#motions += 1
      const [proposer] = coop.members
      if (!proposer) throw new Error('a co-op without members cannot decide')
      const assembly = await ethers.getContractAt('Assembly', coop.assembly, proposer)
      const content = [
        actions.map(({ target }) => target),
        actions.map(() => 0n),
        actions.map(({ data }) => data),
      ] as const
      const description = `Motion ${this.#motions}`
      await assembly.propose(...content, description)
      const id = await assembly.proposalCount()
      votes.push({ coop, assembly, content, description, id })
    }
    await networkHelpers.time.increase(1)
    for (const { coop, assembly, id } of votes) {
      for (const member of coop.members) await assembly.connect(member).castVote(id, 1)
    }
    await networkHelpers.time.increase(DAY + 1)
    for (const { assembly, content, description } of votes) {
      await assembly.execute(...content, ethers.id(description))
    }
  }

  /** Founds the federation; each co-op decides to be a founder. `granted`: places of each, none by default. */
  async federate(coops: readonly Coop[], granted = coops.map(() => 0n)): Promise<House> {
    const { ethers, addressOf, networkHelpers } = this.chain
    const maker = await ethers.getContractAt('PhyleRegistrar', addressOf('PhyleRegistrar'))
    const registrar = await ethers.getContractAt('Registrar', addressOf('Registrar'))
    const now = await networkHelpers.time.latest()
    const terms = {
      cash: addressOf('DemoEuro'),
      start: now + BEFORE_START,
      epochLength: EPOCH,
      granted: [...granted],
    }
    const root = charter('Root', [{ name: 'co-op', cooperator: false }], `${ROOT_VOTE_DAYS} d`)
    const founders = coops.map(({ account }) => ({ wallet: account, class: 0 }))
    const deadline = BigInt(now + 30 * DAY)
    const { federation, foundingHash } = await maker.prepare(terms, root, founders, 1n, deadline)
    const data = registrar.interface.encodeFunctionData('consent', [foundingHash])
    const consent = { target: addressOf('Registrar'), data }
    await this.decide(coops.map((coop) => ({ coop, actions: [consent] })))
    const unsigned = founders.map(() => '0x')
    await maker.found(terms, root, founders, unsigned, 1n, deadline)

    const phyle = await ethers.getContractAt('Phyle', federation.phyle)
    for (const { account } of coops) await phyle.enter(account, addressOf('Registrar'))
    const rootCoop = await ethers.getContractAt('Cooperative', federation.root)
    return {
      phyle: federation.phyle,
      fund: await phyle.chapterOf(ethers.encodeBytes32String('fund')),
      bonds: await phyle.chapterOf(ethers.encodeBytes32String('bonds')),
      rootAssembly: await rootCoop.assembly_(),
    }
  }

  /** The root decides, at the motion and with the vote of one of its co-ops. */
  async decideInRoot(coop: Coop, house: House, actions: readonly Action[]) {
    const { ethers, networkHelpers } = this.chain
    this.#motions += 1
    const root = await ethers.getContractAt('Assembly', house.rootAssembly)
    const content = [
      actions.map(({ target }) => target),
      actions.map(() => 0n),
      actions.map(({ data }) => data),
    ] as const
    const description = `Root motion ${this.#motions}`
    const propose = root.interface.encodeFunctionData('propose', [...content, description])
    await this.decide([{ coop, actions: [{ target: house.rootAssembly, data: propose }] }])
    const vote = root.interface.encodeFunctionData('castVote', [await root.proposalCount(), 1])
    await this.decide([{ coop, actions: [{ target: house.rootAssembly, data: vote }] }])
    await networkHelpers.time.increase(ROOT_VOTE_DAYS * DAY)
    await root.execute(...content, ethers.id(description))
  }
}

export type House = {
  readonly phyle: string
  readonly fund: string
  readonly bonds: string
  readonly rootAssembly: string
}

export function digestOf(words: string, chain: Chain): Hex {
  return chain.ethers.id(words) as Hex
}
