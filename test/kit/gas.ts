// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFileSync } from 'node:fs'
import { expect } from 'chai'
import type { ContractTransactionResponse } from 'ethers'
import { CEILINGS, type Job } from '../../bench/jobs.ts'

/**
 * Holds a transaction against the ceiling of its job, and notes what it cost where the bench asks
 * for it by `PHYLE_GAS_FILE`, a line of JSON a job.
 * @param times How often the job was done in the transaction; the ceiling is for each.
 */
export async function expectCost(
  job: Job,
  sent: Promise<ContractTransactionResponse> | ContractTransactionResponse,
  times = 1,
): Promise<void> {
  const response = await sent
  const receipt = await response.wait()
  const total = Number(receipt?.gasUsed)
  const file = process.env.PHYLE_GAS_FILE
  if (file !== undefined) {
    const hash = response.hash
    appendFileSync(file, `${JSON.stringify({ job, gas: Math.ceil(total / times), hash })}\n`)
  }
  expect(total, `${job}: ${total} gas for ${times}`).to.be.at.most(CEILINGS[job] * times)
}
