// SPDX-License-Identifier: AGPL-3.0-or-later
/** Putting contracts of `contracts/` in their places in tests, linked with the libraries that they call. */
import { artifacts } from 'hardhat'
import { linked } from '../../scripts/artifacts.ts'
import { ethers } from './chain.ts'

/** The code that makes one, linked with a new one of each library that it needs. */
export async function linkedCode(name: string): Promise<string> {
  const artifact = await artifacts.readArtifact(name)
  const libraries = new Map<string, string>()
  for (const library of Object.values(artifact.linkReferences).flatMap(Object.keys)) {
    libraries.set(library, await deployed(library))
  }
  return linked(artifact, (library) => libraries.get(library) ?? '')
}

/** The address of a new one that takes no arguments, and of each library that it needs. */
export async function deployed(name: string): Promise<string> {
  const code = await linkedCode(name)
  const [signer] = await ethers.getSigners()
  const contract = await new ethers.ContractFactory([], code, signer).deploy()
  return contract.getAddress()
}
