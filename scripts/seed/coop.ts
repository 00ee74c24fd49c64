// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HDNodeWallet, id, type Signer } from 'ethers'
import type { Address, Hex } from 'viem'
import { ballotTypedData, motionOf, packRecords, resolutionOf } from '../../sdk/src/ballot.ts'
import { CHOICES, type Choice } from '../../sdk/src/chapters/assembly/enums.ts'
import { KINDS, type Kind } from '../../sdk/src/chapters/statutes/enums.ts'
import { type ChainCharter, type Charter, charterToChain } from '../../sdk/src/charter.ts'
import { foundingTypedData } from '../../sdk/src/founding.ts'
import { titleOf } from '../../sdk/src/title.ts'
import {
  type Assembly,
  Assembly__factory,
  type Cooperative,
  Cooperative__factory,
  type Membership,
  Membership__factory,
  type Registrar,
} from '../../types/ethers-contracts/index.ts'
import { type LocalChain, mined } from './chain.ts'

export type Person = { readonly name: string; readonly wallet: HDNodeWallet }
export type Member = Person & { readonly class: number }

export type Action = { readonly target: string; readonly value?: bigint; readonly data: string }

type TypedData = {
  readonly domain: Record<string, unknown>
  readonly types: Record<string, readonly { readonly name: string; readonly type: string }[]>
  readonly message: Record<string, unknown>
}

/** Signs what the sdk says a wallet shows. */
export async function signed(person: Person, data: TypedData): Promise<string> {
  const types = Object.fromEntries(
    Object.entries(data.types).map(([name, fields]) => [
      name,
      fields.map((field) => ({ ...field })),
    ]),
  )
  return person.wallet.signTypedData(data.domain, types, data.message)
}

/** A co-op of the example: its organs, its members and how they decide. */
export class ExampleCoop {
  readonly key: string
  readonly charter: Charter
  readonly members: Member[]
  readonly account: Cooperative
  readonly roll: Membership
  readonly assembly: Assembly
  readonly address: string
  private readonly chain: LocalChain

  private constructor(
    chain: LocalChain,
    key: string,
    charter: Charter,
    members: Member[],
    organs: { cooperative: string; membership: string; assembly_: string },
    carrier: Signer,
  ) {
    this.chain = chain
    this.key = key
    this.charter = charter
    this.members = members
    this.address = organs.cooperative
    this.account = Cooperative__factory.connect(organs.cooperative, carrier)
    this.roll = Membership__factory.connect(organs.membership, carrier)
    this.assembly = Assembly__factory.connect(organs.assembly_, carrier)
  }

  /** Collects every founder's signature and founds. */
  static async found(
    chain: LocalChain,
    registrar: Registrar,
    carrier: Signer,
    key: string,
    charter: Charter,
    founders: Member[],
  ): Promise<ExampleCoop> {
    const registrarAddress = (await registrar.getAddress()) as Address
    const founding = {
      chainId: chain.chainId,
      registrar: registrarAddress,
      charter: charterToChain(charter),
      founders: founders.map((f) => ({ wallet: f.wallet.address as Address, class: f.class })),
      nonce: 0n,
      deadline: BigInt((await chain.now()) + 3600),
    }
    const data = foundingTypedData(founding)
    const signatures = await Promise.all(founders.map((founder) => signed(founder, data)))
    const { nonce, deadline } = founding
    const struct = mutable(founding.charter)
    const list = [...founding.founders]
    const hash = await registrar.foundingHash(struct, list, nonce, deadline)
    const organs = await registrar.organsOf(hash, struct)
    await mined(registrar.found(struct, list, signatures, nonce, deadline))
    return new ExampleCoop(chain, key, charter, [...founders], organs, carrier)
  }

  /** A co-op that is there already, by its account. */
  static async at(
    chain: LocalChain,
    key: string,
    charter: Charter,
    members: Member[],
    address: string,
    carrier: Signer,
  ): Promise<ExampleCoop> {
    const account = Cooperative__factory.connect(address, carrier)
    const [membership, assembly_] = await Promise.all([account.membership(), account.assembly_()])
    const organs = { cooperative: address, membership, assembly_ }
    return new ExampleCoop(chain, key, charter, members, organs, carrier)
  }

  member(index: number): Member {
    const member = this.members[index]
    if (member === undefined) throw new Error(`${this.key} has no member ${index}`)
    return member
  }

  /** Puts a proposal under the kind that its actions need, or a higher one. */
  async propose(
    proposer: Person,
    description: string,
    actions: readonly Action[],
    kind?: Kind,
  ): Promise<Vote> {
    const assembly = this.assembly.connect(this.chain.signer(proposer.wallet))
    const targets = actions.map((action) => action.target)
    const values = actions.map((action) => action.value ?? 0n)
    const calldatas = actions.map((action) => action.data)
    await mined(
      kind === undefined
        ? assembly.propose(targets, values, calldatas, description)
        : assembly.proposeAs(KINDS.indexOf(kind), targets, values, calldatas, description),
    )
    const id = await this.assembly.proposalCount()
    const { kind: code, voteStart, voteEnd, eta } = await this.assembly.proposalOf(id)
    return new Vote(this.chain, this, {
      id,
      kind: KINDS[Number(code)] as Kind,
      description,
      targets,
      values,
      calldatas,
      opensAt: Number(voteStart),
      closesAt: Number(voteEnd),
      readyAt: Number(eta),
    })
  }
}

/** Generated bindings take arrays that may be written; the sdk's structs are read-only. */
export function mutable(charter: ChainCharter) {
  const [ordinary, consent, special, entrenched] = charter.rules
  const rules: [bigint, bigint, bigint, bigint] = [ordinary, consent, special, entrenched]
  return {
    ...charter,
    rules,
    classes: charter.classes.map((entry) => ({ ...entry })),
  }
}

type Opened = {
  readonly id: bigint
  readonly kind: Kind
  readonly description: string
  readonly targets: string[]
  readonly values: bigint[]
  readonly calldatas: string[]
  readonly opensAt: number
  readonly closesAt: number
  readonly readyAt: number
}

/** One vote of the example, from the proposal to what it does. */
export class Vote {
  readonly opened: Opened
  readonly coop: ExampleCoop
  private readonly chain: LocalChain

  constructor(chain: LocalChain, coop: ExampleCoop, opened: Opened) {
    this.chain = chain
    this.coop = coop
    this.opened = opened
  }

  /** Signs the ballots of the members who have a choice, and sends them in one batch. */
  async cast(choiceOf: (member: Member, index: number) => Choice | null): Promise<void> {
    const { coop, opened } = this
    const paper = {
      chainId: this.chain.chainId,
      assembly: (await coop.assembly.getAddress()) as Address,
      cooperative: coop.charter.name,
      resolution: resolutionOf(
        opened.id,
        opened.kind,
        coop.charter.language,
        titleOf(opened.description),
      ),
      language: coop.charter.language,
      proposal: opened.id,
      motion: motionOf(
        opened.targets.map((target, at) => ({
          target: target as Address,
          value: opened.values[at] ?? 0n,
          data: (opened.calldatas[at] ?? '0x') as Hex,
        })),
        opened.description,
      ),
    }
    const records = []
    for (const [index, member] of coop.members.entries()) {
      const choice = choiceOf(member, index)
      if (choice === null) continue
      const wallet = member.wallet.address as Address
      const signature = (await signed(member, ballotTypedData(paper, wallet, choice))) as Hex
      records.push({ wallet, choice, signature })
    }
    if (records.length > 0) {
      await mined(coop.assembly.castBallots(opened.id, packRecords(records), []))
    }
  }

  /** Casts with the members' own transactions, for reasons. */
  async castWithReason(member: Member, choice: Choice, reason: string): Promise<void> {
    const assembly = this.coop.assembly.connect(this.chain.signer(member.wallet))
    await mined(assembly.castVoteWithReason(this.opened.id, CHOICES.indexOf(choice), reason))
  }

  async toOpen(): Promise<void> {
    await this.chain.moveTo(this.opened.opensAt + 1)
  }

  async carryOut(): Promise<void> {
    const { targets, values, calldatas, description } = this.opened
    await this.chain.moveTo(this.opened.readyAt + 1)
    await mined(this.coop.assembly.execute(targets, values, calldatas, id(description)))
  }
}

/** Everybody votes for, each vote once it is open. */
export async function castAll(votes: readonly Vote[]): Promise<void> {
  for (const vote of votes.toSorted((a, b) => a.opened.opensAt - b.opened.opensAt)) {
    await vote.toOpen()
    await vote.cast(() => 'for')
  }
}

export async function carryOutAll(votes: readonly Vote[]): Promise<void> {
  for (const vote of votes.toSorted((a, b) => a.opened.readyAt - b.opened.readyAt)) {
    await vote.carryOut()
  }
}

/** Everybody votes for, and all is carried out. */
export async function passed(votes: readonly Vote[]): Promise<void> {
  await castAll(votes)
  await carryOutAll(votes)
}
