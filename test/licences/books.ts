// SPDX-License-Identifier: AGPL-3.0-or-later
/** The books of licences, for the tests of their money and of their abuse. */
import { expect } from 'chai'
import { DAY } from '../kit/chain.ts'
import { type House, houseWith, inEscrow, price } from './house.ts'

export const WINDOW = 14 * DAY

export async function offeredWith(token: string) {
  const it = await houseWith(token)
  await price(it.works, it.who.mill, 1)
  return it
}

/** What is in every bucket, and what is held. */
export async function books({ licences, cash, works, who }: House) {
  let escrow = 0n
  let claimable = 0n
  for (const { address } of [who.firm, who.other, who.mill, who.farm, who.payer]) {
    claimable += await licences.claimable(address)
    for (let family = 1n; family <= (await works.count()); ++family) {
      escrow += await inEscrow(licences, family, address)
    }
  }
  let pending = 0n
  for (let work = 1n; work <= (await works.count()); ++work) {
    pending += await licences.pendingForFund(work)
    const { latest } = await works.versionsOf((await works.workOf(work)).family)
    for (let terms = 0n; terms <= latest; ++terms) pending += await licences.pendingOf(work, terms)
  }
  return { escrow, pending, claimable, held: await cash.balanceOf(licences) }
}

/** L8: what is in every bucket is what is held. */
export async function balanced(it: House): Promise<void> {
  const { escrow, pending, claimable, held } = await books(it)
  expect(escrow + pending + claimable, 'L8').to.equal(held)
}
