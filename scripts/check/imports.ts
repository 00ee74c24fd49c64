// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { CHAPTERS } from '../../sdk/src/chapters/index.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** The organs of a co-op see one another; they are made together. */
const ORGANS: readonly string[] = ['cooperative', 'statutes', 'membership']

/** Folders of the contracts, each step standing on those before it. */
const STEPS: readonly (readonly string[])[] = [
  ['types'],
  ['libraries'],
  ORGANS,
  ...CHAPTERS.filter((chapter) => !ORGANS.includes(chapter)).map((chapter) => [chapter]),
  ['mocks'],
]

/** Layers of the app, each standing on those before it; what the device keeps and words know nothing of the others. */
const LAYERS = ['device', 'words', 'chain', 'acts', 'ui', 'features', 'routes']

const WORKSPACES = ['sdk', 'indexer', 'relay', 'frontend']

interface Import {
  /** The importing file, from the root. */
  readonly from: string
  /** The imported file from the root, or the package's name. */
  readonly to: string
}

async function importsOf(pattern: string, statement: RegExp): Promise<readonly Import[]> {
  const files = await Array.fromAsync(
    glob(pattern, {
      cwd: fromRoot(),
      exclude: (name) => /^(node_modules|dist|generated)$/.test(name),
    }),
  )
  const found = files.map(async (from) => {
    const text = await readFile(fromRoot(from), 'utf8')
    return [...text.matchAll(statement)].map((match) => {
      const specifier = match[1] ?? match[2] ?? ''
      return { from, to: specifier.startsWith('.') ? join(dirname(from), specifier) : specifier }
    })
  })
  return (await Promise.all(found)).flat()
}

const stepOf = (chapter: string) => STEPS.findIndex((step) => step.includes(chapter))

function contractProblem({ from, to }: Import): string | undefined {
  if (!to.startsWith('contracts/')) return undefined
  const [, own = ''] = from.split('/')
  const [, other = ''] = to.split('/')
  if (own === other || own === 'mocks') return undefined
  if (stepOf(own) < 0)
    return `${from}: contracts/${own} is no chapter in the list of sdk/src/chapters/index.ts`
  if (other === 'mocks' || stepOf(other) > stepOf(own)) {
    return `${from} imports ${to}: ${own} stands below ${other}`
  }
  if (other === 'types' || other === 'libraries' || /^I[A-Z]/.test(basename(to))) return undefined
  return `${from} imports ${to}: another chapter is seen only through its interface (I….sol)`
}

function layerProblem({ from, to }: Import): string | undefined {
  const [own = ''] = relative('frontend/src', from).split('/')
  const inApp = to.startsWith('frontend/src/')
  const [other = '', feature = '', ...rest] = relative('frontend/src', to).split('/')
  if (!inApp) return undefined
  if (LAYERS.includes(own) && LAYERS.indexOf(other) > LAYERS.indexOf(own)) {
    return `${from} imports ${to}: ${own} stands below ${other}`
  }
  const isDoor = rest.length === 0 || (rest.length === 1 && /^index\.tsx?$/.test(rest[0] ?? ''))
  const isInside = from.startsWith(`frontend/src/features/${feature}/`)
  // Its door is loaded with whoever knocks; what it brings to the app is small and loaded first.
  const isList = from === 'frontend/src/features/list.ts' && /\/feature\.ts$/.test(to)
  if (other === 'features' && !isInside && !isDoor && !isList) {
    return `${from} imports ${to}: a feature is seen only through its index.ts, and what it brings to the app by the list`
  }
  return undefined
}

function workspaceProblem({ from, to }: Import): string | undefined {
  const [own = ''] = from.split('/')
  const [first = '', second = ''] = to.split('/')
  const other = first === '@phyle' ? second : first
  const isForeign = first === '@phyle' || to.includes('/')
  if (!isForeign || other === own) return undefined
  if (first === '@phyle' && other === 'sdk') return undefined
  // Tests of a service stand on a whole house, which the scripts build.
  if (from.startsWith(`${own}/test/`)) return undefined
  if ([...WORKSPACES, 'scripts', 'test'].includes(other)) {
    return `${from} imports ${to}: a workspace imports no other but @phyle/sdk`
  }
  return undefined
}

export const imports: Check = {
  title: 'Imports go one way',
  async problems() {
    const solidity = await importsOf('contracts/**/*.sol', /^\s*import\s[^;"]*"([^"]+)"/gm)
    const typescript = await importsOf(
      `{${WORKSPACES}}/**/*.{ts,tsx}`,
      /(?:^|[\s}])from\s+'([^']+)'|\bimport\(?\s*'([^']+)'/gm,
    )
    return [
      ...solidity.map(contractProblem),
      ...typescript.filter(({ from }) => from.startsWith('frontend/src/')).map(layerProblem),
      ...typescript.map(workspaceProblem),
    ].filter((problem) => problem !== undefined)
  },
}
