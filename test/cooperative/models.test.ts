// SPDX-License-Identifier: AGPL-3.0-or-later
/** Every model that a co-op can start from, through what a co-op lives through. */
import { readdirSync, readFileSync } from 'node:fs'
import { CHOICE, PROPOSAL_STATE } from '@phyle/sdk/chapters/assembly/enums'
import { KIND } from '@phyle/sdk/chapters/statutes/enums'
import { type Charter, charterToChain } from '@phyle/sdk/charter'
import { readCharter } from '@phyle/sdk/charter-file'
import { expect } from 'chai'
import { fromRoot } from '../../scripts/paths.ts'
import { mutable } from '../../scripts/seed/coop.ts'
import { application, domainOf, SPONSORSHIP_TYPES } from '../assembly/desk.ts'
import { DAY, ethers, networkHelpers, type Signer, time } from '../kit/chain.ts'
import { BODY, type CharterOf } from '../kit/charter.ts'
import {
  type Action,
  found,
  founding,
  type Motion,
  motionOf,
  type Organs,
  registrar,
} from '../kit/house.ts'

const FOLDER = fromRoot('examples/charters')
const MODELS = readdirSync(FOLDER).map((file): [file: string, charter: Charter] => [
  file,
  { ...readCharter(readFileSync(`${FOLDER}/${file}`, 'utf8')), body: BODY },
])

/** A text that passed has nothing to wait for; what does something waits to be carried out. */
const SUCCEEDED = BigInt(PROPOSAL_STATE.succeeded)
const QUEUED = BigInt(PROPOSAL_STATE.queued)
const DEFEATED = BigInt(PROPOSAL_STATE.defeated)

/** Large enough that its members have a say about who enters it. */
const IN_EACH = 3

interface Member {
  readonly signer: Signer
  readonly class: number
}

type Choice = keyof typeof CHOICE
/** What a member votes; null: nothing. */
type Votes = (member: Member, index: number) => Choice | null

const inFavour: Votes = () => 'for'

class Coop {
  readonly organs: Organs
  readonly members: Member[]
  readonly newcomers: readonly Signer[]
  readonly carrier: Signer

  private constructor(organs: Organs, members: Member[], others: readonly Signer[]) {
    const [carrier, ...newcomers] = others
    this.organs = organs
    this.members = members
    this.carrier = carrier as Signer
    this.newcomers = newcomers
  }

  static async found(charter: Charter): Promise<Coop> {
    const signers = await ethers.getSigners()
    const people = Math.max(6, charter.classes.length * IN_EACH)
    const members = signers
      .slice(0, people)
      .map((signer, i) => ({ signer, class: i % charter.classes.length }))
    const it = await founding({
      charter: mutable(charterToChain(charter)) as CharterOf,
      founders: members.map(({ signer, class: place }) => ({
        wallet: signer.address,
        class: place,
      })),
    })
    const organs = await found(
      await registrar(),
      it,
      members.map(({ signer }) => signer),
    )
    return new Coop(organs, members, signers.slice(people))
  }

  member(index: number): Member {
    const member = this.members[index]
    if (member === undefined) throw new Error(`there is no member ${index}`)
    return member
  }

  newcomer(index: number): Signer {
    const newcomer = this.newcomers[index]
    if (newcomer === undefined) throw new Error(`there is no newcomer ${index}`)
    return newcomer
  }

  async propose(motion: Motion, kind?: number): Promise<bigint> {
    const { assembly } = this.organs
    const { targets, values, calldatas, description } = motion
    const by = assembly.connect(this.member(0).signer)
    await (kind === undefined
      ? by.propose(targets, values, calldatas, description)
      : by.proposeAs(kind, targets, values, calldatas, description))
    return assembly.proposalCount()
  }

  /** Votes, and waits until what passed can be carried out. */
  async vote(id: bigint, votes: Votes): Promise<void> {
    const { assembly } = this.organs
    const { voteStart, eta } = await assembly.proposalOf(id)
    await time.increaseTo(voteStart + 1n)
    for (const [index, member] of this.members.entries()) {
      const choice = votes(member, index)
      if (choice === null) continue
      const by = assembly.connect(member.signer)
      await by.castVoteWithReason(id, CHOICE[choice], 'As I see it.')
    }
    await time.increaseTo(eta + 1n)
  }

  async stateAfter(votes: Votes, text: string, kind: number): Promise<bigint> {
    const id = await this.propose(await motionOf([], `# ${text}`), kind)
    await this.vote(id, votes)
    return this.organs.assembly.state(id)
  }

  async carryOut({ targets, values, calldatas, description }: Motion) {
    const { assembly } = this.organs
    return assembly
      .connect(this.carrier)
      .execute(targets, values, calldatas, ethers.id(description))
  }

  /** Put, voted on and carried out. */
  async decide(actions: readonly Action[], text: string, votes: Votes = inFavour) {
    const motion = await motionOf(actions, `# ${text}`)
    await this.vote(await this.propose(motion), votes)
    return this.carryOut(motion)
  }

  async admission(newcomer: Signer, place: number): Promise<Action> {
    const { membership } = this.organs
    const until = BigInt((await time.latest()) + 60 * DAY)
    const said = await application(this.organs, newcomer, place, until)
    return { target: membership, data: membership.interface.encodeFunctionData('admit', [[said]]) }
  }

  async sponsor(newcomer: Signer, place: number, sponsors: readonly Signer[]) {
    const { membership, statutes } = this.organs
    const said = await application(this.organs, newcomer, place)
    const inOrder = sponsors.toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1))
    const domain = await domainOf(membership)
    const cooperative = await statutes.name()
    const signatures = await Promise.all(
      inOrder.map((sponsor) =>
        sponsor.signTypedData(domain, SPONSORSHIP_TYPES, {
          cooperative,
          applicant: newcomer.address,
          class: place,
          sponsor: sponsor.address,
          deadline: said.deadline,
        }),
      ),
    )
    const wallets = inOrder.map(({ address }) => address)
    return membership.connect(this.carrier).admitBySponsors(said, wallets, signatures)
  }
}

for (const [file, charter] of MODELS) {
  const { rules, admission } = charter
  const consent = rules.CONSENT
  const objections = consent?.maxObjections ?? 0

  describe(`The model ${charter.preset} (${file})`, () => {
    let coop: Coop
    let untouched: Awaited<ReturnType<typeof networkHelpers.takeSnapshot>>
    before(async () => {
      untouched = await networkHelpers.takeSnapshot()
      coop = await Coop.found(charter)
    })
    // What it lives through takes more than a year, which is no matter of the tests that follow.
    after(() => untouched.restore())

    it('founds a co-op with three of each group', async () => {
      expect(await coop.organs.membership.total()).to.equal(BigInt(coop.members.length))
      expect(await coop.organs.statutes.name()).to.equal(charter.name)
    })

    it('decides everyday business, and loses what too many are against', async () => {
      const passed = await coop.stateAfter(inFavour, 'Open on Saturdays', KIND.ORDINARY)
      expect(passed).to.equal(SUCCEEDED)
      const lost = await coop.stateAfter(
        (_, index) => (index < Math.floor(coop.members.length / 2) ? 'for' : 'against'),
        'Close on Sundays',
        KIND.ORDINARY,
      )
      expect(lost).to.equal(DEFEATED)
    })

    if (consent) {
      it(`decides by consent, which ${objections + 1} with a reason stop`, async () => {
        const state = (objecting: number, text: string) =>
          coop.stateAfter((_, i) => (i < objecting ? 'object' : 'for'), text, KIND.CONSENT)
        expect(await state(0, 'Paint the door')).to.equal(SUCCEEDED)
        const stopped = await state(objections + 1, 'Paint the floor')
        expect(stopped).to.equal(DEFEATED)
      })
    }

    it('takes a major decision with almost everybody, and not with a bare majority', async () => {
      const bare = Math.floor(coop.members.length / 2) + 1
      const state = (votes: Votes, text: string) => coop.stateAfter(votes, text, KIND.SPECIAL)
      expect(await state(inFavour, 'Buy the house')).to.equal(SUCCEEDED)
      const lost = await state((_, i) => (i < bare ? 'for' : 'against'), 'Sell the house')
      expect(lost).to.equal(DEFEATED)
    })

    it('changes a founding rule', async () => {
      const { statutes } = coop.organs
      const data = statutes.interface.encodeFunctionData('setCoolingPeriod', [60 * DAY])
      await coop.decide([{ target: statutes, data }], 'Let what is lost rest for sixty days')
      expect(await statutes.coolingPeriod()).to.equal(BigInt(60 * DAY))
    })

    it('lets somebody in as its charter says', async () => {
      const [newcomer, { membership }] = [coop.newcomer(0), coop.organs]
      if (admission.policy === 'BY_SPONSORS') {
        const peers = coop.members.filter(({ class: place }) => place === 0)
        const sponsors = peers.slice(0, admission.sponsors).map(({ signer }) => signer)
        await coop.sponsor(newcomer, 0, sponsors)
      } else {
        await coop.decide([await coop.admission(newcomer, 0)], 'Let a newcomer in')
      }
      expect(await membership.isMember(newcomer)).to.equal(true)
      coop.members.push({ signer: newcomer, class: 0 })
    })

    it('keeps out whom the group that is entered does not want', async () => {
      const { membership, assembly, coop: account } = coop.organs
      const newcomer = coop.newcomer(1)
      const motion = await motionOf([await coop.admission(newcomer, 0)], '# Let one more in')
      const id = await coop.propose(motion)
      await coop.vote(id, (member) => (member.class === 0 ? 'against' : 'for'))
      const passed = (await assembly.state(id)) === QUEUED
      if (passed) {
        const why = membership.interface.encodeErrorResult('ClassVotedAgainst', [0])
        await expect(coop.carryOut(motion))
          .to.be.revertedWithCustomError(account, 'ActionFailed')
          .withArgs(0n, membership, why)
      }
      expect(await membership.isMember(newcomer)).to.equal(false)
    })

    it('votes a second time on what nobody came for', async () => {
      const { assembly } = coop.organs
      const motion = await motionOf([], '# Mend the roof')
      const silent = await coop.propose(motion)
      await coop.vote(silent, (_, index) => (index === 0 ? 'for' : null))
      expect(await assembly.state(silent)).to.equal(DEFEATED)
      await time.increase(7 * DAY)
      const { targets, values, calldatas, description } = motion
      await assembly
        .connect(coop.member(1).signer)
        .callAgain(targets, values, calldatas, description)
      const second = await assembly.proposalCount()
      const least = rules.ORDINARY?.quorumMin ?? 1
      const few = coop.members.filter((one) => charter.classes[one.class]?.user).slice(0, least)
      await coop.vote(second, (member) => (few.includes(member) ? 'for' : null))
      expect(await assembly.state(second)).to.equal(SUCCEEDED)
    })

    it('lets anybody go at once', async () => {
      const { membership } = coop.organs
      const { signer } = coop.member(0)
      await membership.connect(signer).resign()
      expect(await membership.isMember(signer)).to.equal(false)
    })
  })
}
