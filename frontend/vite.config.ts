import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { offline } from './src/offline/plugin.ts'
import { buildTarget, oldestBrowsers } from './src/plain/browsers.ts'
import { firstPage } from './src/plain/firstPage.ts'
import { plainPage } from './src/plain/page.ts'
import { start } from './src/plain/start.ts'

/** What a person sees before scripts have run, and where they fail, is in the page itself. */
const plain: Plugin = {
  name: 'phyle-plain-page',
  transformIndexHtml: (html) =>
    html.replace('<!--plain-->', firstPage() + plainPage(oldestBrowsers())),
}

/** Relative paths throughout: the same files work from a folder, a sub-path or a USB stick. */
export default defineConfig({
  base: './',
  plugins: [plain, react(), tailwindcss(), start, offline],
  worker: { format: 'es' },
  build: { target: buildTarget(), chunkSizeWarningLimit: 900 },
  test: {
    environment: 'jsdom',
    // One context a file, in processes that stay: half the work of a process a file.
    pool: 'vmThreads',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
  },
})
