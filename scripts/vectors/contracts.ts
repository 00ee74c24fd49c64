// SPDX-License-Identifier: AGPL-3.0-or-later
/** Puts vectors through the contracts, on a chain inside this process. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { network } from 'hardhat'
import { type TallyCase, tallyFaults } from '../../sdk/src/chapters/assembly/vectors.ts'
import { type FeeCase, feeFaults } from '../../sdk/src/chapters/licences/vectors.ts'
import { LOCAL_CHAIN } from '../../sdk/src/local-chain.ts'
import { tallyRuleToChain, tallyToChain } from '../../sdk/src/rule.ts'
import type { Faults } from '../../sdk/src/vector-faults.ts'
import type { Case } from '../../sdk/src/vectors.ts'
import { CHAPTERS } from '../deploy/chapters.ts'
import { deploy } from '../deploy/deploy.ts'
import type { Chain } from './chain.ts'
import { runFund } from './fund.ts'
import { runPlaces } from './places.ts'

/** The people of a case, and those of its house. */
const ACCOUNTS = 64

/** Deploys once; every case of a federation then begins from the same chain. */
export async function contracts(): Promise<(c: Case) => Promise<Faults>> {
  const { ethers, networkHelpers } = await network.create({
    override: { accounts: { count: ACCOUNTS } },
  })
  const [signer] = await ethers.getSigners()
  if (!signer) throw new Error('the chain has no accounts')
  const folder = await mkdtemp(join(tmpdir(), 'phyle-vectors-'))
  const deployments = await deploy({
    signer,
    chapters: CHAPTERS,
    file: join(folder, `${LOCAL_CHAIN}.json`),
    log: () => {},
  })
  await rm(folder, { recursive: true })
  const addressOf = (name: string): string => {
    const { implementations, registrars, demo } = deployments
    const place = implementations[name] ?? registrars[name] ?? demo[name]
    if (!place) throw new Error(`${name} is not deployed`)
    return place.address
  }
  const chain: Chain = { ethers, networkHelpers, addressOf }
  const snapshot = await networkHelpers.takeSnapshot()

  return async (c) => {
    switch (c.kind) {
      case 'tally':
        return runTally(chain, c)
      case 'fee':
        return runFee(chain, c)
      case 'fund': {
        await snapshot.restore()
        return runFund(chain, c)
      }
      case 'places': {
        await snapshot.restore()
        return runPlaces(chain, c)
      }
    }
  }
}

async function runTally({ ethers, addressOf }: Chain, c: TallyCase): Promise<Faults> {
  const assembly = await ethers.getContractAt('Assembly', addressOf('Assembly'))
  const names = c.classes.map(({ name }) => name)
  const rule = tallyRuleToChain(c.rule, names)
  const [quorum, passed] = await assembly.outcomeOf(rule, c.classes.map(tallyToChain))
  return tallyFaults(c, { quorum, passed })
}

async function runFee({ ethers, addressOf }: Chain, c: FeeCase): Promise<Faults> {
  const licences = await ethers.getContractAt('Licences', addressOf('Licences'))
  const at = (n: number): bigint => c.quarters[n] ?? 0n
  const [credit, fee] = await licences.feeOf(
    c.pricePerYear,
    c.tierBps,
    c.seconds,
    c.waivePoints,
    [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)],
    c.distinctAttesters,
    c.minAttesters,
  )
  return feeFaults(c, { credit, fee })
}
