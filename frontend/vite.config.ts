import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { type Plugin, runnerImport } from 'vite'
import { defineConfig } from 'vitest/config'
import { offline } from './src/offline/plugin.ts'
import { buildTarget } from './src/plain/browsers.ts'
import { start } from './src/plain/start.ts'
import { catalogues } from './src/words/icu/plugin.ts'

/** What a person sees before scripts have run, and where they fail, is in the page itself. */
const plain: Plugin = {
  name: 'phyle-plain-page',
  async transformIndexHtml(html) {
    const { module } = await runnerImport<typeof import('./src/plain/html.ts')>(
      './src/plain/html.ts',
      { root: import.meta.dirname, configFile: false, logLevel: 'error', plugins: [catalogues] },
    )
    return html.replace('<!--plain-->', module.html)
  },
}

/** Relative paths throughout: the same files work from a folder, a sub-path or a USB stick. */
export default defineConfig({
  base: './',
  plugins: [catalogues, plain, react(), tailwindcss(), start, offline],
  worker: { format: 'es', plugins: () => [catalogues] },
  build: { target: buildTarget(), chunkSizeWarningLimit: 900 },
  test: {
    environment: 'jsdom',
    // One context a file, in processes that stay: half the work of a process a file.
    pool: 'vmThreads',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    // Long enough for a machine that is busy with other things: what passes does not wait for it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
