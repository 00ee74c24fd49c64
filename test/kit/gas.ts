// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import { growthOf } from '../../bench/growth.ts'
import { HARDFORK, PRESENT } from '../../bench/hardforks.ts'
import { CEILINGS, type Job } from '../../bench/jobs.ts'
import { isAsked, note } from '../../bench/notes.ts'
import { ethers } from './chain.ts'

/**
 * Holds a transaction against the ceiling of its job, and notes what it cost where the bench asks.
 * The ceilings are for the present rules; under others it is only noted.
 * @param times How often the job was done in the transaction; the ceiling is for each.
 */
export async function expectCost(
  job: Job,
  sent: Promise<ContractTransactionResponse> | ContractTransactionResponse,
  times = 1,
): Promise<void> {
  const receipt = await mined(job, sent)
  const gas = Number(receipt.gasUsed)
  if (isAsked) note({ job, gas, times, ...(await growthOf(ethers.provider, receipt)) })
  if (HARDFORK !== PRESENT) return
  expect(gas, `${job}: ${gas} gas for ${times}`).to.be.at.most(CEILINGS[job] * times)
}

async function mined(
  job: Job,
  sent: Promise<ContractTransactionResponse> | ContractTransactionResponse,
) {
  try {
    const receipt = await (await sent).wait()
    if (receipt === null) throw new Error('it was not mined')
    return receipt
  } catch (error) {
    note({ job, reason: error instanceof Error ? error.message : String(error) })
    throw error
  }
}
