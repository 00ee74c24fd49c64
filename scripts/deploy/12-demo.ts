// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Chapter } from './chapter.ts'

const LOCAL_CHAIN = 31337

export const demo: Chapter = {
  title: 'The currency of the example federation, on the local chain only',
  async deploy({ chainId, put }) {
    if (chainId === LOCAL_CHAIN) await put('demo', 'DemoEuro')
  },
}
