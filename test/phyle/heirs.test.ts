// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who follows a person: what a co-op decides, and what the person's own wallet ends. */
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, type Signer, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf, entered, toEpoch } from '../kit/federation.ts'
import { carryOut, type Organs } from '../kit/house.ts'

const PROOF = digestOf('certificate of inheritance')
const YEAR = 365 * DAY
type House = Awaited<ReturnType<typeof entered>>
type Naming = { heir?: string; proof?: string; kind?: number }

function names({ phyle, who }: House, by: Organs, person: Signer, naming: Naming = {}) {
  const { heir = who.pia.address, proof = PROOF, kind = Kind.SPECIAL } = naming
  const data = phyle.interface.encodeFunctionData('nameHeir', [person.address, heir, proof])
  return carryOut(by, kind, [{ target: phyle, data }])
}

function dismisses({ phyle }: House, by: Organs, person: Signer) {
  const data = phyle.interface.encodeFunctionData('dismissHeir', [person.address])
  return carryOut(by, Kind.ORDINARY, [{ target: phyle, data }])
}

/** What went wrong inside a decision that was carried out. */
async function failsWith(
  { phyle, mill }: House,
  sent: Promise<unknown>,
  name: string,
  values: readonly unknown[],
) {
  const reason = phyle.interface.encodeErrorResult(name as 'HeirInvalid', values as [string])
  await expect(sent)
    .to.be.revertedWithCustomError(mill.coop, 'ActionFailed')
    .withArgs(0n, phyle.target, reason)
}

describe('Phyle: heirs', () => {
  it('PHY-16 a co-op names them with a proof, and 30 days pass', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const sent = await names(house, mill, who.ada)
    const from = BigInt((await time.latest()) + 30 * DAY)
    await expect(sent)
      .to.emit(phyle, 'HeirNamed')
      .withArgs(who.ada.address, who.pia.address, mill.coop.target, PROOF, from)
    expect((await phyle.estateOf(who.ada)).passed).to.equal(false)
    await time.increaseTo(from - 2n)
    await expect(phyle.passOn(who.ada))
      .to.be.revertedWithCustomError(phyle, 'HeirWaits')
      .withArgs(who.ada.address, from)
    await time.increaseTo(from)
    await expect(phyle.passOn(who.ada))
      .to.emit(phyle, 'EstatePassed')
      .withArgs(who.ada.address, who.pia.address)
    expect((await phyle.estateOf(who.ada)).passed).to.equal(true)
    await expect(phyle.passOn(who.ada)).to.be.revertedWithCustomError(phyle, 'PassedOnAlready')
  })

  it('PHY-16 a captured co-op cannot do it in an everyday vote, without a proof, or for itself', async () => {
    const house = await loadFixture(entered)
    const { mill, who } = house
    const { ada } = who
    const asks = (naming: Naming) => names(house, mill, ada, naming)
    await failsWith(house, asks({ kind: Kind.CONSENT }), 'HeirNeedsMajority', [ada.address])
    await failsWith(house, asks({ proof: ethers.ZeroHash }), 'HeirWithoutProof', [ada.address])
    for (const heir of [ethers.ZeroAddress, ada.address, mill.coop.target as string]) {
      await failsWith(house, asks({ heir }), 'HeirInvalid', [heir])
    }
  })

  it('PHY-16 nor a co-op to which the person never belonged, nor anybody who is no co-op', async () => {
    const house = await loadFixture(entered)
    const { phyle, shop, root, who } = house
    const { ada, pia } = who
    const stranger = names(house, shop, ada)
    await failsWith(house, stranger, 'NeverOnTheRoll', [shop.coop.target, ada.address])
    for (const by of [pia, await accountOf(root.coop.target as string)]) {
      await expect(phyle.connect(by).nameHeir(ada, pia, PROOF))
        .to.be.revertedWithCustomError(phyle, 'NotACoop')
        .withArgs(by.address)
    }
  })

  it('PHY-16 one call of the person’s own wallet ends it, and nobody is named for a year', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const { ada } = who
    await expect(phyle.connect(ada).dismissHeir(ada)).to.be.revertedWithCustomError(
      phyle,
      'NoHeirNamed',
    )
    await names(house, mill, ada)
    await time.increase(29 * DAY)
    const sent = await phyle.connect(ada).dismissHeir(ada)
    const until = BigInt((await time.latest()) + YEAR)
    await expect(sent).to.emit(phyle, 'HeirDismissed').withArgs(ada.address, ada.address, until)
    await time.increase(2 * DAY)
    await expect(phyle.passOn(ada)).to.be.revertedWithCustomError(phyle, 'NoHeirNamed')
    await failsWith(house, names(house, mill, ada), 'HeirBarred', [ada.address, until])
    await time.increaseTo(until)
    await names(house, mill, ada)
  })

  it('PHY-16 whoever turns out to live ends it later too, a co-op does not', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const { ada } = who
    await names(house, mill, ada)
    await time.increase(30 * DAY)
    await phyle.passOn(ada)
    await failsWith(house, dismisses(house, mill, ada), 'PassedOnAlready', [ada.address])
    await phyle.connect(ada).dismissHeir(ada)
    expect((await phyle.estateOf(ada)).heir).to.equal(ethers.ZeroAddress)
  })

  it('PHY-16 of two co-ops to which a person belonged, either stops the other', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, shop, who } = house
    const { ada, pia } = who
    await names(house, mill, ada)
    const stranger = dismisses(house, shop, ada)
    await failsWith(house, stranger, 'NeverOnTheRoll', [shop.coop.target, ada.address])
    await expect(phyle.connect(pia).dismissHeir(ada)).to.be.revertedWithCustomError(
      phyle,
      'NotACoop',
    )
    await failsWith(house, names(house, mill, ada), 'HeirAlreadyNamed', [ada.address, pia.address])
    await expect(dismisses(house, mill, ada))
      .to.emit(phyle, 'HeirDismissed')
      .withArgs(ada.address, mill.coop.target, 0n)
    await names(house, mill, ada, { heir: who.hal.address })
    expect((await phyle.estateOf(ada)).heir).to.equal(who.hal.address)
  })

  it('PHY-16 whoever left is still known to their co-op', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await mill.membership.connect(who.ada).resign()
    await time.increase(DAY)
    await names(house, mill, who.ada)
    expect((await phyle.estateOf(who.ada)).heir).to.equal(who.pia.address)
  })

  it('PHY-17 P2 every seat ends in the second of the passing on, and earns to the epoch before', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    const { ada, bo } = who
    for (const one of [ada, bo]) await phyle.seat(mill.coop.target, one)
    await toEpoch(3, house)
    await names(house, mill, ada)
    await time.increase(30 * DAY)
    await expect(phyle.passOn(ada)).to.emit(phyle, 'Unseated')
    const head = await phyle.headOf(ada)
    expect([head.seats, head.earnsFrom, head.earnsTo]).to.deep.equal([0n, 1n, 3n])
    expect(await phyle.isCooperator(ada)).to.equal(false)
    expect(await phyle.heads()).to.equal(1n)
    expect(await phyle.earningHeads(5)).to.equal(1n)
    await expect(phyle.seat(mill.coop.target, ada)).to.be.revertedWithCustomError(
      phyle,
      'PassedOnAlready',
    )
    expect(await mill.membership.isMember(ada)).to.equal(true)
    expect(await phyle.isSeated(who.pia)).to.equal(false)
  })
})
