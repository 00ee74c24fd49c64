// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { ADDRESSES_FILE, type Addresses, addressesOfBuild } from '../deploy/addresses.ts'
import type { Check } from './check.ts'

export const addresses: Check = {
  title: 'deployments/addresses.json is of the contracts as they are built',
  async problems() {
    const noted: Addresses = JSON.parse(await readFile(ADDRESSES_FILE, 'utf8'))
    const built = await addressesOfBuild()
    const names = new Set([...Object.keys(noted.contracts), ...Object.keys(built.contracts)])
    const other = [...names].filter((name) => {
      const [one, two] = [noted.contracts[name], built.contracts[name]]
      return one?.address !== two?.address || one?.codeHash !== two?.codeHash
    })
    if (noted.deployer !== built.deployer || noted.salt !== built.salt) other.unshift('deployer')
    return other.map((name) => `${name} differs. Run npm run addresses and commit what it writes.`)
  },
}
