// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture, networkHelpers } from '../kit/chain.ts'
import { asCarryingOut, founded, payment, propose } from '../kit/house.ts'
import {
  carriedBy,
  cast,
  change,
  changed,
  changesNothing,
  ORDER,
  opened,
  passesOver,
  sums,
} from './carrying.ts'
import {
  application,
  ballot,
  closes,
  type Domain,
  motion,
  opens,
  openVote,
  paperOf,
  Support,
  signBallot,
  signChange,
  signObjection,
  Way,
} from './desk.ts'

/** Ada, Bo and Dee have voted for it by ballots that were carried. */
async function counted() {
  const it = await opened()
  const { ada, bo, dee } = it.house.who
  await carriedBy(it, [ada, bo, dee])
  return it
}

describe('Changing a counted vote by signature', () => {
  it('ASM-12 G1 moves it in the tally, and one event holds what was signed', async () => {
    const it = await loadFixture(counted)
    const { house, id, paper } = it
    const { ada, bo, carrier } = house.who
    const changes = [
      await changed(paper, ada, Support.AGAINST, 1n),
      await changed(paper, bo, Support.ABSTAIN, 7n),
    ]
    const { counted: number, bitmap, sent } = await change(it, changes)
    expect(number).to.equal(2n)
    expect(bitmap).to.equal('0x03')
    await expect(sent)
      .to.emit(house.assembly, 'BallotsChanged')
      .withArgs(
        id,
        carrier.address,
        changes.map((one) => Object.values(one)),
      )
    expect(await sums(it)).to.deep.equal([
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ])
    expect(await house.assembly.ballotOf(id, ada.address)).to.deep.equal([Way.CARRIED, 0n])
    expect(await house.assembly.changeOf(id, ada.address)).to.equal(1n)
    expect(await house.assembly.changeOf(id, bo.address)).to.equal(7n)
    expect(await house.assembly.changeOf(id, house.who.dee.address)).to.equal(0n)
    expect(await house.assembly.changeOf(id, carrier.address)).to.equal(0n)
  })

  it('ASM-12 is what a wallet signs and the contract says', async () => {
    const { house, id, paper } = await loadFixture(counted)
    const { ada } = house.who
    for (const choice of [0, 1, 2, 3]) {
      const digest = await house.assembly.changeDigest(id, choice, ada.address, 3n)
      expect(ethers.recoverAddress(digest, await signChange(paper, ada, choice, 3n))).to.equal(
        ada.address,
      )
    }
    await expect(house.assembly.changeDigest(9n, 1, ada.address, 1n))
      .to.be.revertedWithCustomError(house.assembly, 'GovernorNonexistentProposal')
      .withArgs(9n)
  })

  describe('G10', () => {
    it('ASM-12 any higher number counts, and no lower or equal one ever again', async () => {
      const it = await loadFixture(counted)
      const { ada } = it.house.who
      const first = await changed(it.paper, ada, Support.AGAINST, 1n)
      const third = await changed(it.paper, ada, Support.ABSTAIN, 3n)
      const most = await changed(it.paper, ada, Support.FOR, (1n << 256n) - 1n)
      expect((await change(it, [third])).counted).to.equal(1n)
      await changesNothing(it, first, third, await changed(it.paper, ada, Support.FOR, 3n))
      await changesNothing(it, await changed(it.paper, ada, Support.FOR, 2n))
      expect((await change(it, [most])).counted).to.equal(1n)
      await changesNothing(it, first, third, most)
      expect((await sums(it))[0]).to.deep.equal([1, 0, 0, 0])
    })

    it('ASM-12 of one member in one call the numbers go up, whatever stands twice', async () => {
      const it = await loadFixture(counted)
      const { ada } = it.house.who
      const [one, two, three] = await Promise.all(
        ([1n, 2n, 3n] as const).map((number, i) => changed(it.paper, ada, i % 2, number)),
      )
      if (!one || !two || !three) throw new Error('three changes')
      const { bitmap, sent } = await change(it, [one, one, three, two, three])
      expect(bitmap).to.equal('0x05')
      await expect(sent)
        .to.emit(it.house.assembly, 'BallotsChanged')
        .withArgs(
          it.id,
          it.house.who.carrier.address,
          [one, three].map((change) => Object.values(change)),
        )
      expect((await sums(it))[0]).to.deep.equal([0, 1, 0, 0])
    })

    it('ASM-12 nothing is changed where nothing was carried', async () => {
      const it = await loadFixture(counted)
      const { chi } = it.house.who
      const early = await changed(it.paper, chi, Support.AGAINST, 1n)
      await changesNothing(it, early)
      // Nothing was kept of it, and it counts once there is what it changes.
      expect(await it.house.assembly.changeOf(it.id, chi.address)).to.equal(0n)
      await carriedBy(it, [chi])
      expect((await change(it, [early])).counted).to.equal(1n)
    })

    it('ASM-4 ASM-12 a direct vote shuts it, before and after a change', async () => {
      const it = await loadFixture(counted)
      const { house, id, paper } = it
      const { ada, bo } = house.who
      await house.assembly.connect(bo).castVote(id, Support.AGAINST)
      await changesNothing(it, await changed(paper, bo, Support.FOR, 1n))
      await change(it, [await changed(paper, ada, Support.AGAINST, 1n)])
      await house.assembly.connect(ada).castVote(id, Support.ABSTAIN)
      await changesNothing(it, await changed(paper, ada, Support.FOR, 2n))
      expect(await house.assembly.ballotOf(id, ada.address)).to.deep.equal([Way.DIRECT, 2n])
      expect(await house.assembly.ballotOf(id, bo.address)).to.deep.equal([Way.DIRECT, 0n])
    })

    it('ASM-12 what was changed is not brought back by the ballot that it replaced', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const old = await ballot(it.paper, ada, Support.FOR)
      await cast(it, old)
      await change(it, [await changed(it.paper, ada, Support.AGAINST, 1n)])
      await passesOver(it, old)
      const signature = await signBallot(it.paper, ada, Support.FOR)
      const tail = [{ wallet: ada.address, choice: 1, reason: '0x', signature }]
      expect((await cast(it, '0x', tail)).counted).to.equal(0n)
      await changesNothing(it, { wallet: ada.address, choice: 1, change: 2n, signature })
      expect(await it.house.assembly.ballotOf(it.id, ada.address)).to.deep.equal([Way.CARRIED, 0n])
    })

    const others: readonly (readonly [string, (d: Domain) => Partial<Domain>])[] = [
      ['on another chain', ({ chainId }) => ({ chainId: chainId + 1n })],
      ['in another assembly', () => ({ verifyingContract: ethers.ZeroAddress })],
      ['under another name of the domain', () => ({ name: 'Phyles' })],
      ['under another version', () => ({ version: '2' })],
    ]
    for (const [where, differs] of others) {
      it(`ASM-12 one given ${where} does not count here`, async () => {
        const it = await loadFixture(counted)
        const domain = { ...it.paper.domain, ...differs(it.paper.domain) }
        await changesNothing(it, await changed({ ...it.paper, domain }, it.house.who.ada, 0, 1n))
      })
    }

    it('ASM-12 one for another proposal, co-op, member, choice or number does not count', async () => {
      const it = await loadFixture(counted)
      const { ada, bo } = it.house.who
      const two = await openVote(it.house, 'Sell the wheel')
      const theirs = await paperOf(it.house, two)
      for (const paper of [
        theirs,
        { ...it.paper, proposal: two },
        { ...it.paper, resolution: `${it.paper.resolution} ` },
        { ...it.paper, cooperative: 'Mill' },
        { ...it.paper, motion: theirs.motion },
      ]) {
        await changesNothing(it, await changed(paper, ada, 0, 1n))
      }
      const own = await changed(it.paper, ada, 0, 1n)
      await changesNothing(
        it,
        { ...own, wallet: bo.address },
        { ...own, choice: 2 },
        { ...own, change: 2n },
      )
      expect((await change(it, [own])).counted).to.equal(1n)
    })
  })

  it('G12 ASM-12 counts for no other actions and no other text under the same title', async () => {
    const house = await loadFixture(founded)
    const { euro, who } = house
    const money = await euro.getAddress()
    const motionFor = (to: string, amount: bigint) =>
      motion('Pay the miller', [payment(house, money, to, amount)])
    const before = await networkHelpers.takeSnapshot()
    const id = await propose(house, await motionFor(who.hal.address, 10n))
    const paper = await paperOf(house, id)
    const signed = await changed(paper, who.ada, Support.AGAINST, 1n)
    for (const [proposed, counts] of [
      [await motionFor(who.pia.address, 10n), 0n],
      [await motionFor(who.hal.address, 11n), 0n],
      [await motionFor(who.hal.address, 10n), 1n],
    ] as const) {
      await before.restore()
      // The block with the proposal is replaced, and others put what they like under its words.
      expect(await propose(house, proposed, undefined, who.gus)).to.equal(id)
      await opens(house, id)
      const it = { house, id, paper: await paperOf(house, id) }
      await carriedBy(it, [who.ada])
      expect((await change(it, [signed])).counted).to.equal(counts)
    }
  })

  it('ASM-9 has no reason: who objects by it is against, who objected takes it back', async () => {
    const it = await loadFixture(counted)
    const { ada, chi } = it.house.who
    await change(it, [await changed(it.paper, ada, Support.OBJECT, 1n)])
    expect((await sums(it))[0]).to.deep.equal([0, 1, 0, 0])
    const why = 'The river dries up.'
    const objection = {
      wallet: chi.address,
      choice: Support.OBJECT,
      reason: ethers.hexlify(ethers.toUtf8Bytes(why)),
      signature: await signObjection(it.paper, chi, why),
    }
    await cast(it, '0x', [objection])
    expect((await sums(it))[0]).to.deep.equal([0, 1, 0, 1])
    await change(it, [await changed(it.paper, chi, Support.FOR, 1n)])
    expect((await sums(it))[0]).to.deep.equal([1, 1, 0, 0])
    expect((await cast(it, '0x', [objection])).counted).to.equal(0n)
  })

  it('ASM-3 G9 is counted whatever stands beside it, and only what is not good is passed over', async () => {
    const it = await loadFixture(counted)
    const { house, paper } = it
    const { ada, bo, dee, hal } = house.who
    const good = await Promise.all([ada, bo, dee].map((one) => changed(paper, one, 0, 1n)))
    const [adas, bos, dees] = good
    if (!adas || !bos || !dees) throw new Error('three changes')
    const { r, s, v } = ethers.Signature.from(adas.signature)
    const high = ethers.concat([
      r,
      ethers.toBeHex(ORDER - BigInt(s), 32),
      ethers.toBeHex(v === 27 ? 28 : 27, 1),
    ])
    const compact = ethers.Signature.from(bos.signature).compactSerialized
    const changes = [
      { ...adas, choice: 4 },
      { ...adas, choice: 255 },
      { ...adas, signature: '0x' },
      { ...adas, signature: `${adas.signature}00` },
      { ...adas, signature: high },
      { ...adas, signature: `0x${'00'.repeat(65)}` },
      { ...adas, change: 0n },
      await changed(paper, ada, 0, 0n),
      await changed(paper, hal, 0, 1n),
      { ...adas, wallet: ethers.ZeroAddress, signature: `0x${'00'.repeat(65)}` },
      adas,
      { ...bos, signature: compact },
      { ...dees, wallet: bo.address },
      dees,
    ]
    const { counted: number, bitmap } = await change(it, changes)
    expect(number).to.equal(3n)
    expect(bitmap).to.equal('0x002c')
    expect((await change(it, [])).bitmap).to.equal('0x')
  })

  it('is counted in the vote, not after, and not where there is none', async () => {
    const it = await loadFixture(counted)
    const { house, id, paper } = it
    const one = await changed(paper, house.who.ada, 0, 1n)
    await expect(house.assembly.castChanges(id + 1n, [one]))
      .to.be.revertedWithCustomError(house.assembly, 'GovernorNonexistentProposal')
      .withArgs(id + 1n)
    await closes(house, id)
    await expect(house.assembly.castChanges(id, [one])).to.be.revertedWithCustomError(
      house.assembly,
      'GovernorUnexpectedProposalState',
    )
  })

  it('G4 G6 counts in the class of the snapshot, also of who left, and of nobody who came after', async () => {
    const it = await loadFixture(counted)
    const { house, paper } = it
    const { ada, bo, hal } = house.who
    const roll = await asCarryingOut(house)
    await roll.admit([await application(house, hal, 0)])
    await roll.changeClass(await application(house, bo, 2))
    await house.membership.connect(ada).resign()
    await changesNothing(it, await changed(paper, hal, 0, 1n))
    const changes = [await changed(paper, ada, 0, 1n), await changed(paper, bo, 2, 1n)]
    expect((await change(it, changes)).counted).to.equal(2n)
    expect(await sums(it)).to.deep.equal([
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ])
  })

  it('writes nothing for who does not use it', async () => {
    const it = await loadFixture(counted)
    const { ada, bo } = it.house.who
    const costOf = async (choice: number, number: bigint) => {
      const { sent } = await change(it, [await changed(it.paper, ada, choice, number)])
      return (await sent.wait())?.gasUsed ?? 0n
    }
    // The second writes over the word that the first began.
    expect((await costOf(0, 1n)) - (await costOf(1, 2n))).to.be.above(10_000n)
    expect(await it.house.assembly.changeOf(it.id, bo.address)).to.equal(0n)
  })
})
