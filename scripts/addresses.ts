// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run addresses`: writes where every chain has the contracts that were compiled. */
import { writeFile } from 'node:fs/promises'
import { ADDRESSES_FILE, addressesOfBuild, asText } from './deploy/addresses.ts'
import { need } from './run.ts'

await need('scripts/build.ts')
await writeFile(ADDRESSES_FILE, asText(await addressesOfBuild()))
console.log(`✔ written to ${ADDRESSES_FILE}`)
