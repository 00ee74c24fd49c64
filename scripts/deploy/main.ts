// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run deploy -- --network NAME`: puts the contracts on a network of hardhat.config.ts. */
import { parseArgs } from 'node:util'
import hre from 'hardhat'
import { need } from '../run.ts'
import { CHAPTERS } from './chapters.ts'
import { deploy } from './deploy.ts'
import { recordOf } from './record.ts'

const { values } = parseArgs({ options: { network: { type: 'string' } } })
const names = Object.entries(hre.config.networks)
  .filter(([, { type }]) => type === 'http')
  .map(([name]) => name)
if (!values.network || !names.includes(values.network)) {
  console.error(`Name a network: npm run deploy -- --network ${names.join('|')}`)
  process.exit(2)
}

async function deployTo(name: string): Promise<void> {
  const { ethers } = await hre.network.create(name)
  const [signer] = await ethers.getSigners()
  if (!signer) throw new Error(`No key for ${name}: set PHYLE_DEPLOYER_KEY`)
  const { chainId } = await ethers.provider.getNetwork()
  const file = recordOf(Number(chainId))
  console.log(`Deploying to ${name} (chain ${chainId}) as ${await signer.getAddress()}`)
  await deploy({ signer, chapters: CHAPTERS, file, log: (line) => console.log(`✔ ${line}`) })
  console.log(`All in place, see ${file}`)
}

await need('scripts/build.ts')
await deployTo(values.network).catch((error: unknown) => {
  // The message says what is wrong with a key, an address or a balance.
  console.error(`✘ ${error instanceof Error ? error.message : error}`)
  process.exit(1)
})
