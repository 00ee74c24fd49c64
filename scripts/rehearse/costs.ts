// SPDX-License-Identifier: AGPL-3.0-or-later
/** Turns gas into money, by the prices that are assumed. */
import { formatEther, parseGwei } from 'viem'
import { RECORD_BYTES } from '../../sdk/src/ballot.ts'
import type { NetworkName } from './networks.ts'
import { ASSUMED_ON, PRICES, type Price } from './prices.ts'

/** In wei: the gas at the assumed price, and the bytes where they are paid for apart. */
export function feeOf(price: Price, gas: number, bytes: number): bigint {
  const perGas = parseGwei(price.gwei.toString())
  const perByte = parseGwei(price.gweiPerByte.toString())
  return BigInt(gas) * perGas + BigInt(bytes) * perByte
}

/** Only for people to read: money itself is never counted in floating point. */
export function euroOf(price: Price, wei: bigint): number {
  return Number(formatEther(wei)) * price.euroPerCoin
}

/** Three figures that count, and no power of ten. */
export function figures(value: number): string {
  if (value === 0) return '0'
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(places, 18))
}

/** A job of `bench/results/gas.json`. */
export interface Measured {
  readonly job: string
  readonly ours: number
}

const BATCHES = [100, 500] as const
/** Where the table says what a ballot costs. */
const SHOWN: readonly NetworkName[] = ['gnosis', 'base', 'arbitrum']
const TITLES: Partial<Record<NetworkName, string>> = {
  gnosis: 'Gnosis',
  base: 'Base',
  arbitrum: 'Arbitrum',
}

const spaced = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')

/** What a ballot and a vote cost, as `docs/operating.md` shows it. */
export function ballotTable(measured: readonly Measured[]): string {
  const gasIn = (batch: number): number => {
    const found = measured.find(({ job }) => job === `relayed ballot, batch of ${batch}`)
    if (!found) throw new Error(`the bench has no ballots in batches of ${batch}`)
    return found.ours
  }
  const rows = SHOWN.flatMap((name) =>
    BATCHES.map((batch) => {
      const price = PRICES[name]
      const gas = gasIn(batch)
      const wei = feeOf(price, gas, RECORD_BYTES)
      const euro = euroOf(price, wei)
      const cells = [
        TITLES[name],
        batch,
        spaced(gas),
        `${figures(Number(formatEther(wei)))} ${price.coin}`,
        `${figures(euro)} €`,
        `${figures(euro * 10_000)} €`,
      ]
      return `| ${cells.join(' | ')} |`
    }),
  )
  const prices = SHOWN.map((name) => {
    const { coin, euroPerCoin, gwei, gweiPerByte } = PRICES[name]
    const bytes = gweiPerByte > 0 ? ` and ${gweiPerByte} gwei a byte` : ''
    return `${TITLES[name]}: ${gwei} gwei a gas${bytes}, 1 ${coin} = ${euroPerCoin} €`
  })
  return [
    '| Network | Ballots in a batch | Gas a ballot | Coin a ballot | Euro a ballot | 10 000 ballots |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    `Assumed on ${ASSUMED_ON}: ${prices.join('; ')}.`,
  ].join('\n')
}
