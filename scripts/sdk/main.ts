// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run sdk`: builds the package of the sdk, ready for `npm pack` and `npm publish`. */
import { need } from '../run.ts'
import { buildPackage, PACKAGE } from './package.ts'

await need('scripts/build.ts')
await buildPackage()
console.log(`✔ the package stands in ${PACKAGE}: npm pack ${PACKAGE}`)
