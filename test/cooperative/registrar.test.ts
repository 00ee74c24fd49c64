// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import type { FunctionFragment } from 'ethers'
import { ethers, loadFixture, time } from '../kit/chain.ts'
import { charter, Lock } from '../kit/charter.ts'
import { expectCost } from '../kit/gas.ts'
import {
  FOUNDING_TYPES,
  found,
  founded,
  founding,
  foundingMessage,
  organsAt,
  registrar,
  signFounding,
} from '../kit/house.ts'
import { foundingSigners, people, WORKER } from '../kit/people.ts'
import { prepared } from './prepared.ts'

describe('Registrar', () => {
  describe('founding', () => {
    it('COST founds a co-op of seven, all of it usable, within 750 000 gas', async () => {
      const who = await people()
      const to = await registrar()
      const name = 'Mill, Bakery on the Old River 1'
      expect(Buffer.byteLength(name)).to.equal(31)
      const it = await founding({ charter: charter({ name }) })
      const { sent, membership, statutes } = await found(to, it, foundingSigners(who))
      expect(await membership.total()).to.equal(7)
      expect(await statutes.name()).to.equal(name)
      await expectCost('found a co-op, 7 founders', sent)
    })

    it('makes four contracts that know each other', async () => {
      const { coop, statutes, membership, assembly } = await loadFixture(founded)
      const [c, s, m, a] = await Promise.all(
        [coop, statutes, membership, assembly].map((organ) => organ.getAddress()),
      )
      expect([
        await coop.statutes(),
        await coop.membership(),
        await coop.assembly_(),
      ]).to.deep.equal([s, m, a])
      expect(await statutes.cooperative()).to.equal(c)
      expect([await membership.cooperative(), await membership.statutes()]).to.deep.equal([c, s])
      expect([
        await assembly.cooperative(),
        await assembly.statutes(),
        await assembly.membership(),
      ]).to.deep.equal([c, s, m])
    })

    it('REG-2 puts them where it said beforehand, whoever sends it', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      const organs = await to.organsOf(hash, it.charter)
      expect(await ethers.provider.getCode(organs.cooperative)).to.equal('0x')
      expect(await to.isFounded(organs.cooperative)).to.equal(false)
      await to
        .connect(who.carrier)
        .found(it.charter, it.founders, signatures, it.nonce, it.deadline)
      const { cooperative, statutes, membership, assembly_ } = organs
      for (const address of [cooperative, statutes, membership, assembly_]) {
        expect(await ethers.provider.getCode(address)).not.to.equal('0x')
      }
      expect(await to.isFounded(organs.cooperative)).to.equal(true)
      const { coop } = await organsAt(organs)
      expect(await coop.assembly_()).to.equal(organs.assembly_)
    })

    it('says everything that it founded', async () => {
      const { to, it, signatures, hash } = await loadFixture(prepared)
      const organs = await to.organsOf(hash, it.charter)
      const sent = await to.found(it.charter, it.founders, signatures, it.nonce, it.deadline)
      const receipt = await sent.wait()
      const event = receipt?.logs
        .map((log) => to.interface.parseLog(log))
        .find((log) => log?.name === 'Founded')
      const args = event?.args
      expect(args?.cooperative).to.equal(organs.cooperative)
      expect(args?.foundingHash).to.equal(hash)
      expect(args?.assembly_).to.equal(organs.assembly_)
      expect(args?.charter.name).to.equal(it.charter.name)
      expect(args?.charter.rules.toArray()).to.deep.equal(it.charter.rules)
      expect(args?.charter.classes.length).to.equal(3)
      expect(args?.founders.map((f: { wallet: string }) => f.wallet)).to.deep.equal(
        it.founders.map(({ wallet }) => wallet),
      )
    })

    it('enrols exactly the founders, each in their class', async () => {
      const { membership, it, who } = await loadFixture(founded)
      for (const [i, { wallet, class: place }] of it.founders.entries()) {
        const member = await membership.memberOf(wallet)
        expect([member.id, member.class]).to.deep.equal([BigInt(i + 1), BigInt(place)])
      }
      expect(await membership.isMember(who.hal.address)).to.equal(false)
    })
  })

  describe('REG-1 G5 the word of every founder', () => {
    it('is EIP-712 as a wallet hashes it', async () => {
      const { to, it, hash } = await loadFixture(prepared)
      const { domain, message } = await foundingMessage(to, it)
      expect(ethers.TypedDataEncoder.hash(domain, FOUNDING_TYPES, message)).to.equal(hash)
    })

    it('is taken in the short form of EIP-2098 too', async () => {
      const { to, it, signatures } = await loadFixture(prepared)
      const short = signatures.map((one) => ethers.Signature.from(one).compactSerialized)
      await to.found(it.charter, it.founders, short, it.nonce, it.deadline)
    })

    it('cannot be left out', async () => {
      const { to, it, signatures } = await loadFixture(prepared)
      for (const [place, { wallet }] of it.founders.entries()) {
        const without = signatures.with(place, '0x')
        await expect(to.found(it.charter, it.founders, without, it.nonce, it.deadline))
          .to.be.revertedWithCustomError(to, 'FounderDidNotSign')
          .withArgs(wallet)
      }
    })

    it('cannot be given by somebody else', async () => {
      const { to, it, signatures, who } = await loadFixture(prepared)
      const forged = signatures.with(2, await signFounding(to, it, who.hal))
      await expect(to.found(it.charter, it.founders, forged, it.nonce, it.deadline))
        .to.be.revertedWithCustomError(to, 'FounderDidNotSign')
        .withArgs(who.chi.address)
      const swapped = signatures.with(0, signatures[1] as string).with(1, signatures[0] as string)
      await expect(to.found(it.charter, it.founders, swapped, it.nonce, it.deadline))
        .to.be.revertedWithCustomError(to, 'FounderDidNotSign')
        .withArgs(who.ada.address)
    })

    it('is for these statutes, founders, number and time alone', async () => {
      const { to, it, signatures, who } = await loadFixture(prepared)
      const others = [
        { ...it, charter: charter({ name: 'Another mill' }) },
        { ...it, charter: charter({ lock: Lock.NONE }) },
        { ...it, founders: it.founders.with(6, { wallet: who.gus.address, class: WORKER }) },
        { ...it, founders: it.founders.with(6, { wallet: who.hal.address, class: WORKER }) },
        { ...it, nonce: 2n },
        { ...it, deadline: it.deadline + 1n },
      ]
      for (const other of others) {
        await expect(
          to.found(other.charter, other.founders, signatures, other.nonce, other.deadline),
        ).to.be.revertedWithCustomError(to, 'FounderDidNotSign')
      }
    })

    it('is for one Registrar and one chain alone', async () => {
      const { to, it, signatures, who } = await loadFixture(prepared)
      const second = await registrar()
      await expect(
        second.found(it.charter, it.founders, signatures, it.nonce, it.deadline),
      ).to.be.revertedWithCustomError(second, 'FounderDidNotSign')

      const { domain, message } = await foundingMessage(to, it)
      const elsewhere = await Promise.all(
        foundingSigners(who).map((signer) =>
          signer.signTypedData({ ...domain, chainId: 100n }, FOUNDING_TYPES, message),
        ),
      )
      await expect(
        to.found(it.charter, it.founders, elsewhere, it.nonce, it.deadline),
      ).to.be.revertedWithCustomError(to, 'FounderDidNotSign')
    })

    it('founds once', async () => {
      const { to, it, signatures } = await loadFixture(prepared)
      const send = () => to.found(it.charter, it.founders, signatures, it.nonce, it.deadline)
      await send()
      await expect(send()).to.be.revertedWithCustomError(
        { interface: new ethers.Interface(['error FailedDeployment()']) },
        'FailedDeployment',
      )
    })

    it('runs out', async () => {
      const { to, it, signatures } = await loadFixture(prepared)
      await time.increaseTo(it.deadline + 1n)
      await expect(to.found(it.charter, it.founders, signatures, it.nonce, it.deadline))
        .to.be.revertedWithCustomError(to, 'FoundingExpired')
        .withArgs(it.deadline)
    })

    it('is needed once for each, and from somebody', async () => {
      const { to, it, signatures } = await loadFixture(prepared)
      await expect(
        to.found(it.charter, [], [], it.nonce, it.deadline),
      ).to.be.revertedWithCustomError(to, 'NoFounders')
      await expect(to.found(it.charter, it.founders, signatures.slice(1), it.nonce, it.deadline))
        .to.be.revertedWithCustomError(to, 'SignaturesMissing')
        .withArgs(7, 6)
    })

    it('refuses a high s and a signature of no length', async () => {
      const { to, it, signatures, who } = await loadFixture(prepared)
      const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
      const { r, s, v } = ethers.Signature.from(signatures[0] as string)
      const high = ethers.concat([
        r,
        ethers.toBeHex(order - BigInt(s), 32),
        v === 27 ? '0x1c' : '0x1b',
      ])
      for (const bad of [
        high,
        `${signatures[0]}00`,
        ethers.dataSlice(signatures[0] as string, 0, 63),
      ]) {
        await expect(
          to.found(it.charter, it.founders, signatures.with(0, bad), it.nonce, it.deadline),
        )
          .to.be.revertedWithCustomError(to, 'FounderDidNotSign')
          .withArgs(who.ada.address)
      }
    })
  })

  describe('front-running', () => {
    it('cannot begin a co-op before or after its founding', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      const organs = await to.organsOf(hash, it.charter)
      const { coop } = await organsAt(organs)
      const mine = [{ wallet: who.hal.address, class: WORKER }]
      const { hal } = who
      // Before: nobody is there who could listen.
      const data = coop.interface.encodeFunctionData('begin', [
        hal.address,
        hal.address,
        hal.address,
        mine,
      ])
      await hal.sendTransaction({ to: organs.cooperative, data })
      await to.found(it.charter, it.founders, signatures, it.nonce, it.deadline)
      await expect(coop.connect(hal).begin(hal.address, hal.address, hal.address, mine))
        .to.be.revertedWithCustomError(coop, 'OrgansAlreadySet')
        .withArgs(organs.membership)
      expect(await coop.assembly_()).to.equal(organs.assembly_)
    })

    it('cannot begin the implementation', async () => {
      const { to, who } = await loadFixture(prepared)
      const bare = await ethers.getContractAt('Cooperative', await to.COOPERATIVE())
      const { address } = who.hal
      await expect(
        bare.connect(who.hal).begin(address, address, address, []),
      ).to.be.revertedWithCustomError(bare, 'OrgansAlreadySet')
    })

    it('founds what was signed, when somebody sends it first', async () => {
      const { to, it, signatures, hash, who } = await loadFixture(prepared)
      await to.connect(who.hal).found(it.charter, it.founders, signatures, it.nonce, it.deadline)
      const { membership } = await organsAt(await to.organsOf(hash, it.charter))
      expect(await membership.isMember(who.hal.address)).to.equal(false)
      expect(await membership.isMember(who.ada.address)).to.equal(true)
    })
  })

  describe('what the roll refuses', () => {
    it('a founder twice, and a class that is not there', async () => {
      const { to, who } = await loadFixture(prepared)
      const { ada } = who
      const roll = await ethers.deployContract('Membership')
      const founder = { wallet: ada.address, class: WORKER }
      const twice = await founding({ founders: [founder, founder] })
      const mine = await signFounding(to, twice, ada)
      await expect(to.found(twice.charter, twice.founders, [mine, mine], 1n, twice.deadline))
        .to.be.revertedWithCustomError(roll, 'AlreadyOnTheRoll')
        .withArgs(ada.address)
      const nowhere = await founding({ founders: [{ wallet: ada.address, class: 3 }] })
      const signed = await signFounding(to, nowhere, ada)
      await expect(to.found(nowhere.charter, nowhere.founders, [signed], 1n, nowhere.deadline))
        .to.be.revertedWithCustomError(roll, 'ClassUnknown')
        .withArgs(3)
    })
  })

  it('REG-3 has no function that could touch a co-op afterwards', async () => {
    const { to } = await loadFixture(prepared)
    const writing = to.interface.fragments
      .filter((fragment) => fragment.type === 'function')
      .map((fragment) => fragment as FunctionFragment)
      .filter(({ stateMutability }) => !['view', 'pure'].includes(stateMutability))
      .map(({ name }) => name)
    expect(writing.sort()).to.deep.equal(['consent', 'found', 'succeed', 'withdrawConsent'])
  })
})
