// SPDX-License-Identifier: AGPL-3.0-or-later
import { LOCAL_CHAIN } from '../../sdk/src/local-chain.ts'
import type { Chapter } from './chapter.ts'

export const demo: Chapter = {
  title: 'The currency of the example federation, on the local chain only',
  async deploy({ chainId, put }) {
    if (chainId === LOCAL_CHAIN) await put('demo', 'DemoEuro')
  },
}
