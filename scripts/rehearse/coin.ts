// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from '../deploy/chapter.ts'
import type { Currency } from './networks.ts'

export const COIN = 'RehearsalCoin'

/** What stands for the network's real currency; only `issuer` makes any. */
export const coinChapter = (currency: Currency, issuer: string): Chapter => ({
  title: `What stands for ${currency.symbol}`,
  async deploy({ put }) {
    const { name, symbol, version, decimals, tellsDomain } = currency
    await put('demo', COIN, [name, symbol, version, decimals, tellsDomain, issuer])
  },
})
