// SPDX-License-Identifier: AGPL-3.0-or-later
/** COOP-10: when nobody is left, the money goes where the statutes say, by anyone's call. */
import { BOUNDS } from '@phyle/sdk/charter'
import { expect } from 'chai'
import { COIN, DAY, ethers, loadFixture, NOBODY, time } from '../kit/chain.ts'
import { BODY, charter, Kind, Lock } from '../kit/charter.ts'
import { accountOf, federated } from '../kit/federation.ts'
import { carryOut, decide, found, founded, foundedAs, founding, payment } from '../kit/house.ts'
import { foundersOf, foundingSigners, type People } from '../kit/people.ts'
import { adoption, organsFor, organsOfNow } from '../kit/successors.ts'
import { euros, parseEther } from './funded.ts'

const EMPTY_FOR = 180 * DAY

const founders = (who: People) => [who.ada, who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]

type Emptied = Pick<Awaited<ReturnType<typeof founded>>, 'membership' | 'who'>

async function resignAll({ membership, who }: Emptied): Promise<void> {
  for (const one of founders(who)) await membership.connect(one).resign()
}

async function withMoney() {
  const house = await founded()
  await house.euro.mint(house.coop, euros(900))
  await house.who.ada.sendTransaction({ to: house.coop, value: parseEther('3') })
  return house
}

/** Nobody has been a member for 180 days. */
async function forgotten() {
  const house = await withMoney()
  await resignAll(house)
  await time.increase(EMPTY_FOR)
  return house
}

/** The same in a federation whose money the euro is, and beside it something else. */
async function forgottenInFederation() {
  const house = await federated()
  const it = await founding({
    founders: foundersOf(house.who),
    charter: charter({ name: 'Bakery', body: NOBODY, federation: house.phyle.target as string }),
    nonce: 3n,
  })
  const bakery = await found(house.registrar, it, foundingSigners(house.who))
  const other = await ethers.deployContract('PlainToken')
  await house.euro.mint(bakery.coop, euros(900))
  await other.mint(bakery.coop, euros(70))
  await house.who.ada.sendTransaction({ to: bakery.coop, value: parseEther('3') })
  await resignAll({ membership: bakery.membership, who: house.who })
  await time.increase(EMPTY_FOR)
  return { ...house, bakery, other }
}

describe('COOP-10 What is left of a co-op', () => {
  it('G13 goes to the body, each asset by one call of anybody', async () => {
    const { coop, euro, who } = await loadFixture(forgotten)
    const before = await ethers.provider.getBalance(BODY)
    await expect(coop.connect(who.carrier).handOn(euro))
      .to.emit(coop, 'HandedOn')
      .withArgs(euro.target, BODY, euros(900))
    await coop.connect(who.carrier).handOn(COIN)
    expect(await euro.balanceOf(BODY)).to.equal(euros(900))
    expect(await ethers.provider.getBalance(BODY)).to.equal(before + parseEther('3'))
    for (const asset of [euro.target, COIN]) {
      await expect(coop.handOn(asset)).to.be.revertedWithCustomError(coop, 'NothingToPay')
    }
    // what comes later goes the same way
    await euro.mint(coop, 5n)
    await coop.handOn(euro)
    expect(await euro.balanceOf(BODY)).to.equal(euros(900) + 5n)
  })

  it('G5 stays while anybody is a member, whoever asks', async () => {
    const house = await loadFixture(withMoney)
    const { coop, euro, membership, who } = house
    for (const one of founders(who).slice(1)) await membership.connect(one).resign()
    await time.increase(3 * 365 * DAY)
    expect(await membership.emptySince()).to.equal(0)
    for (const by of [who.ada, who.bo, who.pia, await accountOf(BODY)]) {
      await expect(coop.connect(by).handOn(euro)).to.be.revertedWithCustomError(
        coop,
        'MembersAreLeft',
      )
    }
  })

  it('stays for 180 days to the second', async () => {
    const house = await loadFixture(withMoney)
    const { coop, euro, membership } = house
    await resignAll(house)
    const since = BigInt(await time.latest())
    expect(await membership.emptySince()).to.equal(since)
    const from = since + BigInt(EMPTY_FOR)
    await time.setNextBlockTimestamp(from - 1n)
    await expect(coop.handOn(euro))
      .to.be.revertedWithCustomError(coop, 'HandedOnFrom')
      .withArgs(from)
    await time.setNextBlockTimestamp(from)
    await coop.handOn(euro)
  })

  it('G5 goes nowhere from a co-op that never had a member, nor from the implementation', async () => {
    const { coop, euro, registrar } = await loadFixture(forgotten)
    const implementation = await ethers.getContractAt('Cooperative', await registrar.COOPERATIVE())
    await euro.mint(implementation, 1n)
    await expect(implementation.handOn(euro)).to.revert(ethers)
    const bare = await ethers.deployContract('Cooperative')
    await expect(bare.handOn(euro)).to.revert(ethers)
    expect(await euro.balanceOf(coop)).to.equal(euros(900))
  })

  it('goes nowhere where no body is named, as only an unlocked co-op can be', async () => {
    const house = await foundedAs({ lock: Lock.NONE, body: NOBODY })
    await house.euro.mint(house.coop, 9n)
    await resignAll(house)
    await time.increase(EMPTY_FOR)
    await expect(house.coop.handOn(house.euro)).to.be.revertedWithCustomError(
      house.coop,
      'NobodyGetsIt',
    )
  })

  it('waits for what was put on the last day, even where it takes longest', async () => {
    const longest = [
      BOUNDS.noticePeriod,
      BOUNDS.votingPeriod,
      BOUNDS.objectionPeriod,
      BOUNDS.timelock,
    ]
    const together = longest.reduce((sum, [, most]) => sum + most, 0)
    expect(together).to.be.below(EMPTY_FOR)
    const house = await loadFixture(withMoney)
    const { assembly, coop, euro, membership, who } = house
    const wage = payment(house, euro.target as string, who.pia.address, euros(100))
    const { targets, values, calldatas, description } = {
      targets: [coop.target as string],
      values: [0n],
      calldatas: [wage.data ?? ''],
      description: 'Pay the last bill',
    }
    await assembly.connect(who.ada).propose(targets, values, calldatas, description)
    const { voteStart, voteEnd } = await assembly.proposalOf(1n)
    await time.increaseTo(voteStart)
    for (const one of founders(who)) await assembly.connect(one).castVote(1n, 1)
    await resignAll({ membership, who })
    await time.increaseTo(voteEnd + BigInt(2 * DAY) + 1n)
    await assembly.execute(targets, values, calldatas, ethers.id(description))
    expect(await euro.balanceOf(who.pia)).to.equal(euros(100))
    await time.increase(EMPTY_FOR)
    await coop.handOn(euro)
    expect(await euro.balanceOf(BODY)).to.equal(euros(800))
  })

  describe('in a federation', () => {
    it('G13 goes to its fund in its money, and to the root’s account in all else', async () => {
      const { bakery, other, euro, fund, root } = await loadFixture(forgottenInFederation)
      const pot = await fund.getAddress()
      const account = await root.coop.getAddress()
      await expect(bakery.coop.handOn(euro))
        .to.emit(bakery.coop, 'HandedOn')
        .withArgs(euro.target, pot, euros(900))
        .and.to.emit(fund, 'Poured')
        .withArgs(bakery.coop.target, 3, 0, euros(900), 0, 0, euros(90), euros(810))
      expect(await euro.balanceOf(pot)).to.equal(euros(900))
      expect(await euro.allowance(bakery.coop, pot)).to.equal(0)
      const before = await ethers.provider.getBalance(account)
      await bakery.coop.handOn(other)
      await bakery.coop.handOn(COIN)
      expect(await other.balanceOf(account)).to.equal(euros(70))
      expect(await ethers.provider.getBalance(account)).to.equal(before + parseEther('3'))
    })

    it('stays where a fund takes it and does not, and no allowance with it', async () => {
      const house = await founded()
      const pot = await ethers.deployContract('FalseFederation', [BODY, house.euro])
      const of = { body: NOBODY, federation: pot.target as string }
      const { coop, euro, membership, who } = { ...(await foundedAs(of)), euro: house.euro }
      await euro.mint(coop, 9n)
      await resignAll({ membership, who })
      await time.increase(EMPTY_FOR)
      await expect(coop.handOn(euro))
        .to.be.revertedWithCustomError(coop, 'AllowanceLeft')
        .withArgs(euro.target, pot.target, 9n)
    })

    it('goes to the body where one is named', async () => {
      const house = await federated()
      const it = await founding({
        founders: foundersOf(house.who),
        charter: charter({ name: 'Bakery', federation: house.phyle.target as string }),
        nonce: 3n,
      })
      const bakery = await found(house.registrar, it, foundingSigners(house.who))
      await house.euro.mint(bakery.coop, 7n)
      await resignAll({ membership: bakery.membership, who: house.who })
      await time.increase(EMPTY_FOR)
      await bakery.coop.handOn(house.euro)
      expect(await house.euro.balanceOf(BODY)).to.equal(7n)
    })
  })

  describe('after a move to newer organs', () => {
    it('is handed on all the same, and the wait goes on', async () => {
      const house = await loadFixture(withMoney)
      const { coop, euro } = house
      const next = await organsFor(house)
      const move = await adoption(house, next)
      await resignAll(house)
      const since = await time.latest()
      await time.increase(100 * DAY)
      await carryOut(house, Kind.ENTRENCHED, [move])
      const { membership } = await organsOfNow(house)
      expect(await membership.emptySince()).to.equal(since)
      await time.increaseTo(since + EMPTY_FOR)
      await coop.handOn(euro)
      expect(await euro.balanceOf(BODY)).to.equal(euros(900))
    })

    it('is handed on where the last member left the newer roll', async () => {
      const house = await loadFixture(withMoney)
      const { coop, euro, who } = house
      const last = await ethers.getContractAt('IMembership', house.membership)
      await carryOut(house, Kind.ENTRENCHED, [await adoption(house, await organsFor(house))])
      const { membership } = await organsOfNow(house)
      expect(membership.target).to.not.equal(last.target)
      await resignAll({ membership, who })
      await time.increase(EMPTY_FOR)
      await coop.handOn(euro)
      expect(await euro.balanceOf(BODY)).to.equal(euros(900))
    })
  })

  describe('in hostile tokens', () => {
    it('does not leave twice, nor open the account, when the token calls back', async () => {
      const { coop, euro } = await loadFixture(forgotten)
      const token = await ethers.deployContract('ReenteringToken')
      await token.mint(coop, 9n)
      for (const asset of [token.target, euro.target]) {
        const data = coop.interface.encodeFunctionData('handOn', [asset as string])
        await token.arm(coop, data, false)
        await token.comeEarly(asset === token.target)
        await token.mint(coop, 9n)
        await coop.handOn(token)
        expect(await token.called()).to.equal(true)
        expect(await token.succeeded()).to.equal(false)
      }
      expect(await token.balanceOf(BODY)).to.equal(27n)
      expect(await euro.balanceOf(coop)).to.equal(euros(900))
    })

    it('fails alone, and holds nothing else back', async () => {
      const { coop, euro } = await loadFixture(forgotten)
      const liar = await ethers.deployContract('FalseReturningToken')
      await liar.mint(coop, 9n)
      await liar.lie(true)
      await expect(coop.handOn(liar)).to.revert(ethers)
      const refusing = await ethers.deployContract('BlacklistingToken')
      await refusing.mint(coop, 9n)
      await refusing.refuseTo(BODY, true)
      await expect(coop.handOn(refusing)).to.be.revertedWithCustomError(refusing, 'NotServed')
      const silent = await ethers.deployContract('SilentToken')
      await silent.mint(coop, 9n)
      await coop.handOn(silent)
      await coop.handOn(euro)
      expect(await silent.balanceOf(BODY)).to.equal(9n)
      expect(await euro.balanceOf(BODY)).to.equal(euros(900))
    })
  })

  it('G7 is not had by a last member who named themself or somebody before they left', async () => {
    const house = await loadFixture(withMoney)
    const { coop, euro, membership, statutes, who } = house
    for (const one of founders(who).slice(3)) await membership.connect(one).resign()
    for (const next of [who.ada.address, who.pia.address]) {
      const data = statutes.interface.encodeFunctionData('setBody', [next])
      await expect(
        decide(house, [{ target: statutes, data }], `All to ${next}`, { ada: 1, bo: 1, chi: 1 }),
      ).to.be.revertedWithCustomError(coop, 'ActionFailed')
    }
    for (const one of founders(who).slice(0, 3)) await membership.connect(one).resign()
    await time.increase(EMPTY_FOR)
    await coop.handOn(euro)
    expect(await euro.balanceOf(BODY)).to.equal(euros(900))
  })
})
