// SPDX-License-Identifier: AGPL-3.0-or-later
/** The account and the statutes with the real assembly in between. */
import { packRule } from '@phyle/sdk/rule'
import { expect } from 'chai'
import { COIN, ethers, loadFixture, setBalance, time } from '../kit/chain.ts'
import { Ground, Kind, rule } from '../kit/charter.ts'
import {
  type Action,
  decide,
  founded,
  type House,
  motionOf,
  payment,
  propose,
  type Votes,
  vote,
} from '../kit/house.ts'

const euros = (amount: number) => ethers.parseUnits(String(amount), 6)

async function funded() {
  const house = await founded()
  await house.euro.mint(house.coop, euros(9000))
  return house
}

const erc20 = new ethers.Interface([
  'function transfer(address,uint256)',
  'function approve(address,uint256)',
])

function amendment(
  { statutes }: House,
  name: 'setRules' | 'setName',
  args: readonly unknown[],
): Action {
  return {
    target: statutes,
    data: statutes.interface.encodeFunctionData(name as 'setName', args as never),
  }
}

/** Two workers and the users are for it: 63 percent of the control. */
const MOST: Votes = { ada: 1, chi: 1, eli: 0, bo: 1, fay: 1, dee: 0, gus: 0 }

describe('Decisions', () => {
  it('G5 pay a supplier when the members say so', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who, assembly } = house
    const token = await euro.getAddress()
    const action = payment(house, token, who.hal.address, euros(640), Ground.INVOICE)
    const { proposalId, sent } = await decide(house, [action], 'Pay the miller')
    await expect(sent).to.emit(coop, 'Paid').and.to.emit(assembly, 'ProposalExecuted')
    expect(await euro.balanceOf(who.hal.address)).to.equal(euros(640))
    expect((await assembly.proposalOf(proposalId)).kind).to.equal(Kind.ORDINARY)
    await expect(coop.executing()).to.be.revertedWithCustomError(coop, 'NothingIsCarriedOut')
  })

  it('G5 carry each act under its kind, whatever the proposer calls it', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who, assembly } = house
    const token = await euro.getAddress()
    const transfer = erc20.encodeFunctionData('transfer', [who.hal.address, 1n])
    const approve = erc20.encodeFunctionData('approve', [who.hal.address, 1n])
    const acts: readonly (readonly [Action, number])[] = [
      [payment(house, token, who.ada.address, 1n), Kind.ORDINARY],
      [{ target: euro, data: transfer }, Kind.ORDINARY],
      [{ target: who.hal.address, value: 1n }, Kind.ORDINARY],
      [{ target: euro, data: approve }, Kind.SPECIAL],
      [amendment(house, 'setName', ['Bakery']), Kind.ENTRENCHED],
    ]
    for (const [place, [action, needed]] of acts.entries()) {
      const words = `Act ${needed} ${action.data ?? 'coins'}`.slice(0, 60)
      const motion = await motionOf([action], words)
      for (let kind = 0; kind < needed; kind += 1) {
        await expect(propose(house, motion, kind))
          .to.be.revertedWithCustomError(assembly, 'KindTooLow')
          .withArgs(kind, needed)
      }
      const id = await propose(house, motion, undefined, place < 3 ? who.ada : who.bo)
      expect((await assembly.proposalOf(id)).kind).to.equal(needed)
    }
    expect(await coop.outflowOf(token)).to.equal(0)
  })

  it('G5 take the highest kind among their actions', async () => {
    const house = await loadFixture(funded)
    const { who, assembly } = house
    const harmless = { target: who.hal.address, value: 0n }
    const motion = await motionOf(
      [harmless, amendment(house, 'setName', ['Bakery']), harmless],
      'Three things',
    )
    const id = await propose(house, motion)
    expect((await assembly.proposalOf(id)).kind).to.equal(Kind.ENTRENCHED)
  })

  it('G5 change no founding rule by an everyday majority', async () => {
    const house = await loadFixture(funded)
    const { assembly, statutes } = house
    const motion = await motionOf([amendment(house, 'setName', ['Bakery'])], 'Change our name')
    const id = await propose(house, motion)
    await vote(house, id, MOST)
    expect((await assembly.resultOf(id)).passed).to.equal(false)
    const { targets, values, calldatas, description } = motion
    await expect(
      assembly.execute(targets, values, calldatas, ethers.id(description)),
    ).to.be.revertedWithCustomError(assembly, 'GovernorUnexpectedProposalState')
    expect(await statutes.name()).to.equal(house.it.charter.name)
  })

  it('change a founding rule when nearly everybody is for it', async () => {
    const house = await loadFixture(funded)
    const { statutes } = house
    await decide(house, [amendment(house, 'setName', ['Bakery'])], 'Change our name')
    expect(await statutes.name()).to.equal('Bakery')
  })

  it('G3 refuse a rule that would pass a tie as soon as it is put', async () => {
    const house = await loadFixture(funded)
    const { statutes, who, assembly } = house
    const tied = rule({ threshold: 5000, inclusive: true })
    const { targets, values, calldatas, description } = await motionOf(
      [amendment(house, 'setRules', [[{ kind: Kind.ORDINARY, rule: tied }]])],
      'Let ties pass',
    )
    await expect(
      assembly.connect(who.ada).propose(targets, values, calldatas, description),
    ).to.be.revertedWithCustomError(statutes, 'ThresholdInvalid')
  })

  it('name the rule in force and the one proposed, which both have to pass', async () => {
    const { statutes, it: founding } = await loadFixture(founded)
    const stricter = rule({ threshold: 9000 })
    const consent = rule({ threshold: 9000, maxObjections: 0 })
    const data = statutes.interface.encodeFunctionData('setRules', [
      [
        { kind: Kind.ORDINARY, rule: stricter },
        { kind: Kind.CONSENT, rule: consent },
      ],
    ])
    expect(await statutes.ratchetOf(data)).to.deep.equal([
      founding.charter.rules[Kind.ORDINARY],
      packRule(stricter),
      // There was no consent before.
      0n,
      packRule(consent),
    ])
    const other = statutes.interface.encodeFunctionData('setName', ['Bakery'])
    expect(await statutes.ratchetOf(other)).to.deep.equal([])
  })

  it('G6 keep the kind and rule under which they were put, whatever is decided meanwhile', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who, assembly, statutes } = house
    const token = await euro.getAddress()
    const pay = coop.interface.getFunction('pay').selector
    const raise: Action = {
      target: statutes,
      data: statutes.interface.encodeFunctionData('setKind', [
        await coop.getAddress(),
        pay,
        Kind.ENTRENCHED,
      ]),
    }
    const stricter = amendment(house, 'setRules', [
      [{ kind: Kind.ORDINARY, rule: rule({ threshold: 9000 }) }],
    ])
    const first = await motionOf([raise, stricter], 'Pay only by founding rule')
    const second = await motionOf([payment(house, token, who.hal.address, 5n)], 'Pay the miller')
    const firstId = await propose(house, first)
    const secondId = await propose(house, second)
    const before = await assembly.ruleOfProposal(secondId)
    for (const id of [firstId, secondId]) {
      const { voteStart } = await assembly.proposalOf(id)
      expect(voteStart).to.be.greaterThan(0)
    }
    await vote(house, firstId)
    await assembly.execute(
      first.targets,
      first.values,
      first.calldatas,
      ethers.id(first.description),
    )
    expect(await assembly.ruleOfProposal(secondId)).to.deep.equal(before)
    expect((await assembly.proposalOf(secondId)).kind).to.equal(Kind.ORDINARY)
  })

  it('G5 cannot wrap a call to an organ in somebody else’s', async () => {
    const house = await loadFixture(funded)
    const { statutes, assembly, who, registrar } = house
    const wrapper = new ethers.Interface(['function execute(address,uint256,bytes)'])
    const inner = statutes.interface.encodeFunctionData('setName', ['Mine'])
    const data = wrapper.encodeFunctionData('execute', [await statutes.getAddress(), 0n, inner])
    const { targets, values, calldatas } = await motionOf([{ target: registrar, data }], '')
    await expect(
      assembly.connect(who.ada).propose(targets, values, calldatas, 'Something harmless'),
    ).to.be.revertedWithCustomError(statutes, 'WrappedCall')
  })

  it('G5 cannot execute through the account what has not passed', async () => {
    const house = await loadFixture(funded)
    const { coop, statutes, assembly, who } = house
    const nested = coop.interface.encodeFunctionData('execute', [
      9n,
      3,
      0,
      0,
      [who.ada.address],
      [1n],
      ['0x'],
    ])
    const { targets, values, calldatas } = await motionOf([{ target: coop, data: nested }], '')
    await expect(
      assembly.connect(who.ada).propose(targets, values, calldatas, 'Something harmless'),
    ).to.be.revertedWithCustomError(statutes, 'WrappedCall')
  })

  it('COOP-3 stay within a third of the account even when all are for more', async () => {
    const house = await loadFixture(funded)
    const { coop, euro, who } = house
    const token = await euro.getAddress()
    const over = payment(house, token, who.hal.address, euros(3001))
    await expect(decide(house, [over], 'Pay the whole mill')).to.be.revertedWithCustomError(
      coop,
      'ActionFailed',
    )
    // What passed is open until it expires.
    await time.increaseTo((await house.assembly.proposalOf(1n)).expiry)
    const motion = await motionOf([over], 'Pay the whole mill, as a major decision')
    const id = await propose(house, motion, Kind.SPECIAL)
    await vote(house, id)
    await house.assembly.execute(
      motion.targets,
      motion.values,
      motion.calldatas,
      ethers.id(motion.description),
    )
    expect(await euro.balanceOf(who.hal.address)).to.equal(euros(3001))
  })

  it('carry the coin that comes with the carrying out into the account', async () => {
    const house = await loadFixture(funded)
    const { coop, assembly, who } = house
    const action = payment(house, COIN, who.hal.address, 10n)
    const motion = await motionOf([action], 'Pay in coin')
    const id = await propose(house, motion)
    await vote(house, id)
    await setBalance(await coop.getAddress(), 0n)
    await assembly
      .connect(who.carrier)
      .execute(motion.targets, motion.values, motion.calldatas, ethers.id(motion.description), {
        value: 100n,
      })
    expect(await ethers.provider.getBalance(coop)).to.equal(90)
  })
})
