// SPDX-License-Identifier: AGPL-3.0-or-later
import { RIGHT_NUMBER } from '@phyle/sdk/chapters/commons/enums'
import { licensorTypedData } from '@phyle/sdk/chapters/commons/licensor'
import { SPDX_IDS, type SpdxRight, spdxRightOf } from '@phyle/sdk/spdx-rights'
import { expect } from 'chai'
import fc from 'fast-check'
import type { Address, Hex } from 'viem'
import { DAY, digestOf, ethers, loadFixture, time } from '../kit/chain.ts'
import {
  acquire,
  type Entry,
  entry,
  Ground,
  type House,
  house,
  OWN,
  offer,
  offered,
  PRICE,
  price,
  request,
  TERMS,
} from '../licences/house.ts'

const numberOf = (right: SpdxRight | null) => BigInt(RIGHT_NUMBER[right ?? 'UNKNOWN'])

/** The mill registers work 2 under a licence. */
async function under(it: House, licence: string, changes: Partial<Entry> = {}) {
  const work = entry(it.who.mill.address, { digest: digestOf(licence), licence, ...changes })
  await it.works.connect(it.who.mill).register(work)
}

const quoteOf = async (it: House, work: bigint) =>
  it.licences.quote(await request(it.who.firm.address, { work }))

describe('What is free already', () => {
  it('L9 OFF-4 takes no terms and is quoted at nothing, whatever was offered for the rest', async () => {
    const it = await loadFixture(offered)
    for (const licence of ['MIT', 'CERN-OHL-P-2.0', 'CC-BY-4.0', 'GPL-3.0-only OR Apache-2.0']) {
      await loadFixture(offered)
      await under(it, licence)
      await expect(offer(it.works, it.who.mill, 2), licence)
        .to.be.revertedWithCustomError(it.works, 'NothingToSell')
        .withArgs(2n)
      const answer = await quoteOf(it, 2n)
      expect([answer.may, answer.ground, answer.fee, answer.fullPrice, answer.right]).to.deep.equal(
        [true, BigInt(Ground.FREE), 0n, 0n, numberOf('FREE')],
      )
    }
  })

  it('L9 LIC-8 costs nothing as a free release of a family that has terms', async () => {
    const it = await loadFixture(offered)
    await under(it, 'CERN-OHL-P-2.0', { family: 1n })
    expect((await quoteOf(it, 1n)).fee).to.equal(PRICE)
    expect((await quoteOf(it, 2n)).fee).to.equal(0n)
    const sent = acquire(it, { work: 2n, maxFee: 0n, terms: 0n })
    await expect(sent).to.changeTokenBalance(ethers, it.cash, it.who.firm, 0)
    const now = await time.latest()
    expect((await it.licences.coveredAt(it.who.other.address, 2, now)).covered).to.equal(true)
    expect((await it.licences.coveredAt(it.who.other.address, 1, now)).covered).to.equal(false)
  })

  it('L9 OFF-4 is not sold either where nobody has said what the licence allows', async () => {
    const it = await loadFixture(house)
    for (const licence of ['All rights reserved', 'LicenseRef-Ours', 'CERN-OHL-S-2.0 AND', 'mit']) {
      await loadFixture(house)
      await under(it, licence)
      expect((await it.works.workOf(2)).right, licence).to.equal(numberOf(null))
      await expect(offer(it.works, it.who.mill, 2)).to.be.revertedWithCustomError(
        it.works,
        'NothingToSell',
      )
    }
  })

  it('is told apart from what is sold as a second licence, and from what is kept back', async () => {
    const it = await loadFixture(house)
    await under(it, 'LicenseRef-CBRL-1.0')
    for (const [work, right] of [
      [1n, 'SHARE_ALIKE'],
      [2n, 'RESERVED'],
    ] as const) {
      await price(it.works, it.who.mill, work)
      const answer = await quoteOf(it, work)
      expect([answer.fee, answer.right]).to.deep.equal([PRICE, numberOf(right)])
    }
  })

  it('L9 is not sold any more once the root decides so; what was sold stays', async () => {
    const it = await loadFixture(offered)
    const { works, licences, who } = it
    await acquire(it)
    await works.connect(who.root).decideRight(1, RIGHT_NUMBER.FREE)
    expect((await quoteOf(it, 1n)).fee).to.equal(0n)
    await expect(offer(works, who.mill, 1)).to.be.revertedWithCustomError(works, 'NothingToSell')
    expect((await licences.grantOf(1, who.firm.address)).ground).to.equal(BigInt(Ground.PAID))
    await works.connect(who.root).decideRight(1, RIGHT_NUMBER.RESERVED)
    expect((await quoteOf(it, 1n)).fee).to.equal(PRICE)
    await expect(works.connect(who.mill).decideRight(1, RIGHT_NUMBER.RESERVED))
      .to.be.revertedWithCustomError(works, 'NotTheRoot')
      .withArgs(who.mill.address)
  })

  it('follows the list of the root, for works registered from then on', async () => {
    const it = await loadFixture(house)
    const { works, who } = it
    await works.connect(who.root).listRight('LicenseRef-Ours', RIGHT_NUMBER.RESERVED)
    await under(it, 'LicenseRef-Ours AND CC-BY-SA-4.0')
    expect((await works.workOf(2)).right).to.equal(numberOf('RESERVED'))
    await works.connect(who.root).listRight('LicenseRef-Ours AND CC-BY-SA-4.0', RIGHT_NUMBER.FREE)
    expect(await works.rightOfLicence('LicenseRef-Ours AND CC-BY-SA-4.0')).to.equal(
      numberOf('FREE'),
    )
    await works.connect(who.root).listRight('LicenseRef-Ours', RIGHT_NUMBER.UNKNOWN)
    expect(await works.rightOfLicence('LicenseRef-Ours')).to.equal(numberOf(null))
    await expect(works.connect(who.mill).listRight('MIT', RIGHT_NUMBER.RESERVED))
      .to.be.revertedWithCustomError(works, 'NotTheRoot')
      .withArgs(who.mill.address)
  })
})

describe('The same content, registered by another co-op', () => {
  /** The farm registers what the mill registered before, offers nothing, and the mill offers terms. */
  async function twins() {
    const it = await offered()
    await it.works.connect(it.who.farm).register(entry(it.who.farm.address))
    return it
  }

  it('WRK-5 is kept, counts for standing, and sells nothing', async () => {
    const it = await loadFixture(offered)
    const { works, phyle, who } = it
    const sent = works.connect(who.farm).register(entry(who.farm.address))
    await expect(sent)
      .to.emit(phyle, 'WorkNoted')
      .withArgs(who.farm.address, (noted: bigint) => noted > 0n)
    const { origin, steward } = await works.workOf(2)
    expect([origin, steward]).to.deep.equal([1n, who.farm.address])
    await expect(offer(works, who.farm, 2))
      .to.be.revertedWithCustomError(works, 'NothingToSell')
      .withArgs(2n)
  })

  it('WRK-5 LIC-8 is asked for, granted and paid as the work that stands', async () => {
    const it = await loadFixture(twins)
    const { licences, who } = it
    const answer = await quoteOf(it, 2n)
    expect([answer.work, answer.fee]).to.deep.equal([1n, PRICE])
    await acquire(it, { work: 2n })
    const now = await time.latest()
    for (const work of [1, 2]) {
      expect((await licences.coveredAt(who.firm.address, work, now)).covered).to.equal(true)
    }
    await time.increase(TERMS.refundWindow)
    await licences.release(1, who.firm.address, 1)
    await licences.split(1, 1)
    expect(await licences.claimable(who.mill.address)).to.equal((PRICE * 7n) / 10n)
    expect(await licences.claimable(who.farm.address)).to.equal(0n)
  })

  it('WRK-5 L5 stands instead once the root decides so; who bought before stays covered', async () => {
    const it = await loadFixture(twins)
    const { works, licences, who } = it
    await acquire(it)
    await expect(works.connect(who.root).decideOrigin(1))
      .to.be.revertedWithCustomError(works, 'StandsAlready')
      .withArgs(1n)
    await expect(works.connect(who.farm).decideOrigin(2))
      .to.be.revertedWithCustomError(works, 'NotTheRoot')
      .withArgs(who.farm.address)
    await expect(works.connect(who.root).decideOrigin(2))
      .to.emit(works, 'OriginDecided')
      .withArgs(digestOf('grain mill 1.0'), 2n, 1n)
    await price(works, who.farm, 2, { pricePerYear: PRICE / 2n })
    await expect(offer(works, who.mill, 1)).to.be.revertedWithCustomError(works, 'NothingToSell')
    expect((await quoteOf(it, 1n)).fee).to.equal(PRICE / 2n)
    const now = await time.latest()
    expect((await licences.coveredAt(who.firm.address, 1, now)).covered).to.equal(true)
    await expect(
      licences
        .connect(who.firm)
        .renew(1, Ground.PAID, 365 * DAY, PRICE, 1, ethers.ZeroHash, ethers.ZeroHash),
    ).to.be.revertedWithCustomError(licences, 'NothingToRenew')
  })
})

describe('The licensor of terms', () => {
  it('OFF-5 is the steward itself, or somebody who signed exactly these terms, for a time', async () => {
    const { works, who } = await loadFixture(house)
    const terms = { ...TERMS, licensor: who.other.address }
    const { chainId } = await ethers.provider.getNetwork()
    const deadline = (await time.latest()) + DAY
    const hash = ethers.keccak256(
      ethers.AbiCoder.defaultAbiCoder().encode(
        works.interface.getFunction('offer').inputs.slice(1, 2),
        [terms],
      ),
    ) as Hex
    const agreed = {
      family: 1n,
      pricePerYear: TERMS.pricePerYear,
      legalText: TERMS.legalText as Hex,
      terms: hash,
      deadline,
    }
    const data = licensorTypedData(Number(chainId), works.target as Address, agreed)
    const types = { LicensorConsent: [...data.types.LicensorConsent] }
    const signature = await who.other.signTypedData(data.domain, types, data.message)
    expect(await works.consentDigest(1, terms, deadline)).to.equal(
      ethers.TypedDataEncoder.hash(data.domain, types, data.message),
    )
    const mill = works.connect(who.mill)
    const refused = [
      mill.offer(1, terms, OWN),
      mill.offer(1, { ...terms, pricePerYear: PRICE + 1n }, { deadline, signature }),
      mill.offer(1, { ...terms, licensor: ethers.ZeroAddress }, { deadline, signature }),
      mill.offer(1, terms, { deadline: deadline + 1, signature }),
    ]
    for (const sent of refused) {
      await expect(sent).to.be.revertedWithCustomError(works, 'LicensorConsentInvalid')
    }
    await mill.offer(1, terms, { deadline, signature })
    expect((await works.termsOf(1, 1)).licensor).to.equal(who.other.address)
    await time.increase(2 * DAY)
    await expect(mill.offer(1, terms, { deadline, signature }))
      .to.be.revertedWithCustomError(works, 'LicensorConsentInvalid')
      .withArgs(who.other.address)
  })
})

describe('A public licence', () => {
  it('L9 means the same to the register and to the app, identifier by identifier', async () => {
    const { works } = await loadFixture(house)
    for (const id of SPDX_IDS) {
      expect(await works.rightOfLicence(id), id).to.equal(numberOf(spdxRightOf(id)))
    }
  })

  it('L9 means the same to both in any expression', async () => {
    const { works } = await loadFixture(house)
    const id = fc.constantFrom(...SPDX_IDS, 'LicenseRef-Other', 'Artistic-2.0', 'GPL-2.0+')
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        id,
        id.map((one) => `${one} WITH Classpath-exception-2.0`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a} OR ${b}`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a} AND ${b}`),
        tie('expression').map((inner) => `(${inner})`),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(expression, async (text) => {
        expect(await works.rightOfLicence(text), text).to.equal(numberOf(spdxRightOf(text)))
      }),
      { numRuns: 300, seed: 16 },
    )
  })
})
