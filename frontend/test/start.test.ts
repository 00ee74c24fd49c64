import { join } from 'node:path'
import type { Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import { wordsApart } from '../src/plain/start.ts'

const chunk = (fileName: string, some: object) => ({
  type: 'chunk',
  fileName,
  facadeModuleId: null,
  imports: [],
  moduleIds: [],
  ...some,
})

describe('What the app opens with', () => {
  it('says words that come in a file of their own, which the first page would wait for', () => {
    const main = join(import.meta.dirname, '../src/main.tsx')
    const said = ['shell', 'postbox', 'notice/acts'].map((of) => `/app/src/words/${of}/words.ts`)
    const bundle = {
      'app.js': chunk('app.js', { facadeModuleId: main, imports: ['start.js'] }),
      'start.js': chunk('start.js', { moduleIds: said.slice(0, 2) }),
      'later.js': chunk('later.js', { moduleIds: said.slice(2) }),
    } as unknown as Rolldown.OutputBundle
    expect(wordsApart(bundle)).toEqual(['postbox'])
  })
})
