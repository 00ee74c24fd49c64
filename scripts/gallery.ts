// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run gallery`: the parts of the app in all their states, on a page that no build has. */
import { createServer } from 'vite'
import { fromRoot } from './paths.ts'
import { need } from './run.ts'

await need('scripts/build.ts')
const server = await createServer({ root: fromRoot('frontend') })
await server.listen()
console.log(`The gallery: ${server.resolvedUrls?.local[0]}gallery.html`)
