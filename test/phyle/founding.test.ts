// SPDX-License-Identifier: AGPL-3.0-or-later

import { expect } from 'chai'
import { DAY, ethers, loadFixture, time } from '../kit/chain.ts'
import { charter, Kind } from '../kit/charter.ts'
import { chapterAt, federated } from '../kit/federation.ts'
import { carryOut, founding } from '../kit/house.ts'

describe('PhyleRegistrar', () => {
  it('founds a phyle with its chapters in one transaction', async () => {
    const { sent, phyles, phyle, prepared, registrar, terms } = await loadFixture(federated)
    await expect(sent).to.emit(phyles, 'PhyleFounded')
    expect(await phyles.isFounded(prepared.phyle)).to.equal(true)
    expect(await phyle.root()).to.equal(prepared.house.root)
    expect(await chapterAt(phyle, 'fund')).to.equal(prepared.house.fund)
    expect(await chapterAt(phyle, 'phyle')).to.equal(prepared.phyle)
    expect(await phyle.cash()).to.equal(terms.cash)
    expect(await registrar.isFounded(prepared.house.root)).to.equal(true)
    expect(await phyle.isAcceptedRegistrar(registrar.target)).to.equal(true)
  })

  it('G5 keeps every call into a chapter that its floors do not name a founding rule', async () => {
    const { root, phyle, prepared, fund } = await loadFixture(federated)
    expect(await root.statutes.federation()).to.equal(prepared.phyle)
    const kindOf = (target: string, data: string) => root.statutes.kindOf(target, 0, data)
    const accept = phyle.interface.encodeFunctionData('acceptRegistrar', [prepared.phyle, true])
    const levy = phyle.interface.encodeFunctionData('setLeastLevy', [1n])
    const spend = fund.interface.getFunction('spendReserve').selector
    expect(await kindOf(prepared.phyle, accept)).to.equal(3n)
    expect(await kindOf(prepared.phyle, levy)).to.equal(0n)
    expect(await kindOf(prepared.house.fund, spend)).to.equal(2n)
    expect(await kindOf(prepared.house.machines, '0x11223344')).to.equal(3n)
  })

  it('founds nothing without the word of every founder', async () => {
    const { phyles, registrar, terms, rootCharter, members, deadline } =
      await loadFixture(federated)
    await expect(
      phyles.found(terms, rootCharter, members, ['0x', '0x'], 2n, deadline),
    ).to.be.revertedWithCustomError(registrar, 'FounderDidNotSign')
  })

  it('cannot be founded twice', async () => {
    const { phyles, terms, rootCharter, members, deadline } = await loadFixture(federated)
    await expect(phyles.found(terms, rootCharter, members, ['0x', '0x'], 1n, deadline)).to.revert(
      ethers,
    )
  })

  it('refuses epochs that are too short, too long or begin in the past', async () => {
    const { phyles, terms, rootCharter, members, deadline } = await loadFixture(federated)
    const now = await time.latest()
    for (const changes of [
      { epochLength: DAY - 1 },
      { epochLength: 367 * DAY },
      { start: now - 2 * DAY },
      { start: now + 366 * DAY },
    ]) {
      await expect(
        phyles.prepare({ ...terms, start: now, ...changes }, rootCharter, members, 3n, deadline),
      ).to.be.revertedWithCustomError(phyles, 'EpochInvalid')
    }
  })

  it('refuses a cash token without code or with 19 decimals, and a charter that names a federation', async () => {
    const { phyles, terms, rootCharter, members, deadline, who } = await loadFixture(federated)
    const start = await time.latest()
    await expect(
      phyles.prepare(
        { ...terms, start, cash: who.ada.address },
        rootCharter,
        members,
        3n,
        deadline,
      ),
    ).to.be.revertedWithCustomError(phyles, 'CashInvalid')
    const odd = await ethers.deployContract('OddDecimalsToken', [19])
    const cash = await odd.getAddress()
    await expect(phyles.prepare({ ...terms, start, cash }, rootCharter, members, 3n, deadline))
      .to.be.revertedWithCustomError(phyles, 'CashDecimalsInvalid')
      .withArgs(19, 18)
    const named = {
      ...rootCharter,
      federation: terms.cash,
    }
    await expect(
      phyles.prepare({ ...terms, start }, named, members, 3n, deadline),
    ).to.be.revertedWithCustomError(phyles, 'CharterNamesFederation')
  })

  it('goes on when somebody has founded the root beforehand', async () => {
    const { phyles, registrar, terms, members, mill, shop } = await loadFixture(federated)
    const it = await founding({ nonce: 9n })
    const start = await time.latest()
    const again = charter({ name: 'Federation again' })
    const list = members
    const { federation, foundingHash } = await phyles.prepare(
      { ...terms, start },
      again,
      list,
      9n,
      it.deadline,
    )
    const data = registrar.interface.encodeFunctionData('consent', [foundingHash])
    for (const organs of [mill, shop])
      await carryOut(organs, Kind.SPECIAL, [{ target: registrar, data }])
    const full = { ...again, federation: federation.phyle }
    await registrar.found(full, list, ['0x', '0x'], 9n, it.deadline)
    await phyles.found({ ...terms, start }, again, list, ['0x', '0x'], 9n, it.deadline)
    expect(await phyles.isFounded(federation.phyle)).to.equal(true)
  })

  it('begins once', async () => {
    const { phyle, prepared, registrar } = await loadFixture(federated)
    await expect(
      phyle.begin(prepared.house.root, [prepared.house.fund], registrar.target, [], []),
    ).to.be.revertedWithCustomError(phyle, 'AlreadyBegun')
  })
})
