// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  concat,
  getCreate2Address,
  Interface,
  id,
  keccak256,
  type Provider,
  type Signer,
} from 'ethers'
import type { Address, Hex } from 'viem'
import type { Deployed, Deployments } from '../../sdk/src/deployments.ts'
import { type Artifact, artifactsBelow, linked } from '../artifacts.ts'
import type { Chapter, Shelf, Site } from './chapter.ts'
import { codeMade, DEPLOYER, needDeployer, providerOf } from './deployer.ts'
import { readRecord, writeRecord } from './record.ts'

/** The same on every chain, so that implementations and Registrars have the same addresses everywhere. */
export const SALT = id('Phyle')

export interface Order {
  readonly signer: Signer
  readonly chapters: readonly Chapter[]
  /** The deployments file, read before and written after every step. */
  readonly file: string
  readonly log: (line: string) => void
}

/** Thrown when the code on the chain is not the code that was noted. */
export class CodeDiffers extends Error {
  constructor(name: string, address: string, file: string) {
    super(`${name} at ${address} has another code than ${file} says. Is the file of another chain?`)
    this.name = 'CodeDiffers'
  }
}

/** The first block at which an address has code, by halving. */
async function blockOf(provider: Provider, address: string): Promise<number> {
  let [without, having] = [-1, await provider.getBlockNumber()]
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2)
    if ((await provider.getCode(address, middle)) === '0x') without = middle
    else having = middle
  }
  return having
}

/** One run over a chain: what is there is left alone, what is missing is made and noted at once. */
class Run implements Site {
  readonly chainId: number
  readonly #order: Order
  readonly #provider: Provider
  readonly #artifacts: ReadonlyMap<string, Artifact>
  readonly #addresses = new Map<string, string>()
  #record: Deployments

  constructor(order: Order, record: Deployments, artifacts: readonly Artifact[]) {
    this.chainId = record.chainId
    this.#order = order
    this.#provider = providerOf(order.signer)
    this.#record = record
    this.#artifacts = new Map(artifacts.map((artifact) => [artifact.name, artifact]))
  }

  get record(): Deployments {
    return this.#record
  }

  readonly addressOf = (name: string): string => {
    const address = this.#addresses.get(name)
    if (!address) throw new Error(`${name} is needed before the chapter that puts it in its place`)
    return address
  }

  readonly put = async (shelf: Shelf, name: string, args: readonly unknown[] = []) => {
    const artifact = this.#artifact(name)
    const constructorArgs = new Interface(JSON.stringify(artifact.abi)).encodeDeploy(args)
    const initCode = concat([linked(artifact, this.addressOf), constructorArgs])
    const address = getCreate2Address(DEPLOYER, SALT, keccak256(initCode))
    this.#addresses.set(name, address)

    const noted = this.#record[shelf][name]
    const isNoted = noted?.address === address
    const code = await this.#provider.getCode(address)
    if (code !== '0x') {
      if (!isNoted)
        await this.#note(shelf, name, address, code, await blockOf(this.#provider, address))
      else if (noted.codeHash !== keccak256(code)) {
        throw new CodeDiffers(name, address, this.#order.file)
      }
      return
    }

    const { signer, log } = this.#order
    const sent = await signer
      .sendTransaction({ to: DEPLOYER, data: concat([SALT, initCode]) })
      .catch((cause: unknown) => {
        throw new Error(`${name} could not be deployed: ${cause}`, { cause })
      })
    const block = (await sent.wait())?.blockNumber
    if (block === undefined) throw new Error(`${name}: the transaction ${sent.hash} was not mined`)
    const made = await codeMade(this.#provider, address)
    if (made === '0x') {
      throw new Error(
        `${name}: block ${block} has its transaction, but the node knows no code at ${address}. Look whether the node follows the chain, and deploy again.`,
      )
    }
    await this.#note(shelf, name, address, made, block)
    log(`${name} at ${address}`)
  }

  #artifact(name: string): Artifact {
    const artifact = this.#artifacts.get(name)
    if (artifact && artifact.bytecode !== '0x') return artifact
    throw new Error(`There is no compiled contract ${name}. Run: npm run build`)
  }

  async #note(shelf: Shelf, name: string, address: string, code: string, block: number) {
    const deployed: Deployed = {
      address: address as Address,
      block,
      codeHash: keccak256(code) as Hex,
    }
    this.#record = { ...this.#record, [shelf]: { ...this.#record[shelf], [name]: deployed } }
    await writeRecord(this.#order.file, this.#record)
  }
}

/** Puts every contract of the chapters in its place. Done twice, it changes nothing. */
export async function deploy(order: Order): Promise<Deployments> {
  const { chainId } = await providerOf(order.signer).getNetwork()
  const record = await readRecord(order.file, Number(chainId))
  await needDeployer(order.signer, order.log)
  const run = new Run(order, record, await artifactsBelow('contracts'))
  for (const chapter of order.chapters) await chapter.deploy(run)
  return run.record
}
