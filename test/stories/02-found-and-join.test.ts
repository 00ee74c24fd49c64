// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Address, Hex } from 'viem'
import { fromRoot } from '../../scripts/paths.ts'
import { DAY, mined } from '../../scripts/seed/chain.ts'
import { ExampleCoop, type Person, signed } from '../../scripts/seed/coop.ts'
import { foundingDocument } from '../../sdk/src/charter.ts'
import { parseCharter } from '../../sdk/src/charter-file.ts'
import { documentDigest } from '../../sdk/src/documents.ts'
import { applicationTypedData, sponsorshipTypedData } from '../../sdk/src/founding.ts'
import { Statutes__factory } from '../../types/ethers-contracts/index.ts'
import { emptyStage, type Stage } from './world.ts'

const CHARTER = parseCharter({
  ...JSON.parse(readFileSync(fromRoot('examples/charters/somerset.json'), 'utf8')),
  name: 'The Mended Bicycle',
  city: 'Ghent',
  country: 'BE',
  purpose: 'To keep the bicycles of the quarter on the road.',
  language: 'en',
  body: `0x${'b0'.repeat(20)}`,
})
const [STEWARD, WORKER] = [0, 1]

describe('Story 2: people found a co-op, somebody joins, somebody leaves', () => {
  let stage: Stage
  let coop: ExampleCoop
  let newcomer: Person

  before(async () => {
    stage = await emptyStage()
    newcomer = await stage.world.person('Nina', 0n)
  })
  after(() => stage.end())

  it('five people sign the charter, and one transaction by somebody else founds it', async () => {
    const { world } = stage
    const founders = []
    for (const [name, place] of [
      ['Abe', STEWARD],
      ['Bea', STEWARD],
      ['Cas', STEWARD],
      ['Dot', WORKER],
      ['Eef', WORKER],
      ['Fen', WORKER],
    ] as const) {
      founders.push({ ...(await world.person(name, 0n)), class: place })
    }
    const { chain, registrar, carrier } = world
    coop = await ExampleCoop.found(chain, registrar, carrier, 'bicycle', CHARTER, founders)
    const statutes = Statutes__factory.connect(await coop.account.statutes(), carrier)
    expect(await statutes.name()).to.equal('The Mended Bicycle')
    expect(await statutes.purpose()).to.equal(documentDigest(foundingDocument(CHARTER)))
    expect(await coop.roll.total()).to.equal(6n)
    for (const { wallet } of founders)
      expect(await coop.roll.isMember(wallet.address)).to.equal(true)
    const sender = await carrier.getAddress()
    expect(await coop.roll.isMember(sender), 'who sent it gets nothing').to.equal(false)
  })

  it('a newcomer applies, two workers sponsor her, and she is on the roll', async () => {
    const { chain } = stage.world
    const roll = (await coop.roll.getAddress()) as Address
    const cooperative = coop.charter.name
    const applicant = newcomer.wallet.address as Address
    const deadline = BigInt((await chain.now()) + 30 * DAY)
    const document: Hex = stage.world.documents.text('I true wheels.\n')
    const application = { cooperative, applicant, class: WORKER, document, deadline }
    const signature = await signed(newcomer, applicationTypedData(chain.chainId, roll, application))
    const sponsors = [coop.member(3), coop.member(4)].toSorted((a, b) =>
      a.wallet.address.toLowerCase() < b.wallet.address.toLowerCase() ? -1 : 1,
    )
    const signatures = []
    for (const sponsor of sponsors) {
      const words = sponsorshipTypedData(chain.chainId, roll, {
        cooperative,
        applicant,
        class: WORKER,
        sponsor: sponsor.wallet.address as Address,
        deadline,
      })
      signatures.push(await signed(sponsor, words))
    }
    const said = { wallet: applicant, class: WORKER, document, deadline, signature }
    const wallets = sponsors.map(({ wallet }) => wallet.address)
    await mined(coop.roll.admitBySponsors(said, wallets, signatures))
    expect(await coop.roll.isMember(applicant)).to.equal(true)
    expect(await coop.roll.total()).to.equal(7n)
  })

  it('she votes in what is proposed from then on', async () => {
    const vote = await coop.propose(coop.member(0), '# Open on Saturdays', [])
    await vote.toOpen()
    const assembly = coop.assembly.connect(stage.world.as(newcomer))
    await mined(assembly.castVote(vote.opened.id, 1))
    const tallies = await coop.assembly.talliesOf(vote.opened.id)
    expect(tallies[WORKER]?.members).to.equal(4n)
    expect(tallies[WORKER]?.votesFor).to.equal(1n)
  })

  it('she leaves with one transaction of her own, asking nobody', async () => {
    await mined(coop.roll.connect(stage.world.as(newcomer)).resign())
    expect(await coop.roll.isMember(newcomer.wallet.address)).to.equal(false)
    expect(await coop.roll.total()).to.equal(6n)
  })
})
