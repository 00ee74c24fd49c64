// SPDX-License-Identifier: AGPL-3.0-or-later
import { encodeBytes32String, type Signer } from 'ethers'
import type { Address, Hex } from 'viem'
import {
  type Deployed,
  FIRST_CHAPTERS,
  type PhyleHouse,
  phyleHouse,
} from '../../sdk/src/deployments.ts'
import { Phyle__factory } from '../../types/ethers-contracts/index.ts'

/** What a deployments file holds of a phyle, as its register says it. */
export async function phyleAt(address: string, block: number, signer: Signer): Promise<PhyleHouse> {
  const phyle = Phyle__factory.connect(address, signer)
  const chapters: Record<string, Deployed> = {}
  for (const name of ['phyle', ...FIRST_CHAPTERS]) {
    const chapter = await phyle.chapterOf(encodeBytes32String(name))
    const { codeHash } = await phyle.chapterAt(chapter)
    chapters[name] = { address: chapter as Address, block, codeHash: codeHash as Hex }
  }
  return phyleHouse({
    phyle: address as Address,
    root: (await phyle.root()) as Address,
    cash: (await phyle.cash()) as Address,
    block,
    chapters,
  })
}
