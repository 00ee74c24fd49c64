// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signer } from 'ethers'
import { type Deployments, type PhyleHouse, registrarOf } from '../../sdk/src/deployments.ts'
import {
  CommonsBonds__factory,
  CommonsFund__factory,
  Contributions__factory,
  type DemoEuro,
  DemoEuro__factory,
  Licences__factory,
  Machines__factory,
  Phyle__factory,
  PhyleRegistrar__factory,
  type Registrar,
  Registrar__factory,
  Works__factory,
} from '../../types/ethers-contracts/index.ts'
import { euro } from './amounts.ts'
import { type LocalChain, mined } from './chain.ts'
import type { ExampleCoop, Person } from './coop.ts'
import { Documents } from './documents.ts'
import { keyOf } from './people.ts'

/** The currency that the story is told in: it can be made at will, by `mint`. */
export type Coin = { readonly address: string; readonly decimals: number }

/** Everything that the story of the example is told with. */
export class World {
  readonly chain: LocalChain
  readonly carrier: Signer
  readonly coin: Coin
  readonly cash: DemoEuro
  readonly registrar: Registrar
  readonly phyleRegistrarAddress: string
  readonly documents = new Documents()
  readonly coops = new Map<string, ExampleCoop>()
  readonly people: Person[] = []
  readonly say: (line: string) => void
  private readonly deployments: Deployments
  private founded: { house: PhyleHouse; root: ExampleCoop } | null = null

  constructor(
    chain: LocalChain,
    carrier: Signer,
    deployments: Deployments,
    say: (line: string) => void,
    coin: Coin = demoEuroOf(deployments),
  ) {
    this.chain = chain
    this.deployments = deployments
    this.carrier = carrier
    this.coin = coin
    this.cash = DemoEuro__factory.connect(coin.address, carrier)
    this.registrar = Registrar__factory.connect(registrarOf(deployments, 'Registrar'), carrier)
    this.phyleRegistrarAddress = registrarOf(deployments, 'PhyleRegistrar')
    this.say = say
  }

  /** Euros in base units of the currency. */
  euro(amount: number): bigint {
    return euro(amount, this.coin.decimals)
  }

  /** A new person, with coin for their own transactions and some euros. */
  async person(name: string, euros: bigint): Promise<Person> {
    const person = { name, wallet: keyOf(this.people.length) }
    this.people.push(person)
    await this.chain.fuel(person.wallet.address)
    if (euros > 0n) await mined(this.cash.mint(person.wallet.address, euros))
    return person
  }

  coop(key: string): ExampleCoop {
    const coop = this.coops.get(key)
    if (coop === undefined) throw new Error(`there is no co-op ${key} in the example`)
    return coop
  }

  /** Where a contract is that serves everybody from one address. */
  implementation(name: string): string {
    const deployed = this.deployments.implementations[name]
    if (deployed === undefined) throw new Error(`${name} is not deployed on this chain`)
    return deployed.address
  }

  setPhyle(house: PhyleHouse, root: ExampleCoop): void {
    this.founded = { house, root }
  }

  get house(): PhyleHouse {
    return this.phyle.house
  }

  get root(): ExampleCoop {
    return this.phyle.root
  }

  private get phyle(): { house: PhyleHouse; root: ExampleCoop } {
    if (this.founded === null) throw new Error('the phyle is not founded yet')
    return this.founded
  }

  /** The singletons, spoken to as `signer`, or as the carrier. */
  singletons(signer: Signer = this.carrier) {
    const { house } = this
    return {
      phyle: Phyle__factory.connect(house.phyle, signer),
      fund: CommonsFund__factory.connect(house.fund, signer),
      bonds: CommonsBonds__factory.connect(house.bonds, signer),
      works: Works__factory.connect(house.works, signer),
      machines: Machines__factory.connect(house.machines, signer),
      licences: Licences__factory.connect(house.licences, signer),
      contributions: Contributions__factory.connect(house.contributions, signer),
    }
  }

  phyleRegistrar() {
    return PhyleRegistrar__factory.connect(this.phyleRegistrarAddress, this.carrier)
  }

  as(person: Person): Signer {
    return this.chain.signer(person.wallet)
  }
}

function demoEuroOf({ demo }: Deployments): Coin {
  if (demo.DemoEuro === undefined)
    throw new Error('the demo currency is not deployed on this chain')
  return { address: demo.DemoEuro.address, decimals: 6 }
}
