import { oldestBrowsers } from './browsers.ts'
import { pageInHtml } from './page.ts'

/** Made while this module loads: the runner that loads it for the build brings nothing after that. */
export const html = await pageInHtml(oldestBrowsers())
