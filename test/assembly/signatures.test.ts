// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture, networkHelpers } from '../kit/chain.ts'
import { founded, type House, payment, propose } from '../kit/house.ts'
import { cast, ORDER, opened, passesOver, sums } from './carrying.ts'
import {
  ballot,
  ballots,
  type Domain,
  domainOf,
  motion,
  opens,
  openVote,
  paperOf,
  record,
  type Signing,
  Support,
  signBallot,
  Way,
} from './desk.ts'

describe('The signatures of ballots', () => {
  describe('G10 a signature', () => {
    it('is marked in its own place of a long batch, and nothing beside it', async () => {
      const it = await loadFixture(opened)
      const { ada, bo } = it.house.who
      const again = Array<string>(299).fill(await ballot(it.paper, ada, Support.FOR))
      const last = await ballot(it.paper, bo, Support.FOR)
      const { counted, bitmap } = await cast(it, ethers.concat([...again, last]))
      expect(counted).to.equal(2n)
      expect(bitmap).to.equal(`0x01${'00'.repeat(36)}08`)
    })

    it('counts once: a second batch with it changes nothing', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const first = await ballot(it.paper, ada, Support.FOR)
      expect((await cast(it, ethers.concat([first, first]))).bitmap).to.equal('0x01')
      await passesOver(it, first)
      await passesOver(it, await ballot(it.paper, ada, Support.AGAINST))
    })

    it('ASM-4 never brings back what a direct vote replaced', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const old = await ballot(it.paper, ada, Support.FOR)
      await cast(it, old)
      await it.house.assembly.connect(ada).castVote(it.id, Support.AGAINST)
      expect(await sums(it)).to.deep.equal([
        [0, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ])
      await passesOver(it, old)
      expect(await it.house.assembly.ballotOf(it.id, ada.address)).to.deep.equal([Way.DIRECT, 0n])
    })

    const others: readonly (readonly [string, (d: Domain) => Partial<Domain>])[] = [
      ['on another chain', ({ chainId }) => ({ chainId: chainId + 1n })],
      ['in another assembly', () => ({ verifyingContract: ethers.ZeroAddress })],
      ['under another name of the domain', () => ({ name: 'Phyles' })],
      ['under another version', () => ({ version: '2' })],
    ]
    for (const [where, change] of others) {
      it(`given ${where} does not count here`, async () => {
        const it = await loadFixture(opened)
        const domain = { ...it.paper.domain, ...change(it.paper.domain) }
        await passesOver(it, await ballot({ ...it.paper, domain }, it.house.who.ada, 1))
      })
    }

    it('does not count for another proposal, resolution, co-op, member or choice', async () => {
      const it = await loadFixture(opened)
      const { ada, chi } = it.house.who
      const two = await openVote(it.house, 'Sell the wheel')
      for (const paper of [
        await paperOf(it.house, two),
        { ...it.paper, proposal: two },
        { ...it.paper, resolution: `${it.paper.resolution} ` },
        { ...it.paper, cooperative: 'Mill' },
      ]) {
        await passesOver(it, await ballot(paper, ada, 1))
      }
      await passesOver(it, record(chi.address, 1, await signBallot(it.paper, ada, 1)))
      await passesOver(it, record(ada.address, 0, await signBallot(it.paper, ada, 1)))
    })

    it('with a high s or another parity does not count', async () => {
      const it = await loadFixture(opened)
      const { ada } = it.house.who
      const { r, s, yParity } = ethers.Signature.from(await signBallot(it.paper, ada, 1))
      const high = ORDER - BigInt(s)
      // Both ways to press the other signature for this digest into 64 bytes.
      for (const parity of [0n, 1n]) {
        const vs = ethers.toBeHex(((parity << 255n) | high) & ((1n << 256n) - 1n), 32)
        await passesOver(it, ethers.concat([ada.address, '0x01', r, vs]))
      }
      const flipped = ethers.toBeHex((BigInt(1 - yParity) << 255n) | BigInt(s), 32)
      await passesOver(it, ethers.concat([ada.address, '0x01', r, flipped]))
    })
  })

  describe('G12 a signature', () => {
    it('counts for no other actions and no other text under the same number and title', async () => {
      const house = await loadFixture(founded)
      const { assembly, euro, who } = house
      const money = await euro.getAddress()
      const motionFor = (to: string, amount: bigint, text = '') =>
        motion(`Pay the miller${text}`, [payment(house, money, to, amount)])
      const before = await networkHelpers.takeSnapshot()
      const id = await propose(house, await motionFor(who.hal.address, 10n))
      const paper = await paperOf(house, id)
      const records = await ballots(paper, [who.ada, who.bo, who.chi, who.dee], () => 1)
      // The block with the proposal is replaced, and others put what they like under its words.
      for (const other of [
        await motionFor(who.pia.address, 10n),
        await motionFor(who.hal.address, 11n),
        await motionFor(who.hal.address, 10n, '\n\nAnd thank him.'),
      ]) {
        await before.restore()
        expect(await propose(house, other, undefined, who.gus)).to.equal(id)
        expect((await paperOf(house, id)).resolution).to.equal(paper.resolution)
        await opens(house, id)
        const tail = [
          {
            wallet: who.eli.address,
            choice: 1,
            reason: '0x',
            signature: await signBallot(paper, who.eli, 1),
          },
        ]
        expect((await assembly.castBallots.staticCall(id, records, tail)).counted).to.equal(0n)
      }
      await before.restore()
      await propose(house, await motionFor(who.hal.address, 10n), undefined, who.gus)
      await opens(house, id)
      expect((await assembly.castBallots.staticCall(id, records, [])).counted).to.equal(4n)
    })
  })

  describe('by one signature, as Governors take it', () => {
    const BALLOT = {
      Ballot: [
        { name: 'proposalId', type: 'uint256' },
        { name: 'support', type: 'uint8' },
        { name: 'voter', type: 'address' },
        { name: 'nonce', type: 'uint256' },
      ],
    }
    const EXTENDED = {
      ExtendedBallot: [
        ...BALLOT.Ballot,
        { name: 'reason', type: 'string' },
        { name: 'params', type: 'bytes' },
      ],
    }

    async function standard(house: House, id: bigint, voter: Signing, support: number, nonce = 0) {
      const message = { proposalId: id, support, voter: voter.address, nonce }
      return voter.signTypedData(await domainOf(house.assembly), BALLOT, message)
    }

    it('records as carried, once', async () => {
      const it = await loadFixture(opened)
      const { house, id } = it
      const { ada } = house.who
      const signature = await standard(house, id, ada, 1)
      await expect(house.assembly.castVoteBySig(id, 1, ada.address, signature))
        .to.emit(house.assembly, 'VoteCast')
        .withArgs(ada.address, id, 1, 1n, '')
      expect(await house.assembly.ballotOf(id, ada.address)).to.deep.equal([Way.CARRIED, 1n])
      await expect(house.assembly.castVoteBySig(id, 1, ada.address, signature))
        .to.be.revertedWithCustomError(house.assembly, 'GovernorAlreadyCastVote')
        .withArgs(ada.address)
      await passesOver(it, await ballot(it.paper, ada, 0))
    })

    it('G10 takes no other nonce, voter, support or proposal', async () => {
      const { house, id } = await loadFixture(opened)
      const { ada, chi } = house.who
      const two = await openVote(house, 'Sell the wheel')
      const signature = await standard(house, id, ada, 1)
      for (const [proposal, support, voter, signed] of [
        [id, 1, ada, await standard(house, id, ada, 1, 1)],
        [id, 1, chi, signature],
        [id, 0, ada, signature],
        [two, 1, ada, signature],
      ] as const) {
        await expect(house.assembly.castVoteBySig(proposal, support, voter.address, signed))
          .to.be.revertedWithCustomError(house.assembly, 'GovernorInvalidSignature')
          .withArgs(voter.address)
      }
    })

    it('G12 takes a reason, and the motion as params', async () => {
      const { house, id, paper } = await loadFixture(opened)
      const { dee } = house.who
      const reason = 'It harms the river.'
      const domain = await domainOf(house.assembly)
      const other = await house.assembly.hashProposal([], [], [], ethers.id('Buy flour alone'))
      const signed = async (params: string) => {
        const message = { proposalId: id, support: 3, voter: dee.address, nonce: 0, reason, params }
        return [params, await dee.signTypedData(domain, EXTENDED, message)] as const
      }
      const args = [id, 3, dee.address, reason] as const
      for (const params of ['0x', ethers.toBeHex(other, 32), `${paper.motion}00`]) {
        await expect(
          house.assembly.castVoteWithReasonAndParamsBySig(...args, ...(await signed(params))),
        )
          .to.be.revertedWithCustomError(house.assembly, 'AnotherMotion')
          .withArgs(id, paper.motion)
      }
      const [, without] = await signed('0x')
      await expect(
        house.assembly.castVoteWithReasonAndParamsBySig(...args, paper.motion, without),
      ).to.be.revertedWithCustomError(house.assembly, 'GovernorInvalidSignature')
      await expect(
        house.assembly.castVoteWithReasonAndParamsBySig(...args, ...(await signed(paper.motion))),
      )
        .to.emit(house.assembly, 'VoteCast')
        .withArgs(dee.address, id, 3, 1n, reason)
    })
  })
})
