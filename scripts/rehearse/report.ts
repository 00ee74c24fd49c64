// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tells what a rehearsal found, to people and to programs. */
import { formatEther } from 'viem'
import { euroOf, feeOf, figures } from './costs.ts'
import { ASSUMED_ON, PRICES } from './prices.ts'
import { ASKERS, type Rehearsal } from './rehearsal.ts'

/** Tells whether everything was done, and came out as it had to. */
export const isWell = ({ jobs, problem }: Rehearsal): boolean =>
  problem === null && jobs.length > 0 && jobs.every((job) => job.problem === null)

/** For programs; money in wei as decimal strings, euros as they are assumed. */
export function asJson(rehearsal: Rehearsal) {
  const { network, jobs, traffic, seconds, problem } = rehearsal
  const price = PRICES[network.name]
  return {
    network: network.name,
    chainId: network.chainId,
    passed: isWell(rehearsal),
    problem,
    seconds,
    price: { ...price, assumedOn: ASSUMED_ON },
    jobs: jobs.map(({ job, paid, ...rest }) => ({
      job,
      ...rest,
      paid: paid.map(({ fee, ...one }) => {
        const assumed = feeOf(price, one.gas, one.bytes)
        return {
          ...one,
          feeOnTheLocalChain: fee.toString(),
          fee: assumed.toString(),
          euro: euroOf(price, assumed),
        }
      }),
    })),
    traffic,
  }
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

export function asText(rehearsal: Rehearsal): string {
  const { network, jobs, traffic, seconds, problem } = rehearsal
  const { currency, name, chainId } = network
  const price = PRICES[name]
  const lines = [
    `## ${name} (chain ${chainId}, ${currency.symbol} with ${currency.decimals} decimals): ${seconds} s`,
    '',
    ...(problem === null ? [] : [`✘ It did not come to the jobs: ${problem}`, '']),
    `| Job | Transaction | Who pays | Gas | Fee, ${price.coin} | Fee, € |`,
    '| --- | --- | --- | ---: | ---: | ---: |',
    ...jobs.flatMap(({ job, paid }) =>
      paid.map(({ what, who, gas, bytes }) => {
        const fee = feeOf(price, gas, bytes)
        const coin = figures(Number(formatEther(fee)))
        return row([job, what, who, gas, coin, figures(euroOf(price, fee))])
      }),
    ),
    '',
    ...jobs.map((job) =>
      job.problem === null
        ? `✔ ${job.job} (${job.seconds} s)`
        : `✘ ${job.job} (${job.seconds} s): ${job.problem}`,
    ),
    '',
    '| Who asked | Requests | Calls | Met a late node | 429 | Range refused | Batch refused | Method refused |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...ASKERS.map((asker) => {
      const { requests, calls, late, tooOften, tooManyBlocks, tooManyCalls, unknown } =
        traffic[asker]
      return row([asker, requests, calls, late, tooOften, tooManyBlocks, tooManyCalls, unknown])
    }),
    '',
    `Prices assumed on ${ASSUMED_ON}, in scripts/rehearse/prices.ts: ${price.gwei} gwei a gas, ${price.gweiPerByte} gwei a byte, 1 ${price.coin} = ${price.euroPerCoin} €.`,
  ]
  return lines.join('\n')
}
