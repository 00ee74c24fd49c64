// SPDX-License-Identifier: AGPL-3.0-or-later
import { CHAPTER_STATE } from '@phyle/sdk/chapters/statutes/enums'
import { expect } from 'chai'
import { digestOf, ethers, loadFixture, NOBODY } from '../kit/chain.ts'
import { CLASSES, charter, className, Flags, Kind, Lock, RULES, rules } from '../kit/charter.ts'
import { carryOut, found, founded, founding, type House, registrar } from '../kit/house.ts'
import { foundingSigners } from '../kit/people.ts'
import {
  adoption,
  hostileOrgans,
  organsFor,
  organsOfNow,
  type Successors,
  succeeded,
} from '../kit/successors.ts'

/** The error with which an adoption fails, in the words of the contract that has it. */
async function refuses(
  house: House,
  organs: Successors,
  error: string,
  values: readonly unknown[],
  of: { interface: { encodeErrorResult(name: string, values: never): string } } = house.coop,
) {
  const { coop } = house
  const inner = of.interface.encodeErrorResult(error, values as never)
  await expect(carryOut(house, Kind.ENTRENCHED, [await adoption(house, organs)]))
    .to.be.revertedWithCustomError(coop, 'ActionFailed')
    .withArgs(0, await coop.getAddress(), inner)
}

describe('Successors of the organs', () => {
  it('take over, and the old assembly has no more to say', async () => {
    const house = await loadFixture(founded)
    const { coop, assembly, membership, registrar: of } = house
    const next = await organsFor(house)
    const old = await assembly.getAddress()
    const sent = carryOut(house, Kind.ENTRENCHED, [await adoption(house, next)])
    await expect(sent)
      .to.emit(coop, 'OrgansSet')
      .withArgs(next.statutes, next.membership, next.assembly)
    await expect(sent)
      .to.emit(coop, 'OrgansAdopted')
      .withArgs(of.target, membership.target, next.membership)
    expect(await coop.statutes()).to.equal(next.statutes)
    expect(await coop.membership()).to.equal(next.membership)
    expect(await coop.assembly_()).to.equal(next.assembly)
    const [by, before, time] = await coop.successionOf(next.membership)
    const block = await (await sent).getBlock()
    expect([by, before, time]).to.deep.equal([
      of.target,
      membership.target,
      BigInt(block?.timestamp ?? 0),
    ])
    expect([...(await coop.successionOf(membership))]).to.deep.equal([NOBODY, NOBODY, 0n])

    await ethers.provider.send('hardhat_impersonateAccount', [old])
    const signer = await ethers.getSigner(old)
    await expect(coop.connect(signer).execute(2n, Kind.ENTRENCHED, 0, 0, [], [], []))
      .to.be.revertedWithCustomError(coop, 'NotTheAssembly')
      .withArgs(old)
  })

  it('STA-11 are told in the same decision what no charter holds, as the app proposes it', async () => {
    const house = await loadFixture(founded)
    const { coop, statutes, membership, registrar: of, euro } = house
    const notices = await ethers.deployContract('NoticeBoard')
    const { interface: book } = statutes
    const effects = digestOf('Bread baked')
    const approve = euro.interface.getFunction('approve').selector
    const resign = membership.interface.getFunction('resign').selector
    const told = (roll: string) => [
      book.encodeFunctionData('openChapter', [notices.target as string]),
      book.encodeFunctionData('setEffects', [effects]),
      book.encodeFunctionData('setKind', [euro.target as string, approve, Kind.ENTRENCHED]),
      book.encodeFunctionData('setKind', [roll, resign, Kind.ENTRENCHED]),
    ]
    const to = (target: string, all: readonly string[]) => all.map((data) => ({ target, data }))
    const today = told(membership.target as string)
    await carryOut(house, Kind.ENTRENCHED, to(statutes.target as string, today))
    const it = charter()
    const next = await of.successorsOf(coop, it)
    const building = of.interface.encodeFunctionData('succeed', [coop.target as string, it])
    const moving = await adoption(house, {
      ...{ registrar: of, statutes: next.statutes, membership: next.membership },
      assembly: next.assembly_,
    })
    await carryOut(house, Kind.ENTRENCHED, [
      { target: of, data: building },
      moving,
      ...to(next.statutes, told(next.membership)),
    ])
    const now = (await organsOfNow(house)).statutes
    expect(await now.getAddress()).to.equal(next.statutes)
    expect(await now.effects()).to.equal(effects)
    expect(await now.chapterStateOf(notices)).to.equal(CHAPTER_STATE.open)
    expect(
      await now.kindOf(euro, 0n, euro.interface.encodeFunctionData('approve', [next.statutes, 1n])),
    ).to.equal(Kind.ENTRENCHED)
    expect(await now.kindOf(next.membership, 0n, resign)).to.equal(Kind.ENTRENCHED)
  })

  it('G5 decide nothing before they are adopted, nor those before them afterwards', async () => {
    const house = await loadFixture(founded)
    const { who, assembly } = house
    const organs = await organsFor(house)
    const next = await ethers.getContractAt('Assembly', organs.assembly)
    const put = (where: typeof next) =>
      where.connect(who.ada).propose([who.pia.address], [1n], ['0x'], 'A coin for Pia')
    await expect(put(next))
      .to.be.revertedWithCustomError(next, 'AssemblyNotInForce')
      .withArgs(assembly.target)
    await carryOut(house, Kind.ENTRENCHED, [await adoption(house, organs)])
    await expect(put(assembly))
      .to.be.revertedWithCustomError(assembly, 'AssemblyNotInForce')
      .withArgs(next.target)
    await put(next)
    expect(await next.proposalCount()).to.equal(1n)
  })

  it('G5 need a decision on the founding rules', async () => {
    const house = await loadFixture(founded)
    const { coop, who } = house
    const next = await organsFor(house)
    for (const kind of [Kind.ORDINARY, Kind.CONSENT, Kind.SPECIAL]) {
      await expect(carryOut(house, kind, [await adoption(house, next)]))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(
          0,
          await coop.getAddress(),
          coop.interface.encodeErrorResult('NotAFoundingRuleDecision', [kind]),
        )
    }
    const { registrar: of, statutes, membership, assembly } = next
    const parts = [await of.getAddress(), statutes, membership, assembly] as const
    await expect(coop.connect(who.ada).adoptOrgans(...parts))
      .to.be.revertedWithCustomError(coop, 'NotTheCooperative')
      .withArgs(who.ada.address)
  })

  it('G7 lock the assets at least as high', async () => {
    const house = await loadFixture(founded)
    const weaker = await organsFor(house, { lock: Lock.NONE })
    await refuses(house, weaker, 'SuccessorWeaker', [Lock.NONE, Lock.COMMON_OWNERSHIP])
    await succeeded(house, { lock: Lock.FULL })
    const same = await organsFor(house)
    await refuses(house, same, 'SuccessorWeaker', [Lock.COMMON_OWNERSHIP, Lock.FULL])
  })

  it('G7 hold a lock that rose after they were built', async () => {
    const house = await loadFixture(founded)
    const next = await organsFor(house)
    const data = house.statutes.interface.encodeFunctionData('raiseLock', [Lock.FULL])
    await carryOut(house, Kind.ENTRENCHED, [{ target: house.statutes, data }])
    await refuses(house, next, 'SuccessorWeaker', [Lock.COMMON_OWNERSHIP, Lock.FULL])
  })

  it('keep the purpose', async () => {
    const house = await loadFixture(founded)
    const purpose = digestOf('To make money')
    const other = await organsFor(house, { purpose })
    await refuses(house, other, 'SuccessorChangesPurpose', [purpose, house.it.charter.purpose])
  })

  it('STA-11 keep the rules, which only both rules can change', async () => {
    const house = await loadFixture(founded)
    const easier = rules({ entrenched: { ...RULES.entrenched, threshold: 6000 } })
    const next = await organsFor(house, { rules: easier })
    await refuses(house, next, 'SuccessorChangesRule', [Kind.ENTRENCHED], house.statutes)
  })

  it('G14 STA-11 keep every class under its number, and may have more', async () => {
    const house = await loadFixture(founded)
    const [workers, users, lenders] = CLASSES
    if (!workers || !users || !lenders)
      throw new Error('The charter of the tests has three classes')
    const friends = { name: className('friends'), shareBps: 0, flags: Flags.USER }
    for (const [classes, class_] of [
      [[workers, users], 2],
      [[users, workers, lenders], 0],
      [[workers, users, { ...lenders, flags: 0 }], 2],
    ] as const) {
      const shared = classes.length === 2 ? { maxShareBps: 5000, shares: [5000, 5000] } : {}
      const all = classes.map((one, i) => ({
        ...one,
        shareBps: shared.shares?.[i] ?? one.shareBps,
      }))
      const next = await organsFor(house, { classes: all })
      await refuses(house, next, 'SuccessorChangesClass', [class_], house.statutes)
    }
    const { statutes } = await succeeded(house, { classes: [...CLASSES, friends] })
    expect(await statutes.classCount()).to.equal(4n)
  })

  it('keep the federation', async () => {
    const house = await loadFixture(founded)
    const { target } = house.euro
    const next = await organsFor(house, { federation: target as string })
    const values = [target, NOBODY]
    await refuses(house, next, 'SuccessorChangesFederation', values, house.statutes)
  })

  it('COOP-9 are built for this account, by the Registrar that the decision names', async () => {
    const house = await loadFixture(founded)
    const mine = await organsFor(house)
    const mineToo = await organsFor(house, { name: 'Another name' })
    const theirs = await organsFor(await neighbours(house))
    const stranger = { ...mine, registrar: await registrar() }
    for (const [organs, unknown] of [
      [stranger, mine.statutes],
      [{ ...mine, statutes: theirs.statutes }, theirs.statutes],
      [{ ...mine, statutes: mineToo.statutes }, mine.membership],
      [{ ...mine, membership: theirs.membership }, theirs.membership],
      [{ ...mine, membership: mineToo.membership }, mineToo.membership],
      [{ ...mine, assembly: theirs.assembly }, theirs.assembly],
      [{ ...mine, assembly: mineToo.assembly }, mineToo.assembly],
    ] as const) {
      await refuses(house, organs, 'SuccessorUnknown', [unknown])
    }
  })

  it('COOP-9 G14 go on from the roll that the co-op has, so that nothing since is lost', async () => {
    const house = await loadFixture(founded)
    const { membership: first } = house
    const early = await organsFor(house)
    await succeeded(house, { name: 'Sooner' })
    await refuses(house, early, 'SuccessorOfAnother', [early.membership, first.target])
    const { registrar: of, statutes, assembly } = house
    const back = { statutes: statutes.target as string, assembly: assembly.target as string }
    const again = { registrar: of, membership: first.target as string, ...back }
    await refuses(house, again, 'SuccessorUnknown', [statutes.target])
  })

  it('G14 have all members, whatever code they are of', async () => {
    const house = await loadFixture(founded)
    const { coop, membership } = house
    const other = await hostileOrgans(house)
    await other.roll.forget()
    await refuses(house, other, 'SuccessorForgetsMembers', [other.membership])
    expect(await coop.membership()).to.equal(membership.target)
  })

  it('end what is open in the assembly before: a vote there moves nothing any more', async () => {
    const house = await loadFixture(founded)
    const { who, assembly, coop } = house
    const motion = [[who.pia.address], [1n], ['0x'], 'A coin for Pia'] as const
    await assembly
      .connect(who.ada)
      .propose([...motion[0]], [...motion[1]], [...motion[2]], motion[3])
    const next = await succeeded(house)
    const { voteStart, eta } = await assembly.proposalOf(1n)
    await ethers.provider.send('evm_setNextBlockTimestamp', [Number(voteStart)])
    for (const name of ['ada', 'bo', 'chi', 'dee', 'eli', 'fay', 'gus'] as const) {
      await assembly.connect(who[name]).castVote(1n, 1)
    }
    await ethers.provider.send('evm_setNextBlockTimestamp', [Number(eta)])
    const parts = [[...motion[0]], [...motion[1]], [...motion[2]], ethers.id(motion[3])] as const
    await expect(assembly.execute(...parts))
      .to.be.revertedWithCustomError(coop, 'NotTheAssembly')
      .withArgs(assembly.target)
    // It is put again, in the assembly that the co-op has now.
    await next.assembly
      .connect(who.ada)
      .propose([...motion[0]], [...motion[1]], [...motion[2]], motion[3])
    expect(await next.assembly.state(1n)).to.equal(0n)
  })
})

describe('Registrar: successors', () => {
  it('REG-4 are built by anyone, where everybody can know, and only once', async () => {
    const house = await loadFixture(founded)
    const { registrar: of, coop, membership, it: founding_, who } = house
    const where = await of.successorsOf(coop, founding_.charter)
    const sent = of.connect(who.pia).succeed(coop, founding_.charter)
    await expect(sent).to.emit(of, 'SuccessorsBuilt')
    for (const organ of [where.statutes, where.membership, where.assembly_]) {
      expect(await of.built(organ)).to.equal(coop.target)
    }
    expect(where.cooperative).to.equal(coop.target)
    const roll = await ethers.getContractAt('SuccessorRoll', where.membership)
    expect(await roll.predecessor()).to.equal(membership.target)
    await expect(of.succeed(coop, founding_.charter)).not.to.emit(of, 'SuccessorsBuilt')
    expect(await of.built(membership)).to.equal(NOBODY)
  })

  it('REG-5 are built by a newer Registrar that knows the one before, and by no stranger', async () => {
    const house = await loadFixture(founded)
    const { coop, it: founding_ } = house
    const stranger = await registrar()
    await expect(stranger.succeed(coop, founding_.charter))
      .to.be.revertedWithCustomError(stranger, 'NotOfThisLine')
      .withArgs(coop.target)
    const newer = await registrar(house.registrar.target as string)
    await succeeded({ coop, registrar: newer })
    const { membership } = await organsOfNow(house)
    expect(await newer.knowsAccount(coop)).to.equal(true)
    expect(await newer.isFounded(coop)).to.equal(false)
    await expect(house.registrar.succeed(coop, founding_.charter))
      .to.be.revertedWithCustomError(stranger, 'RollOfAnotherLine')
      .withArgs(membership.target, newer.target)
  })

  it('REG-5 are not built of a roll of other code', async () => {
    const house = await loadFixture(founded)
    const { coop, registrar: of, it: founding_ } = house
    const hostile = await hostileOrgans(house)
    await carryOut(house, Kind.ENTRENCHED, [await adoption(house, hostile)])
    await expect(of.succeed(coop, founding_.charter))
      .to.be.revertedWithCustomError(of, 'RollOfAnotherLine')
      .withArgs(hostile.membership, hostile.registrar.target)
  })
})

/** Another co-op of the same Registrar. */
async function neighbours(house: House): Promise<House> {
  const it = await founding({ nonce: 2n })
  return { ...house, ...(await found(house.registrar, it, foundingSigners(house.who))), it }
}
