import './style.css'
import { lacksSomething } from './browser.ts'
import { askWhatWasTold } from './early.ts'

askWhatWasTold()
// What the browser lacks is filled in first: every library may use it as soon as it is loaded.
if (lacksSomething()) await import('./polyfills.ts')
await import('./main.tsx')
