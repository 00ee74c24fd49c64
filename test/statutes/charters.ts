// SPDX-License-Identifier: AGPL-3.0-or-later
/** Charters that the statutes take or refuse. */
import { expect } from 'chai'
import { ethers, loadFixture } from '../kit/chain.ts'
import { type CharterOf, charter } from '../kit/charter.ts'
import { deployed } from '../kit/deploy.ts'

export async function statutesAlone() {
  return ethers.getContractAt('Statutes', await deployed('Statutes'))
}

export const FIRST_KINDS = ['ordinary', 'special', 'entrenched'] as const

export async function refuses(changes: Partial<CharterOf>, error: string, ...values: unknown[]) {
  const statutes = await loadFixture(statutesAlone)
  await expect(statutes.checkCharter(charter(changes)))
    .to.be.revertedWithCustomError(statutes, error)
    .withArgs(...values)
}

export async function accepts(changes: Partial<CharterOf>) {
  const statutes = await loadFixture(statutesAlone)
  return statutes.checkCharter(charter(changes))
}
