// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import {
  APPLICATION_TYPES,
  application,
  DOCUMENT,
  domainOf,
  type Signing,
  SPONSORSHIP_TYPES,
  walletsOf,
} from '../assembly/desk.ts'
import { DAY, ethers, loadFixture, networkHelpers, time } from '../kit/chain.ts'
import { Admission, className, Flags, Kind } from '../kit/charter.ts'
import { asCarryingOut, carryOut, founded, foundedAs, type House } from '../kit/house.ts'
import { USER, WORKER } from '../kit/people.ts'

const LONGEST_VOTE = BigInt((42 + 60 + 14) * DAY)
const DAY_ = BigInt(DAY)
/** Where the roll keeps its checkpoints by index. */
const TRACE_SLOT = 2
/** The lenders' place in the example charter. */
const LENDER = 2
const REASON = ethers.id('The workshop is full.')

async function bySponsors() {
  return foundedAs({ admission: Admission.BY_SPONSORS, sponsors: 2 })
}

async function sponsor(house: House, by: Signing, applicant: string, deadline: bigint) {
  return by.signTypedData(await domainOf(house.membership), SPONSORSHIP_TYPES, {
    cooperative: await house.statutes.name(),
    applicant,
    class: WORKER,
    sponsor: by.address,
    deadline,
  })
}

function countsOf(word: bigint): number[] {
  return [0n, 1n, 2n].map((c) => Number((word >> (26n * c)) & ((1n << 26n) - 1n)))
}

/** By everyday decision. */
async function admitWorkers(house: House, who: readonly Signing[]) {
  const all = await Promise.all(who.map((one) => application(house, one, WORKER)))
  const data = house.membership.interface.encodeFunctionData('admit', [all])
  return carryOut(house, Kind.ORDINARY, [{ target: house.membership, data }])
}

async function admitBySpecial(house: House, who: readonly Signing[]) {
  const all = await Promise.all(who.map((one) => application(house, one, USER)))
  const data = house.membership.interface.encodeFunctionData('admit', [all])
  return carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
}

describe('Membership', () => {
  describe('the roll', () => {
    it('MEM-1 begins with the founders: dense ids from 1, each in their class', async () => {
      const { membership, who, coop, statutes } = await loadFixture(founded)
      expect(await membership.total()).to.equal(7n)
      expect(await membership.lastId()).to.equal(7n)
      expect(countsOf(await membership.counts())).to.deep.equal([3, 2, 2])
      const bo = await membership.memberOf(who.bo)
      expect([bo.id, bo.class, bo.left, bo.classChanged]).to.deep.equal([2n, 1n, 0n, 0n])
      expect(await membership.isMember(who.bo)).to.equal(true)
      expect(await membership.isMember(who.hal)).to.equal(false)
      expect(await membership.cooperative()).to.equal(await coop.getAddress())
      expect(await membership.statutes()).to.equal(await statutes.getAddress())
      expect((await membership.formerMember(1n)).id).to.equal(0n)
    })

    it('takes founders once, and from nobody but the account', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const some = [{ wallet: who.hal.address, class: WORKER }]
      await expect(membership.connect(who.ada).enrolFounders(some))
        .to.be.revertedWithCustomError(house.coop, 'NotTheCooperative')
        .withArgs(who.ada.address)
      await expect((await asCarryingOut(house)).enrolFounders(some)).to.be.revertedWithCustomError(
        membership,
        'RollNotEmpty',
      )
    })

    it('gives the packed words of many wallets, as they lie', async () => {
      const { membership, who } = await loadFixture(founded)
      const wallets = [who.gus.address, who.hal.address, who.ada.address, ethers.ZeroAddress]
      const [gus, hal, ada, nobody] = await membership.wordsOf(wallets)
      const { joined } = await membership.memberOf(who.gus)
      expect(gus).to.equal(7n | (BigInt(LENDER) << 32n) | (joined << 40n))
      expect(ada).to.equal(1n | (joined << 40n))
      expect([hal, nobody]).to.deep.equal([0n, 0n])
      expect(await membership.wordsOf([])).to.deep.equal([])
    })

    it('MEM-5 knows who was on it, and in which class, at any second', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const { joined } = await membership.memberOf(who.bo)
      expect(await membership.memberAt(who.bo, joined - 1n)).to.deep.equal([0n, 0n])
      expect(await membership.memberAt(who.bo, joined)).to.deep.equal([2n, 1n])
      await time.increase(DAY)
      const roll = await asCarryingOut(house)
      await roll.changeClass(await application(house, who.bo, WORKER))
      const changed = BigInt(await time.latest())
      expect(await membership.memberAt(who.bo, changed - 1n)).to.deep.equal([2n, 1n])
      expect(await membership.memberAt(who.bo, changed)).to.deep.equal([2n, 0n])
      await time.increase(DAY)
      await membership.connect(who.bo).resign()
      const left = BigInt(await time.latest())
      expect(await membership.memberAt(who.bo, left - 1n)).to.deep.equal([2n, 0n])
      expect(await membership.memberAt(who.bo, left)).to.deep.equal([0n, 0n])
      expect(await membership.memberAt(who.hal, left)).to.deep.equal([0n, 0n])
    })

    it('counts classes at any second that is past', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const seen: (readonly [bigint, number[]])[] = []
      const note = async () => {
        seen.push([BigInt(await time.latest()), countsOf(await membership.counts())])
        await time.increase(1_000)
      }
      const { joined } = await membership.memberOf(who.ada)
      await note()
      for (const member of [who.ada, who.bo, who.gus, who.fay, who.chi]) {
        await membership.connect(member).resign()
        await note()
      }
      expect(await membership.countsAt(joined - 1n)).to.equal(0n)
      expect(await membership.countsAt(0n)).to.equal(0n)
      for (const [at, counts] of seen) {
        expect(countsOf(await membership.countsAt(at))).to.deep.equal(counts)
        expect(countsOf(await membership.countsAt(at + 999n))).to.deep.equal(counts)
      }
      const now = BigInt(await time.latest())
      await expect(membership.countsAt(now + 10n)).to.be.revertedWithCustomError(
        membership,
        'FutureLookup',
      )
      expect(seen.at(-1)?.[1]).to.deep.equal([1, 0, 1])
    })

    it('writes one checkpoint for all changes of a second', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      await ethers.provider.send('evm_setAutomine', [false])
      const sent = [
        await membership.connect(who.ada).resign({ gasLimit: 200_000 }),
        await membership.connect(who.bo).resign({ gasLimit: 200_000 }),
      ]
      await ethers.provider.send('evm_mine', [])
      await ethers.provider.send('evm_setAutomine', [true])
      const blocks = await Promise.all(sent.map(async (tx) => (await tx.wait())?.blockNumber))
      expect(blocks[0]).to.equal(blocks[1])
      const at = BigInt(await time.latest())
      await time.increase(10)
      expect(countsOf(await membership.countsAt(at))).to.deep.equal([2, 1, 2])
      expect(countsOf(await membership.countsAt(at - 1n))).to.deep.equal([3, 2, 2])
    })
  })

  describe('joining by decision', () => {
    it('MEM-2 needs the applicant’s signature on this class, document and time', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const it = await application(house, hal, USER)
      for (const changed of [
        { ...it, class: WORKER },
        { ...it, document: REASON },
        { ...it, deadline: it.deadline + 1n },
        { ...it, wallet: house.who.ivy.address },
        { ...it, signature: `0x${'00'.repeat(65)}` },
        { ...it, signature: '0x00' },
      ]) {
        await expect(roll.admit([changed]))
          .to.be.revertedWithCustomError(roll, 'ApplicationSignatureInvalid')
          .withArgs(changed.wallet)
      }
      await expect(roll.admit([it]))
        .to.emit(roll, 'Admitted')
        .withArgs(hal.address, 8n, USER, false)
      expect(countsOf(await roll.counts())).to.deep.equal([3, 3, 2])
    })

    it('MEM-2 or their own transaction, which can be withdrawn, refused and used once', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const deadline = BigInt(await time.latest()) + 1_000n
      const it = { wallet: hal.address, class: USER, document: DOCUMENT, deadline, signature: '0x' }
      const apply = () => roll.connect(hal).applyFor(USER, DOCUMENT, deadline)
      const refused = (what: object = {}) =>
        expect(roll.admit([{ ...it, ...what }]))
          .to.be.revertedWithCustomError(roll, 'NotApplied')
          .withArgs(hal.address)
      await refused()
      await expect(apply()).to.emit(roll, 'Applied').withArgs(hal.address, USER, DOCUMENT, deadline)
      expect(await roll.applicationOf(hal)).to.deep.equal([BigInt(USER), DOCUMENT, deadline])
      await refused({ class: WORKER })
      await refused({ document: REASON })
      await refused({ deadline: deadline - 1n })
      await expect(roll.connect(hal).withdrawApplication())
        .to.emit(roll, 'ApplicationWithdrawn')
        .withArgs(hal.address)
      await refused()
      await expect(roll.connect(hal).withdrawApplication())
        .to.be.revertedWithCustomError(roll, 'NotApplied')
        .withArgs(hal.address)
      await apply()
      await expect(roll.refuse(hal, ethers.ZeroHash))
        .to.be.revertedWithCustomError(roll, 'RefusalWithoutReason')
        .withArgs(hal.address)
      await expect(roll.refuse(hal, REASON))
        .to.emit(roll, 'ApplicationRefused')
        .withArgs(hal.address, REASON)
      await refused()
      await apply()
      await roll.admit([it])
      expect(await roll.isMember(hal)).to.equal(true)
      expect((await roll.applicationOf(hal)).deadline).to.equal(0n)
    })

    it('G5 is for the account alone, as are refusing and moving', async () => {
      const house = await loadFixture(founded)
      const { membership, who, coop } = house
      const it = await application(house, who.hal, USER)
      const ours = membership.connect(who.ada)
      for (const act of [
        () => ours.admit([it]),
        () => ours.refuse(who.hal, REASON),
        () => ours.changeClass(it),
      ]) {
        await expect(act())
          .to.be.revertedWithCustomError(coop, 'NotTheCooperative')
          .withArgs(who.ada.address)
      }
    })

    it('refuses what ran out, reaches too far, or names a class that is not there', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const now = BigInt(await time.latest())
      const late = await application(house, hal, USER, now - 1n)
      await expect(roll.admit([late]))
        .to.be.revertedWithCustomError(roll, 'ApplicationExpired')
        .withArgs(hal.address, now - 1n)
      const far = await application(house, hal, USER, now + LONGEST_VOTE + DAY_)
      await expect(roll.admit([far])).to.be.revertedWithCustomError(roll, 'DeadlineTooFar')
      await expect(
        roll.connect(hal).applyFor(USER, DOCUMENT, now + LONGEST_VOTE + DAY_),
      ).to.be.revertedWithCustomError(roll, 'DeadlineTooFar')
      await expect(roll.admit([await application(house, hal, 3)]))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(3)
      await expect(roll.connect(hal).applyFor(3, DOCUMENT, now + 1_000n))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(3)
    })

    it('MEM-1 refuses whoever is on the roll', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { ada, hal } = house.who
      await expect(roll.admit([await application(house, ada, USER)]))
        .to.be.revertedWithCustomError(roll, 'AlreadyOnTheRoll')
        .withArgs(ada.address)
      const it = await application(house, hal, USER)
      await expect(roll.admit([it, it])).to.be.revertedWithCustomError(roll, 'AlreadyOnTheRoll')
    })

    it('refuses a class that holds as many as a count can say', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const address = await roll.getAddress()
      const place = ethers.AbiCoder.defaultAbiCoder().encode(
        ['uint256', 'uint256'],
        [0, TRACE_SLOT],
      )
      const slot = ethers.keccak256(place)
      const first = BigInt(await ethers.provider.getStorage(address, slot))
      const most = (1n << 26n) - 1n
      const full = (first & ~(most << 26n)) | (most << 26n)
      await networkHelpers.setStorageAt(address, slot, ethers.toBeHex(full, 32))
      expect(countsOf(await roll.counts())).to.deep.equal([3, Number(most), 2])
      await expect(roll.admit([await application(house, house.who.hal, USER)]))
        .to.be.revertedWithCustomError(roll, 'ClassFull')
        .withArgs(USER)
      await roll.admit([await application(house, house.who.hal, WORKER)])
    })

    it('is not for the co-op itself', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const deadline = BigInt(await time.latest()) + 1_000n
      await expect(roll.applyFor(USER, DOCUMENT, deadline)).to.be.revertedWithCustomError(
        roll,
        'CannotJoinItself',
      )
    })

    it('takes classes and names that came after the founding', async () => {
      const house = await loadFixture(founded)
      const { statutes, who } = house
      const old = await application(house, who.ivy, USER)
      const added = { name: className('friends'), shareBps: 0, flags: Flags.COOPERATOR }
      await carryOut(house, Kind.ENTRENCHED, [
        { target: statutes, data: statutes.interface.encodeFunctionData('addClass', [added]) },
        {
          target: statutes,
          data: statutes.interface.encodeFunctionData('setName', ['Mill by the Sea']),
        },
      ])
      const roll = await asCarryingOut(house)
      const friend = await application(house, who.hal, 3)
      await expect(roll.admit([friend, old]))
        .to.emit(roll, 'Admitted')
        .withArgs(who.hal.address, 8n, 3, false)
      const other = await who.jan.signTypedData(await domainOf(roll), APPLICATION_TYPES, {
        cooperative: 'Somebody else',
        applicant: who.jan.address,
        class: USER,
        document: DOCUMENT,
        deadline: old.deadline,
      })
      await expect(
        roll.admit([{ ...old, wallet: who.jan.address, signature: other }]),
      ).to.be.revertedWithCustomError(roll, 'ApplicationSignatureInvalid')
    })
  })

  describe('MEM-4 the admission limit', () => {
    it('G5 is three in 30 days for a small roll, below SPECIAL', async () => {
      const house = await loadFixture(founded)
      const { membership, who, coop } = house
      const everyday = (some: readonly Signing[]) => admitWorkers(house, some)
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([3n, 1n])
      await everyday([who.hal, who.ivy])
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([1n, 0n])
      await expect(everyday([who.jan, who.kim])).to.be.revertedWithCustomError(coop, 'ActionFailed')
      await everyday([who.jan])
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([0n, 0n])
      await expect(everyday([who.kim])).to.be.revertedWithCustomError(coop, 'ActionFailed')
      await time.increase(29 * DAY)
      await expect(everyday([who.kim])).to.be.revertedWithCustomError(coop, 'ActionFailed')
      await time.increase(6 * DAY)
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([3n, 1n])
      await everyday([who.kim])
      expect(await membership.admissionsLeft(WORKER)).to.deep.equal([2n, 0n])
    })

    it('says by how many it is passed', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house, Kind.ORDINARY)
      const four = walletsOf(4).map((one) => application(house, one, WORKER))
      await expect(roll.admit(await Promise.all(four)))
        .to.be.revertedWithCustomError(roll, 'AdmissionLimit')
        .withArgs(4, 3)
    })

    it('does not stop SPECIAL, which counts too, and grows with the roll', async () => {
      const house = await loadFixture(founded)
      const { membership } = house
      await admitBySpecial(house, walletsOf(53))
      expect(await membership.total()).to.equal(60n)
      expect(await membership.admissionsLeft(USER)).to.deep.equal([0n, 0n])
      await time.increase(36 * DAY)
      expect(await membership.admissionsLeft(USER)).to.deep.equal([5n, 5n])
    })

    it('slides: what was admitted day by day falls out day by day', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      for (const one of [who.hal, who.ivy, who.jan]) {
        await admitWorkers(house, [one])
        await time.increase(12 * DAY)
      }
      expect((await membership.admissionsLeft(WORKER)).byDecision).to.be.oneOf([1n, 0n])
      await time.increase(30 * DAY)
      expect((await membership.admissionsLeft(WORKER)).byDecision).to.equal(3n)
    })
  })

  async function sponsored(house: House, one: Signing) {
    const it = await application(house, one, WORKER)
    const pair = [house.who.ada, house.who.chi].sort((a, b) =>
      BigInt(a.address) < BigInt(b.address) ? -1 : 1,
    )
    const signatures = await Promise.all(
      pair.map((by) => sponsor(house, by, one.address, it.deadline)),
    )
    return house.membership.connect(house.who.carrier).admitBySponsors(
      it,
      pair.map(({ address }) => address),
      signatures,
    )
  }

  describe('joining by sponsors', () => {
    it('anyone may send it, where the statutes say so', async () => {
      const house = await loadFixture(bySponsors)
      await expect(sponsored(house, house.who.hal))
        .to.emit(house.membership, 'Admitted')
        .withArgs(house.who.hal.address, 8n, WORKER, true)
    })

    it('not where they do not', async () => {
      const house = await loadFixture(founded)
      await expect(sponsored(house, house.who.hal)).to.be.revertedWithCustomError(
        house.membership,
        'NotBySponsors',
      )
    })

    it('needs enough sponsors, each once, on the roll, for this applicant', async () => {
      const house = await loadFixture(bySponsors)
      const { membership, who } = house
      const it = await application(house, who.hal, WORKER)
      const pair = [who.ada, who.chi].sort((a, b) =>
        BigInt(a.address) < BigInt(b.address) ? -1 : 1,
      )
      const [low, high] = pair.map(({ address }) => address) as [string, string]
      const good = await Promise.all(
        pair.map((by) => sponsor(house, by, who.hal.address, it.deadline)),
      )
      const [first, second] = good as [string, string]
      const send = (sponsors: string[], signatures: string[], what: object = {}) =>
        expect(membership.admitBySponsors({ ...it, ...what }, sponsors, signatures)).to.be
      await send([low], [first])
        .revertedWithCustomError(membership, 'SponsorsMissing')
        .withArgs(1, 2)
      await send([low, high], [first])
        .revertedWithCustomError(membership, 'SponsorsMissing')
        .withArgs(1, 2)
      await send([low, low], [first, first])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(low)
      await send([high, low], [second, first])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(low)
      await send([low, high], [first, first])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(high)
      const other = await sponsor(house, pair[0] as Signing, who.ivy.address, it.deadline)
      await send([low, high], [other, second])
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(low)
      const moved = await application(house, who.hal, LENDER, it.deadline)
      await send([low, high], good, moved)
        .revertedWithCustomError(membership, 'SponsorOfAnotherClass')
        .withArgs(low, LENDER)
      await membership.connect(pair[1] as never).resign()
      await send([low, high], good)
        .revertedWithCustomError(membership, 'SponsorInvalid')
        .withArgs(high)
      await send([low, high], good, { signature: '0x' })
        .revertedWithCustomError(membership, 'NotApplied')
        .withArgs(who.hal.address)
    })
  })

  describe('MEM-3 P3 G8 resigning', () => {
    it('takes one transaction, at once, whatever is going on', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const everybody = [who.ada, who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]
      for (const [i, member] of everybody.entries()) {
        await expect(membership.connect(member).resign())
          .to.emit(membership, 'Resigned')
          .withArgs(member.address, BigInt(i + 1))
        expect(await membership.isMember(member)).to.equal(false)
      }
      expect(await membership.total()).to.equal(0n)
      await expect(membership.connect(who.ada).resign())
        .to.be.revertedWithCustomError(membership, 'NotOnTheRoll')
        .withArgs(who.ada.address)
      await expect(membership.connect(who.hal).resign()).to.be.revertedWithCustomError(
        membership,
        'NotOnTheRoll',
      )
    })

    it('MEM-1 who comes back waits, and has a new id; the old membership is kept', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const roll = await asCarryingOut(house)
      const before = await membership.memberOf(who.bo)
      await membership.connect(who.bo).resign()
      const left = BigInt(await time.latest())
      await expect(roll.admit([await application(house, who.bo, WORKER)]))
        .to.be.revertedWithCustomError(membership, 'TooSoonToReturn')
        .withArgs(who.bo.address, left + LONGEST_VOTE)
      await time.increaseTo(left + LONGEST_VOTE)
      await roll.admit([await application(house, who.bo, WORKER)])
      const back = BigInt(await time.latest())
      expect((await membership.memberOf(who.bo)).id).to.equal(8n)
      const old = await membership.formerMember(2n)
      expect([old.id, old.class, old.joined, old.left]).to.deep.equal([2n, 1n, before.joined, left])
      expect(await membership.memberAt(who.bo, before.joined)).to.deep.equal([2n, 1n])
      expect(await membership.memberAt(who.bo, left)).to.deep.equal([0n, 0n])
      expect(await membership.memberAt(who.bo, back)).to.deep.equal([8n, 0n])
      expect(await membership.memberAt(who.bo, before.joined - 1n)).to.deep.equal([0n, 0n])
      // The word of a member who came back names the membership before in its upper bits.
      const [word] = await membership.wordsOf([who.bo.address])
      expect((word ?? 0n) >> 192n).to.equal(2n)
      await time.increase(1)
      expect(await membership.getPastVotes(who.bo, before.joined)).to.equal(1n)
    })

    it('an application of somebody who left cannot bring them back', async () => {
      const house = await loadFixture(founded)
      const roll = await asCarryingOut(house)
      const { hal } = house.who
      const most = BigInt(await time.latest()) + LONGEST_VOTE
      const it = await application(house, hal, USER, most)
      await roll.admit([it])
      await house.membership.connect(hal).resign()
      await time.increaseTo(BigInt(await time.latest()) + LONGEST_VOTE)
      await expect(roll.admit([it])).to.be.revertedWithCustomError(roll, 'ApplicationExpired')
    })
  })

  it('MEM-2 an application brings nobody back who left in the second in which they joined', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { hal } = house.who
    const joins = BigInt(await time.latest()) + 10n
    const it = await application(house, hal, USER, joins + LONGEST_VOTE)
    const one = await application(house, hal, USER, joins + LONGEST_VOTE - 1n)
    await ethers.provider.send('evm_setAutomine', [false])
    await time.setNextBlockTimestamp(joins)
    const sent = [
      await roll.admit([it], { gasLimit: 1_000_000n }),
      await roll.admit([one], { gasLimit: 1_000_000n }),
      await house.membership.connect(hal).resign({ gasLimit: 1_000_000n }),
    ]
    await networkHelpers.mine()
    await ethers.provider.send('evm_setAutomine', [true])
    const statuses = sent.map(async ({ hash }) => {
      return (await ethers.provider.getTransactionReceipt(hash))?.status
    })
    expect(await Promise.all(statuses)).to.deep.equal([0, 1, 1])
    await time.setNextBlockTimestamp(joins + LONGEST_VOTE)
    await expect(roll.admit([one])).to.be.revertedWithCustomError(roll, 'ApplicationExpired')
    expect(await house.membership.isMember(hal)).to.equal(false)
  })

  describe('changing class', () => {
    it('needs the member’s own word, another class, and time since the last change', async () => {
      const house = await loadFixture(founded)
      const { who } = house
      const roll = await asCarryingOut(house)
      await expect(roll.changeClass(await application(house, who.hal, USER)))
        .to.be.revertedWithCustomError(roll, 'NotOnTheRoll')
        .withArgs(who.hal.address)
      await expect(roll.changeClass(await application(house, who.ada, WORKER)))
        .to.be.revertedWithCustomError(roll, 'AlreadyInClass')
        .withArgs(who.ada.address, WORKER)
      await expect(roll.changeClass(await application(house, who.ada, 5)))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(5)
      const it = await application(house, who.ada, USER)
      await expect(roll.changeClass({ ...it, class: LENDER })).to.be.revertedWithCustomError(
        roll,
        'ApplicationSignatureInvalid',
      )
      await expect(roll.changeClass(it))
        .to.emit(roll, 'ClassChanged')
        .withArgs(who.ada.address, 1n, WORKER, USER)
      const changed = BigInt(await time.latest())
      expect(countsOf(await roll.counts())).to.deep.equal([2, 3, 2])
      const member = await roll.memberOf(who.ada)
      expect([member.class, member.classBefore, member.classChanged]).to.deep.equal([
        1n,
        0n,
        changed,
      ])
      await expect(roll.changeClass(await application(house, who.ada, LENDER)))
        .to.be.revertedWithCustomError(roll, 'TooSoonToChangeClass')
        .withArgs(who.ada.address, changed + LONGEST_VOTE)
      await time.increaseTo(changed + LONGEST_VOTE)
      await roll.changeClass(await application(house, who.ada, LENDER))
      expect(countsOf(await roll.counts())).to.deep.equal([2, 2, 3])
    })
  })

  describe('as other tools read it', () => {
    it('IVotes and ERC-6372: one or nothing, in timestamps', async () => {
      const { membership, who } = await loadFixture(founded)
      await time.increase(10)
      const past = BigInt(await time.latest()) - 1n
      expect(await membership.CLOCK_MODE()).to.equal('mode=timestamp')
      expect(await membership.clock()).to.equal(BigInt(await time.latest()))
      expect(await membership.getVotes(who.ada)).to.equal(1n)
      expect(await membership.getVotes(who.hal)).to.equal(0n)
      expect(await membership.getPastVotes(who.ada, past)).to.equal(1n)
      expect(await membership.getPastVotes(who.hal, past)).to.equal(0n)
      expect(await membership.getPastVotes(who.ada, 1n)).to.equal(0n)
      expect(await membership.getPastTotalSupply(past)).to.equal(7n)
      expect(await membership.delegates(who.ada)).to.equal(who.ada.address)
      await expect(membership.getPastVotes(who.ada, past + 100n)).to.be.revertedWithCustomError(
        membership,
        'FutureLookup',
      )
      await expect(membership.delegate(who.bo)).to.be.revertedWithCustomError(
        membership,
        'VotesNotDelegable',
      )
      await expect(
        membership.delegateBySig(who.bo, 0, 0, 27, ethers.ZeroHash, ethers.ZeroHash),
      ).to.be.revertedWithCustomError(membership, 'VotesNotDelegable')
    })

    it('ERC-721 and ERC-5192: a token that nobody can move', async () => {
      const { membership, statutes, who } = await loadFixture(founded)
      const token = BigInt(who.ada.address)
      const none = BigInt(who.hal.address)
      expect(await membership.name()).to.equal(await statutes.name())
      expect(await membership.symbol()).to.equal('MEMBER')
      expect(await membership.tokenURI(token)).to.equal('')
      expect(await membership.ownerOf(token)).to.equal(who.ada.address)
      expect(await membership.balanceOf(who.ada)).to.equal(1n)
      expect(await membership.balanceOf(who.hal)).to.equal(0n)
      expect(await membership.locked(token)).to.equal(true)
      expect(await membership.getApproved(token)).to.equal(ethers.ZeroAddress)
      expect(await membership.isApprovedForAll(who.ada, who.bo)).to.equal(false)
      for (const ask of [
        () => membership.ownerOf(none),
        () => membership.ownerOf(token + (1n << 160n)),
        () => membership.locked(none),
        () => membership.tokenURI(none),
        () => membership.getApproved(none),
      ]) {
        await expect(ask()).to.be.revertedWithCustomError(membership, 'NotOnTheRoll')
      }
      const ours = membership.connect(who.ada)
      for (const act of [
        () => ours.transferFrom(who.ada, who.hal, token),
        () => ours['safeTransferFrom(address,address,uint256)'](who.ada, who.hal, token),
        () =>
          ours['safeTransferFrom(address,address,uint256,bytes)'](who.ada, who.hal, token, '0x'),
        () => ours.approve(who.hal, token),
        () => ours.setApprovalForAll(who.hal, true),
      ]) {
        await expect(act()).to.be.revertedWithCustomError(membership, 'MembershipNotTransferable')
      }
    })

    it('tells of a token, locked for good, when somebody joins, and of its end when they leave', async () => {
      const house = await loadFixture(founded)
      const { membership, who } = house
      const token = BigInt(who.ada.address)
      await expect(house.sent)
        .to.emit(membership, 'Transfer')
        .withArgs(ethers.ZeroAddress, who.ada.address, token)
        .to.emit(membership, 'Locked')
        .withArgs(token)
      const deadline = BigInt(await time.latest()) + BigInt(DAY)
      const theirs = BigInt(who.hal.address)
      await membership.connect(who.hal).applyFor(WORKER, ethers.ZeroHash, deadline)
      const application = {
        wallet: who.hal.address,
        class: WORKER,
        document: ethers.ZeroHash,
        deadline,
        signature: '0x',
      }
      const data = membership.interface.encodeFunctionData('admit', [[application]])
      await expect(carryOut(house, Kind.ORDINARY, [{ target: membership, data }]))
        .to.emit(membership, 'Transfer')
        .withArgs(ethers.ZeroAddress, who.hal.address, theirs)
        .to.emit(membership, 'Locked')
        .withArgs(theirs)
      await expect(membership.connect(who.ada).resign())
        .to.emit(membership, 'Transfer')
        .withArgs(who.ada.address, ethers.ZeroAddress, token)
    })

    it('ERC-165', async () => {
      const { membership } = await loadFixture(founded)
      for (const id of [
        '0x01ffc9a7',
        '0x80ac58cd',
        '0x5b5e139f',
        '0xb45a3c0e',
        '0xe90fb3f6',
        '0xda287a1d',
      ]) {
        expect(await membership.supportsInterface(id), id).to.equal(true)
      }
      expect(await membership.supportsInterface('0xffffffff')).to.equal(false)
    })
  })
})
