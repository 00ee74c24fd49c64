// SPDX-License-Identifier: AGPL-3.0-or-later
import { GROUND } from '@phyle/sdk/chapters/cooperative/enums'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import type { Address } from 'viem'
import { applicationTypedData } from '../../sdk/src/founding.ts'
import { attesterIn } from './3-root.ts'
import { DAY, mined } from './chain.ts'
import { type Action, type ExampleCoop, signed, type Vote } from './coop.ts'
import type { World } from './world.ts'

/** Pays an invoice out of a co-op's account. */
async function invoice(
  world: World,
  coop: ExampleCoop,
  payee: string,
  amount: number,
  text: string,
): Promise<Action> {
  const supplier = await world.person(payee, 0n)
  const document = world.documents.text(text)
  const cash = await world.cash.getAddress()
  return {
    target: coop.address,
    data: coop.account.interface.encodeFunctionData('pay', [
      cash,
      supplier.wallet.address,
      world.euro(amount),
      GROUND.INVOICE,
      document,
      0n,
    ]),
  }
}

/** La Louve files its social account and books of the year before. */
export async function fileAccount(world: World): Promise<Vote> {
  const louve = world.coop('la-louve')
  const { phyle } = world.singletons()
  const social = world.documents.text(
    '# Social account 2025\n\nElectricity from renewable sources: 71 % (at least 60). Food thrown away: 9 kg a member (at most 12).\n',
  )
  const books = world.documents.text('# Books 2025\n\nIncome 412 000 euro, costs 398 500 euro.\n')
  const target = world.house.phyle
  const attester = attesterIn(world)
  await mined(world.singletons(world.as(attester)).phyle.vouch(louve.address, 2025, social))
  return louve.propose(louve.member(5), '# File the social account and the books of 2025', [
    {
      target,
      data: phyle.interface.encodeFunctionData('fileSocialAccount', [
        2025,
        social,
        attester.wallet.address,
      ]),
    },
    { target, data: phyle.interface.encodeFunctionData('fileBooks', [2025, books]) },
  ])
}

/** One decision is lost, one passes and waits to be carried out. */
export async function earlierDecisions(world: World): Promise<Vote> {
  const osa = world.coop('la-osa')
  const lost = await osa.propose(
    osa.member(3),
    '# Open on Sunday mornings\n\nFrom nine to one.',
    [],
  )
  const dublin = world.coop('dublin')
  const ready = await dublin.propose(
    dublin.member(2),
    '# Pay Liffey Refrigeration 2 400 euro for a cold shelf\n\nThe old one leaks.',
    [await invoice(world, dublin, 'Liffey Refrigeration', 2_400, 'Invoice 4471: a cold shelf\n')],
  )
  await ready.toOpen()
  await lost.cast((_, index) => (index < 3 ? 'for' : 'against'))
  await ready.cast((_, index) => (index === 4 ? 'abstain' : 'for'))
  return ready
}

/** Leaves open what a newcomer should find open. */
export async function openDecisions(world: World): Promise<Vote[]> {
  const louve = world.coop('la-louve')
  const mill = await louve.propose(
    louve.member(0),
    '# Pay Moulins Dubois 18 400 euro for the mill room\n\nFloor, dust extraction and a silo for two tonnes.',
    [await invoice(world, louve, 'Moulins Dubois, works', 18_400, 'Quote 2026-88: mill room\n')],
  )
  const quinquin = world.coop('superquinquin')
  const newcomer = await world.person('Sacha Lemaire', world.euro(600))
  const deadline = BigInt((await world.chain.now()) + 60 * DAY)
  const about = world.documents.text('I shop here every week and can take the Thursday shift.\n')
  const application = {
    cooperative: quinquin.charter.name,
    applicant: newcomer.wallet.address as Address,
    class: 0,
    document: about,
    deadline,
  }
  const roll = (await quinquin.roll.getAddress()) as Address
  const signature = await signed(
    newcomer,
    applicationTypedData(world.chain.chainId, roll, application),
  )
  const admit = await quinquin.propose(quinquin.member(3), '# Admit Sacha Lemaire as User', [
    {
      target: roll,
      data: quinquin.roll.interface.encodeFunctionData('admit', [
        [{ wallet: application.applicant, class: 0, document: about, deadline, signature }],
      ]),
    },
  ])
  const bees = world.coop('bees')
  const text = await bees.propose(
    bees.member(5),
    '# Meet every first Monday in the shop\n\nDoors open at seven, children are welcome.',
    [],
    'CONSENT',
  )
  return [mill, admit, text]
}

/** Some have voted, some have said why. */
export async function someBallots(votes: readonly Vote[]): Promise<void> {
  const [mill, admit, text] = votes
  if (mill === undefined || admit === undefined || text === undefined) return
  await mill.toOpen()
  await mill.castWithReason(mill.coop.member(1), 'against', 'Two quotes would be better than one.')
  await mill.castWithReason(mill.coop.member(4), 'for', 'The old stones cost us a day a week.')
  await mill.cast((_, index) =>
    [2, 5, 6].includes(index) ? 'for' : index === 8 ? 'abstain' : null,
  )
  await admit.toOpen()
  await admit.cast((_, index) => (index < 4 ? 'for' : null))
  await text.toOpen()
  await text.cast((_, index) => ([0, 1, 2].includes(index) ? 'for' : null))
  await text.castWithReason(
    text.coop.member(6),
    'object',
    'Mondays are market days for growers: we could never come.',
  )
}

/** A vote is announced: it can be read, not voted on yet. */
export async function announced(world: World): Promise<void> {
  const camilla = world.coop('camilla')
  await camilla.propose(
    camilla.member(4),
    '# Take on a second baker\n\nHalf time, from January, paid like the first.',
    [],
  )
}

/** A gift to the commons. */
export async function give(world: World, amount: number): Promise<void> {
  const donor = await world.person('Friends of the Markets', world.euro(amount))
  const signer = world.as(donor)
  await mined(world.cash.connect(signer).approve(world.house.fund, world.euro(amount)))
  await mined(world.singletons(signer).fund.pour(world.euro(amount), SOURCE.gift, 0))
}
