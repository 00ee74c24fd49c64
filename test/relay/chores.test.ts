// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { type Address, createPublicClient, custom, type Hex, type PublicClient } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Chain, Head } from '../../relay/src/chain/chain.ts'
import type { Chapter } from '../../relay/src/chapter.ts'
import * as chapters from '../../relay/src/chapters.ts'
import { MOST_A_ROUND, openChores } from '../../relay/src/chores/chores.ts'
import { openLogStore } from '../../relay/src/store/logs.ts'
import { openSqlite } from '../../relay/src/store/sqlite.ts'
import { phyleAt } from '../../scripts/seed/phyle.ts'
import type { Phyle } from '../../types/ethers-contracts/index.ts'
import { DAY, digestOf, ethers, loadFixture, type Signer, time, YEAR } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf, EPOCH, federated } from '../kit/federation.ts'
import { carryOut } from '../kit/house.ts'
import { FACE, floatAll, give, moneyed, sellAll } from '../kit/money.ts'
import { adoption, succeeded } from '../kit/successors.ts'
import { acquire, entry, type House, offered, price, TERMS } from '../licences/house.ts'

const nothing = () => undefined
const silent = { info: nothing, warn: nothing, debug: nothing }
const key: Hex = `0x${'11'.repeat(32)}`

/** The chain of the tests as the relay sees a chain. */
function chainOfTests(): Chain {
  const transport = custom({
    request: ({ method, params }: { method: string; params?: unknown[] }) =>
      ethers.provider.send(method, params ?? []),
  })
  const client = createPublicClient({ transport, cacheTime: 0 }) as PublicClient
  const head = async (): Promise<Head> => {
    const { number, timestamp } = await client.getBlock({ blockTag: 'latest' })
    return { block: number, time: Number(timestamp) }
  }
  return { client, account: privateKeyToAccount(key), chainId: 31_337, head }
}

/** A relay with nothing but its chores, which says what it did; the carrier pays. */
async function relayFor(phyle: Phyle, registrars: readonly Address[], payer: Signer) {
  const done: string[] = []
  const send = async ({ purpose, target, data, gas }: Parameters<Send>[0]) => {
    const sent = await payer.sendTransaction({ to: target, data, gasLimit: gas })
    await sent.wait()
    done.push(purpose.replace('chore ', '').split(' ')[0] ?? '')
    return sent.hash as Hex
  }
  const deployment = {
    chainId: 31_337,
    block: 0,
    registrars,
    house: await phyleAt(await phyle.getAddress(), 0, payer),
  }
  const env = { deployment, executes: false }
  const round = async () => {
    // a relay that starts anew has no pauses to wait for
    const logs = openLogStore(openSqlite(':memory:'))
    await openChores({
      ...{ chain: chainOfTests(), sender: { send }, logs, env, log: silent },
      chores: Object.values<Chapter>(chapters).flatMap((one) => one.chores ?? []),
    }).tick()
    return done.splice(0)
  }
  return { round }
}
type Send = Parameters<typeof openChores>[0]['sender']['send']

const times = (count: number, name: string): string[] => Array<string>(count).fill(name)

describe('Chores of the relay', () => {
  async function federation() {
    const house = await federated()
    const registrars = [(await house.registrar.getAddress()) as Address]
    const relay = await relayFor(house.phyle, registrars, house.who.carrier)
    return { ...house, ...relay, rootAccount: await accountOf(house.prepared.house.root) }
  }

  async function raising() {
    const money = await moneyed()
    const registrars = [(await money.registrar.getAddress()) as Address]
    const relay = await relayFor(money.phyle, registrars, money.who.carrier)
    return { ...money, ...relay }
  }

  /** With everybody seated who can be. */
  async function seated() {
    const house = await federation()
    await house.round()
    await house.round()
    await time.increase(EPOCH)
    await house.round()
    return house
  }

  it('enters co-ops that the root admitted and seats their cooperators, and then has nothing to do', async () => {
    const { round, phyle, mill, shop, who } = await loadFixture(federation)
    expect(await round()).to.deep.equal(['enter', 'enter'])
    expect(await phyle.isCoop(mill.coop.target)).to.equal(true)
    expect(await phyle.isCoop(shop.coop.target)).to.equal(true)
    const seats = await round()
    expect(new Set(seats)).to.deep.equal(new Set(['seat']))
    expect(BigInt(seats.length)).to.equal(await phyle.heads())
    expect(await phyle.isCooperator(who.ada.address)).to.equal(true)
    expect(await round()).to.deep.equal([])
  })

  it('MEM-10 shows the vote of whoever was given notice of silence and takes part, and of nobody else', async () => {
    const { round, mill, who } = await loadFixture(seated)
    const { membership, assembly } = mill
    await time.increase(2 * YEAR)
    await assembly.connect(who.bo).propose([], [], [], '# Close on Mondays')
    const id = await assembly.proposalCount()
    const { voteStart, voteEnd } = await assembly.proposalOf(id)
    await time.increaseTo(voteStart + 1n)
    await assembly.connect(who.ada).castVote(id, 1)
    await time.increaseTo(voteEnd + 1n)
    for (const wallet of [who.ada, who.bo, who.gus]) await membership.noteSilence(wallet)
    const shown = (await round()).filter((one) => one === 'showVote')
    expect(shown).to.deep.equal(times(2, 'showVote'))
    const noticed = async (one: Signer) => (await membership.silenceOf(one)).noticed
    expect(await noticed(who.ada)).to.equal(0n)
    expect(await noticed(who.bo)).to.equal(0n)
    expect(await noticed(who.gus)).to.be.greaterThan(0n)
    expect((await round()).includes('showVote')).to.equal(false)
  })

  it('unseats in the next round whoever left or went to another kind of class, so that they buy no more', async () => {
    const { round, phyle, mill, who } = await loadFixture(seated)
    await mill.membership.connect(who.ada).resign()
    expect(await phyle.isSeated(who.ada.address)).to.equal(true)
    expect(await round()).to.deep.equal(['unseat'])
    expect(await phyle.isSeated(who.ada.address)).to.equal(false)
    // her place is for the first who waits for one
    expect(await round()).to.deep.equal(['hasten'])
    expect(await round()).to.deep.equal([])
  })

  it('P5 lets a co-op go whose notice is over, which no log tells, and then ends its seats', async () => {
    const { round, phyle, mill, root } = await loadFixture(seated)
    await root.membership.connect(await accountOf(mill.coop.target as string)).resign()
    expect(await round()).to.deep.equal([])
    await time.increase(90 * DAY)
    const first = await round()
    expect(first).to.include('depart')
    const ended = [...first, ...(await round())]
    expect(new Set(ended.filter((one) => one !== 'depart' && one !== 'closeEpoch'))).to.deep.equal(
      new Set(['unseat']),
    )
    const left = (await phyle.heads()) as bigint
    expect(left).to.be.greaterThan(0n)
    expect(await round()).to.deep.equal([])
  })

  it('buys a machine whose bonds are sold, and closes a month that is over', async () => {
    const money = await loadFixture(raising)
    const { round, fund, phyle, machines } = money
    const [id] = (await floatAll(money, [100n], true)) as [bigint]
    await time.increase(2 * DAY)
    await sellAll(money, [id])
    const soon = await round()
    expect(soon).not.to.include('buy')
    await time.increase(12 * DAY)
    expect(await round()).to.deep.equal(['buy'])
    expect(await machines.count()).to.equal(1n)
    await time.increase(EPOCH)
    expect(await round()).to.deep.equal(['closeEpoch'])
    expect(await fund.closedEpochs()).to.equal(await phyle.epoch())
    expect(await round()).to.deep.equal([])
  })

  it('gives back what had been set aside for somebody whose end was noticed late', async () => {
    const money = await loadFixture(raising)
    const { round, fund, mill, who } = money
    await round()
    await time.increase(EPOCH)
    await mill.membership.connect(who.ada).resign()
    await give(money, 100n * FACE)
    await time.increase(EPOCH)
    await fund.closeEpoch()
    const waiting = await fund.undistributed()
    const owed = await fund.due(who.ada.address)
    expect(await round()).to.deep.equal(['unseat'])
    expect(await round()).to.deep.equal(['settle'])
    expect(await fund.undistributed()).to.be.greaterThan(waiting)
    expect(await fund.due(who.ada.address)).to.equal(owed)
    expect(await round()).to.deep.equal([])
  })

  it('tells the phyle of newer organs that a co-op took, and carries its members over', async () => {
    const house = await loadFixture(seated)
    const { round, phyle, mill, registrar, who } = house
    const { membership } = await succeeded({ ...mill, registrar })
    const first = await round()
    expect(first).to.include('refresh')
    expect(first).to.include('carry')
    expect(first).not.to.include('seat')
    expect(await membership.toCarry()).to.equal(0n)
    await membership.connect(who.bo).resign()
    expect(await round()).to.include('unseat')
    expect(await phyle.isSeated(who.bo.address)).to.equal(false)
    expect(await phyle.isSeated(who.ada.address)).to.equal(true)
    const last = await round()
    for (const done of ['seat', 'unseat', 'carry']) expect(last).not.to.include(done)
  })

  it('MEM-10 asks and pays no organs that no Registrar of the deployment built, and goes on for others', async () => {
    const { round, phyle, mill, shop, who } = await loadFixture(seated)
    const statutes = await ethers.deployContract('LyingStatutes', [mill.coop, mill.statutes])
    const of = [mill.coop, statutes, mill.membership]
    const roll = await ethers.deployContract('LyingRoll', of)
    const deciding = await ethers.deployContract('LyingAssembly', [mill.coop, statutes, roll])
    const registrar = await ethers.deployContract('YesRegistrar')
    const [membership, assembly] = [await roll.getAddress(), await deciding.getAddress()]
    const organs = { registrar, statutes: await statutes.getAddress(), membership, assembly }
    await carryOut(mill, Kind.ENTRENCHED, [await adoption(mill, organs)])
    const gone = [...(await round()), ...(await round())]
    expect(new Set(gone)).to.deep.equal(new Set(['refresh', 'unseat']))
    expect(await phyle.isSeated(who.ada.address)).to.equal(false)
    expect(await phyle.isSeated(who.hal.address)).to.equal(true)

    await roll.note(who.ada)
    await time.increase(2 * YEAR)
    await shop.assembly.connect(who.hal).propose([], [], [], '# Close on Mondays')
    await shop.membership.noteSilence(who.hal)
    const done = await round()
    expect(done.filter((one) => one === 'showVote')).to.deep.equal(['showVote'])
    expect((await shop.membership.silenceOf(who.hal)).noticed).to.equal(0n)
  })

  it('PHY-15 lets a co-op go that was expelled and did not appeal, and none that did', async () => {
    const { round, phyle, mill, shop, root } = await loadFixture(seated)
    const account = (it: typeof mill) => it.coop.target as string
    const expel = async (it: typeof mill) => {
      const args: [string, string] = [account(it), digestOf('The grounds')]
      const data = phyle.interface.encodeFunctionData('expel', args)
      await carryOut(root, Kind.SPECIAL, [{ target: phyle, data }])
    }
    await expel(mill)
    await expel(shop)
    await phyle.connect(await accountOf(account(shop))).appeal(digestOf('We kept our books'))
    expect(await round()).not.to.include('depart')
    await time.increase(30 * DAY)
    const done = await round()
    expect(done.filter((one) => one === 'depart')).to.deep.equal(['depart'])
    expect(await phyle.isCoop(account(mill))).to.equal(false)
    expect(await phyle.isCoop(account(shop))).to.equal(true)
    expect(await round()).not.to.include('depart')
  })

  it('does so many in a round at most, of each kind in turn', async () => {
    const money = await loadFixture(raising)
    const { round } = money
    await round()
    const ids = await floatAll(money, Array<bigint>(MOST_A_ROUND + 2).fill(5n), false)
    await time.increase(2 * DAY)
    await sellAll(money, ids)
    await time.increase(EPOCH)
    const first = await round()
    expect(first.length).to.equal(MOST_A_ROUND)
    expect(first).to.include('closeEpoch')
    expect(await round()).to.deep.equal(times(3, 'buy'))
  })
})

describe('Chores of the relay: licences', () => {
  async function licensing() {
    const it = await offered()
    const relay = await relayFor(it.phyle, [], it.who.other)
    // The notice of the terms was longer than an epoch.
    await relay.round()
    return { ...it, ...relay }
  }

  const pay = (it: House) => acquire(it, { tier: 2 })

  it('releases a fee when it cannot be taken back any more, splits it, and pours the fund’s part', async () => {
    const it = await loadFixture(licensing)
    const { round, licences, fund, who } = it
    await pay(it)
    expect(await round()).to.deep.equal([])
    await time.increase(TERMS.refundWindow + 1)
    expect(await round()).to.deep.equal(['release'])
    expect(await round()).to.deep.equal(['split'])
    expect(await licences.claimable(who.mill.address)).to.be.greaterThan(0n)
    expect(await round()).to.include('pourToFund')
    expect(await licences.pendingForFund(1)).to.equal(0n)
    expect(await ethers.provider.getCode(fund)).not.to.equal('0x')
    const rest = await round()
    expect(rest.filter((one) => one !== 'closeEpoch')).to.deep.equal([])
  })

  it('goes on to the parents of a work', async () => {
    const it = await loadFixture(licensing)
    const { round, works, licences, who } = it
    const child = { digest: digestOf('bakery 1.0'), title: 'Bakery', parents: [1n] }
    await works.connect(who.farm).register(entry(who.farm.address, child))
    const family = 2n
    await price(works, who.farm, family)
    await acquire(it, { work: family, tier: 2 })
    await time.increase(TERMS.refundWindow + 1)
    const done = []
    for (let i = 0; i < 5; i += 1) done.push(...(await round()))
    expect(done.filter((one) => one === 'split')).to.deep.equal(times(2, 'split'))
    expect(await licences.claimable(who.mill.address)).to.be.greaterThan(0n)
  })

  it('counts contributions that nobody took back', async () => {
    const it = await loadFixture(licensing)
    const { round, contributions, who } = it
    const until = (await time.latest()) + 300 * DAY
    await contributions.connect(who.mill).nameAttester(who.ann.address, 1_000, until)
    const given = [digestOf('a drawing'), digestOf('a text')] as const
    for (const artefact of given) {
      await contributions.connect(who.ann).attest(1, who.firm.address, artefact, 10, '')
    }
    expect(await round()).to.deep.equal([])
    await time.increase(14 * DAY)
    const done = await round()
    expect(done.filter((one) => one === 'mature')).to.deep.equal(times(2, 'mature'))
    expect((await round()).filter((one) => one !== 'closeEpoch')).to.deep.equal([])
  })
})
