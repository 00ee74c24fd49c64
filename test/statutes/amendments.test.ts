// SPDX-License-Identifier: AGPL-3.0-or-later
import { NO_LIMIT, packRule } from '@phyle/sdk/rule'
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, type Signer } from '../kit/chain.ts'
import {
  Admission,
  CLASSES,
  Count,
  className,
  Flags,
  Kind,
  Lock,
  rule,
  rules,
} from '../kit/charter.ts'
import { type Action, carryOut, founded, foundedAs, type House } from '../kit/house.ts'

async function foundedByHeads() {
  const heads = rule({ count: Count.HEADCOUNT })
  return foundedAs({
    rules: rules({ ordinary: heads, special: heads, entrenched: heads }),
    classes: CLASSES.map((one) => ({ ...one, shareBps: 0 })),
  })
}

/** The rule that a kind is to have. */
function ruleOf(kind: number, changes: Parameters<typeof rule>[0] = {}) {
  return { kind, rule: rule(changes) }
}

type Amendment = readonly [name: string, args: readonly unknown[]]

const WHATEVER = ethers.id('whatever').slice(0, 10)

const EVERY: readonly Amendment[] = [
  ['setRules', [[ruleOf(Kind.ORDINARY)]]],
  ['setKind', ['0x00000000000000000000000000000000000000aa', WHATEVER, Kind.ORDINARY]],
  ['setShares', [[4000, 3000, 3000], 5000]],
  ['addClass', [{ name: className('growers'), shareBps: 0, flags: Flags.BOTH }]],
  ['setPurpose', [digestOf('To mill and to bake')]],
  ['raiseLock', [Lock.FULL]],
  ['setName', ['Mill and Bakery']],
  ['setAdmission', [Admission.BY_SPONSORS, 2]],
  ['setCoolingPeriod', [30 * DAY]],
  ['setEffects', [digestOf('flour, grams of carbon dioxide')]],
]

/** Those about chapters need one; `chapters.test.ts` carries them out. */
const OF_CHAPTERS: readonly Amendment[] = [
  ['openChapter', ['0x00000000000000000000000000000000000000aa']],
  ['closeChapter', ['0x00000000000000000000000000000000000000aa']],
  ['joinFederation', ['0x00000000000000000000000000000000000000aa']],
  ['setCoverage', ['0x00000000000000000000000000000000000000aa']],
]

function action({ statutes }: House, [name, args]: Amendment): Action {
  const data = statutes.interface.encodeFunctionData(name as 'setRules', args as never)
  return { target: statutes, data }
}

/** Carries an amendment out as a passed decision on the founding rules. */
function amend(house: House, ...amendments: readonly Amendment[]) {
  return carryOut(
    house,
    Kind.ENTRENCHED,
    amendments.map((one) => action(house, one)),
  )
}

/** The account wraps what the statutes said: unwraps it. */
async function refusal(house: House, amendment: Amendment): Promise<readonly [string, unknown[]]> {
  const { coop, statutes } = house
  try {
    await amend(house, amendment)
  } catch (error) {
    const outer = coop.interface.parseError((error as { data: string }).data)
    expect(outer?.name).to.equal('ActionFailed')
    const inner = statutes.interface.parseError(outer?.args.reason)
    return [inner?.name ?? '', inner?.args.toArray(true) ?? []]
  }
  throw new Error('it was not refused')
}

describe('Amendments', () => {
  describe('G5 come from the account alone', () => {
    for (const [name, args] of [...EVERY, ...OF_CHAPTERS]) {
      it(name, async () => {
        const { statutes, who, registrar } = await loadFixture(founded)
        const call = statutes.interface.encodeFunctionData(name as 'setRules', args as never)
        const { hal, ada } = who
        for (const sender of [hal, ada] as Signer[]) {
          await expect(sender.sendTransaction({ to: await statutes.getAddress(), data: call }))
            .to.be.revertedWithCustomError(statutes, 'AmendmentNotByTheCooperative')
            .withArgs(sender.address)
        }
        const from = await registrar.getAddress()
        await expect(ethers.provider.call({ from, to: await statutes.getAddress(), data: call }))
          .to.be.revertedWithCustomError(statutes, 'AmendmentNotByTheCooperative')
          .withArgs(from)
      })
    }
  })

  it('cover every function of the statutes that writes', async () => {
    const { statutes } = await loadFixture(founded)
    const writing = statutes.interface.fragments.filter(
      (fragment) =>
        fragment.type === 'function' &&
        !['view', 'pure'].includes(
          (fragment as unknown as { stateMutability: string }).stateMutability,
        ),
    )
    const names = writing.map((fragment) => (fragment as unknown as { name: string }).name)
    const known = [...EVERY, ...OF_CHAPTERS].map(([name]) => name)
    known.push('setBody', 'giveWay') // in `body.test.ts`
    expect(names.sort()).to.deep.equal(known.sort())
  })

  it('change what they name and nothing else', async () => {
    const house = await loadFixture(founded)
    const { statutes, it: founding } = house
    await amend(house, ...EVERY)

    expect(await statutes.name()).to.equal('Mill and Bakery')
    expect(await statutes.purpose()).to.equal(digestOf('To mill and to bake'))
    expect(await statutes.language()).to.equal(founding.charter.language)
    expect(await statutes.lock()).to.equal(Lock.FULL)
    expect(await statutes.maxShareBps()).to.equal(5000)
    expect(await statutes.admission()).to.deep.equal([BigInt(Admission.BY_SPONSORS), 2n])
    expect(await statutes.coolingPeriod()).to.equal(30 * DAY)
    expect(await statutes.effects()).to.equal(digestOf('flour, grams of carbon dioxide'))
    expect((await statutes.classes()).map(({ shareBps }) => Number(shareBps))).to.deep.equal([
      4000, 3000, 3000, 0,
    ])
    expect(await statutes.classCount()).to.equal(4)
    expect(await statutes.ruleWordOf(Kind.SPECIAL)).to.equal(founding.charter.rules[Kind.SPECIAL])
    const terms = await statutes.electionTerms(Kind.ORDINARY)
    expect(terms.nameHash).to.equal(ethers.id('Mill and Bakery'))
    expect(terms.classCount_).to.equal(4)
  })

  it('leave the other settings of the same word as they were', async () => {
    for (const [changed, expected] of [
      ['raiseLock', [Lock.FULL, 0n, 0n, 5000n, 90 * DAY]],
      ['setAdmission', [Lock.COMMON_OWNERSHIP, 1n, 2n, 5000n, 90 * DAY]],
      ['setCoolingPeriod', [Lock.COMMON_OWNERSHIP, 0n, 0n, 5000n, 30 * DAY]],
    ] as const) {
      const house = await loadFixture(founded)
      const { statutes } = house
      await amend(house, EVERY.find(([name]) => name === changed) as Amendment)
      const [policy, sponsors] = await statutes.admission()
      expect(
        [
          await statutes.lock(),
          policy,
          sponsors,
          await statutes.maxShareBps(),
          await statutes.coolingPeriod(),
        ].map(Number),
        changed,
      ).to.deep.equal(expected.map(Number))
    }
  })

  it('say what they did', async () => {
    const house = await loadFixture(founded)
    const { statutes } = house
    const target = '0x00000000000000000000000000000000000000AA'
    await expect(amend(house, ...EVERY))
      .to.emit(statutes, 'RuleSet')
      .and.to.emit(statutes, 'KindSet')
      .withArgs(target, WHATEVER, Kind.ORDINARY, true)
      .and.to.emit(statutes, 'SharesSet')
      .withArgs([4000, 3000, 3000], 5000)
      .and.to.emit(statutes, 'ClassAdded')
      .withArgs(3, [className('growers'), 0, Flags.BOTH])
      .and.to.emit(statutes, 'PurposeSet')
      .withArgs(digestOf('To mill and to bake'))
      .and.to.emit(statutes, 'LockRaised')
      .withArgs(Lock.FULL)
      .and.to.emit(statutes, 'NameSet')
      .withArgs('Mill and Bakery')
      .and.to.emit(statutes, 'AdmissionSet')
      .withArgs(Admission.BY_SPONSORS, 2)
      .and.to.emit(statutes, 'CoolingPeriodSet')
      .withArgs(30 * DAY)
      .and.to.emit(statutes, 'EffectsSet')
      .withArgs(digestOf('flour, grams of carbon dioxide'))
  })

  describe('of a rule', () => {
    it('stand in for the founding rule, and add consent where there was none', async () => {
      const house = await loadFixture(founded)
      const { statutes } = house
      const stricter = rule({ threshold: 6000 })
      const consent = rule({ threshold: 6000, maxObjections: 1 })
      await amend(house, [
        'setRules',
        [
          [
            { kind: Kind.ORDINARY, rule: stricter },
            { kind: Kind.CONSENT, rule: consent },
          ],
        ],
      ])
      expect(await statutes.ruleWordOf(Kind.ORDINARY)).to.equal(packRule(stricter))
      expect(await statutes.ruleWordOf(Kind.CONSENT)).to.equal(packRule(consent))
      expect((await statutes.ruleOf(Kind.CONSENT)).maxObjections).to.equal(1)
    })

    it('STA-1 G3 are refused where the rule would pass a tie', async () => {
      const house = await loadFixture(founded)
      const tied = rule({ threshold: 5000, inclusive: true })
      const change = [{ kind: Kind.ORDINARY, rule: tied }]
      expect(await refusal(house, ['setRules', [change]])).to.deep.equal([
        'ThresholdInvalid',
        [0n, 5000n, true],
      ])
      await expect(house.statutes.checkRules(change))
        .to.be.revertedWithCustomError(house.statutes, 'ThresholdInvalid')
        .withArgs(Kind.ORDINARY, 5000, true)
      await house.statutes.checkRules([ruleOf(Kind.ORDINARY)])
    })

    it('STA-1 G3 are refused where consent would pass what everyday decisions lose', async () => {
      const house = await loadFixture(founded)
      const consent = (changes: Parameters<typeof rule>[0]) => [
        ruleOf(Kind.CONSENT, { maxObjections: 1, ...changes }),
      ]
      await amend(house, ['setRules', [consent({})]])
      for (const changes of [
        { count: Count.HEADCOUNT },
        { basis: 1 },
        { whole: 1 },
        { quorumBps: 2499 },
        { quorumMin: 2 },
        { nonUserCapBps: 2500 },
        { classMajority: 1 },
      ]) {
        expect((await refusal(house, ['setRules', [consent(changes)]]))[0]).to.equal(
          'ConsentCountsOtherwise',
        )
      }
      expect(
        (await refusal(house, ['setRules', [consent({ maxObjections: NO_LIMIT })]]))[0],
      ).to.equal('ObjectionsUnlimited')
      // An everyday rule that consent does not follow is refused as well.
      const alone = [ruleOf(Kind.ORDINARY, { threshold: 6000 })]
      expect((await refusal(house, ['setRules', [alone]]))[0]).to.equal('ConsentIsEasier')
      const limited = [ruleOf(Kind.ORDINARY, { maxObjections: 0 })]
      expect((await refusal(house, ['setRules', [limited]]))[0]).to.equal('ConsentIsEasier')
    })

    it('are judged by what they come to together, in any order', async () => {
      const house = await loadFixture(founded)
      await amend(house, ['setRules', [[ruleOf(Kind.CONSENT, { maxObjections: 1 })]]])
      const stricter = { threshold: 6000, inclusive: true, quorumBps: 3000 }
      const both = [
        ruleOf(Kind.CONSENT, { ...stricter, maxObjections: 1 }),
        ruleOf(Kind.ORDINARY, stricter),
      ]
      await house.statutes.checkRules(both)
      await amend(house, ['setRules', [both]])
      // More than a threshold is stricter than at least it, and the other way round is easier.
      const exactly = [ruleOf(Kind.CONSENT, { ...stricter, inclusive: false, maxObjections: 1 })]
      await amend(house, ['setRules', [exactly]])
      const easier = [
        ruleOf(Kind.ORDINARY, { ...stricter, inclusive: false }),
        ruleOf(Kind.CONSENT, { ...stricter, maxObjections: 1 }),
      ]
      expect((await refusal(house, ['setRules', [easier]]))[0]).to.equal('ConsentIsEasier')
    })

    it('STA-2 G2 are refused where the rule would count by shares that do not sum', async () => {
      const house = await loadFixture(foundedByHeads)
      expect(await refusal(house, ['setRules', [[ruleOf(Kind.ORDINARY)]]])).to.deep.equal([
        'SharesDoNotSum',
        [0n],
      ])
      await amend(
        house,
        ['setShares', [[5000, 3000, 2000], 5000]],
        ['setRules', [[ruleOf(Kind.ORDINARY)]]],
      )
      expect((await house.statutes.ruleOf(Kind.ORDINARY)).count).to.equal(Count.CLASS_SHARE)
    })
  })

  describe('STA-2 of shares and classes', () => {
    const refused: readonly (readonly [string, Amendment, readonly [string, unknown[]]])[] = [
      ['too few', ['setShares', [[5000, 5000], 5000]], ['ClassesInvalid', [2n]]],
      [
        'G2 a sum below the whole',
        ['setShares', [[5000, 3000, 1000], 5000]],
        ['SharesDoNotSum', [9000n]],
      ],
      [
        'one above the bound',
        ['setShares', [[6000, 2000, 2000], 5000]],
        ['ShareAboveMost', [0n, 6000n, 5000n]],
      ],
      [
        'a bound above the whole',
        ['setShares', [[5000, 3000, 2000], 10_001]],
        ['MostShareInvalid', [10_001n]],
      ],
      [
        'G2 a new class with a share of its own',
        ['addClass', [{ name: className('growers'), shareBps: 1, flags: Flags.BOTH }]],
        ['SharesDoNotSum', [10_001n]],
      ],
      [
        'a new class with the name of another',
        ['addClass', [{ name: className('users'), shareBps: 0, flags: Flags.BOTH }]],
        ['ClassNameInvalid', [3n]],
      ],
      [
        'a new class with a flag that means nothing',
        ['addClass', [{ name: className('growers'), shareBps: 0, flags: 8 }]],
        ['ClassFlagsInvalid', [3n, 8n]],
      ],
    ]
    for (const [why, amendment, error] of refused) {
      it(`refuse ${why}`, async () => {
        expect(await refusal(await loadFixture(founded), amendment)).to.deep.equal(error)
      })
    }

    it('add up to eight classes and no more', async () => {
      const house = await loadFixture(founded)
      const more = (i: number): Amendment => [
        'addClass',
        [{ name: className(`class ${i}`), shareBps: 0, flags: Flags.USER }],
      ]
      await amend(house, ...[3, 4, 5, 6, 7].map(more))
      expect(await house.statutes.classCount()).to.equal(8)
      expect(await refusal(house, more(8))).to.deep.equal(['ClassesInvalid', [9n]])
    })

    it('let a new class in and give it a share, in one decision', async () => {
      const house = await loadFixture(founded)
      await amend(
        house,
        ['addClass', [{ name: className('growers'), shareBps: 0, flags: Flags.BOTH }]],
        ['setShares', [[4000, 3000, 1000, 2000], 4000]],
      )
      expect((await house.statutes.classOf(3)).shareBps).to.equal(2000)
      expect(await house.statutes.maxShareBps()).to.equal(4000)
    })
  })

  describe('of the rest', () => {
    const refused: readonly (readonly [string, Amendment, readonly [string, unknown[]]])[] = [
      ['no purpose', ['setPurpose', [ethers.ZeroHash]], ['CharterWithoutPurpose', []]],
      ['no name', ['setName', ['']], ['NameInvalid', []]],
      ['a name that turns', ['setName', ['Mill \u202e']], ['NameInvalid', []]],
      ['sponsors who are not there', ['setAdmission', [1, 0]], ['SponsorsInvalid', [0n]]],
      [
        'years of cooling',
        ['setCoolingPeriod', [366 * DAY]],
        ['CoolingPeriodTooLong', [BigInt(366 * DAY), BigInt(365 * DAY)]],
      ],
    ]
    for (const [why, amendment, error] of refused) {
      it(`refuse ${why}`, async () => {
        expect(await refusal(await loadFixture(founded), amendment)).to.deep.equal(error)
      })
    }
  })

  describe('STA-4 G7 of the lock', () => {
    it('only rise', async () => {
      const house = await loadFixture(founded)
      const { COMMON_OWNERSHIP, FULL, NONE } = Lock
      for (const [to, now] of [
        [NONE, COMMON_OWNERSHIP],
        [COMMON_OWNERSHIP, COMMON_OWNERSHIP],
      ] as const) {
        expect(await refusal(house, ['raiseLock', [to]])).to.deep.equal([
          'LockWouldFall',
          [BigInt(to), BigInt(now)],
        ])
      }
      await amend(house, ['raiseLock', [FULL]])
      for (const to of [NONE, COMMON_OWNERSHIP, FULL]) {
        const [name] = await refusal(house, ['raiseLock', [to]])
        expect(name).to.equal('LockWouldFall')
      }
      expect(await house.statutes.lock()).to.equal(FULL)
    })

    it('outlast every other amendment', async () => {
      const house = await loadFixture(founded)
      await amend(house, ['raiseLock', [Lock.FULL]])
      await amend(house, ...EVERY.filter(([name]) => name !== 'raiseLock'))
      expect(await house.statutes.lock()).to.equal(Lock.FULL)
    })
  })
})
