// SPDX-License-Identifier: AGPL-3.0-or-later
import { glob, readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { CHAPTERS } from '../../sdk/src/chapters/index.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

/** Enums that we speak and that others wrote. */
const FOREIGN = 'node_modules/@openzeppelin/contracts/governance/IGovernor.sol'
/** What everybody can call speaks these; an enum inside a contract is its own affair. */
const SPOKEN = /^contracts\/(types\/|[a-z]+\/I[A-Z])/

interface SolidityEnum {
  readonly file: string
  readonly name: string
  readonly members: readonly string[]
}

const withoutComments = (text: string) =>
  text.replaceAll(/\/\/.*$/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '')

/** The enums of a file, and its libraries of nothing but numbers, which are enums by another name. */
function enumsIn(file: string, text: string): readonly SolidityEnum[] {
  const code = withoutComments(text)
  const enums = [...code.matchAll(/\benum (\w+) \{([^}]*)\}/g)].map(([, name = '', body = '']) => ({
    file,
    name,
    members: body.split(',').map((one) => one.trim()),
  }))
  const libraries = [...code.matchAll(/\blibrary (\w+) \{([^}]*)\}/g)].flatMap(
    ([, name = '', body = '']) => {
      const lines = [...body.matchAll(/uint8 internal constant (\w+) = (\d+);/g)]
      const counted = lines.every(([, , number], at) => Number(number) === at)
      return lines.length > 0 && counted
        ? [{ file, name, members: lines.map(([, member = '']) => member) }]
        : []
    },
  )
  return [...enums, ...libraries]
}

/** `standIn` and `STAND_IN` are one name, as are `Canceled` and `cancelled`. */
const plain = (name: string) =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace('CANCELED', 'CANCELLED')

async function solidityEnums(): Promise<readonly SolidityEnum[]> {
  const files = await Array.fromAsync(glob('contracts/**/*.sol', { cwd: fromRoot() }))
  const read = [...files.filter((file) => SPOKEN.test(file)).toSorted(), FOREIGN].map(
    async (file) => enumsIn(file, await readFile(fromRoot(file), 'utf8')),
  )
  return (await Promise.all(read)).flat()
}

/** The lists of a chapter, by the names of their enums. */
async function listsOf(chapter: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const url = pathToFileURL(fromRoot(`sdk/src/chapters/${chapter}/enums.ts`)).href
  const found: { enums?: Readonly<Record<string, readonly string[]>> } = await import(url).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND') return {}
      throw error
    },
  )
  return found.enums ?? {}
}

export const enums: Check = {
  title: 'The numbers of enums are those of the contracts',
  async problems() {
    const solidity = await solidityEnums()
    const lists = (
      await Promise.all(
        CHAPTERS.map(async (chapter) =>
          Object.entries(await listsOf(chapter)).map(([name, list]) => ({ chapter, name, list })),
        ),
      )
    ).flat()
    const wrong = lists.flatMap(({ chapter, name, list }) => {
      const place = `sdk/src/chapters/${chapter}/enums.ts: ${name}`
      const own = solidity.filter((one) => one.name === name)
      if (own.length === 0) return [`${place} is no enum of the contracts`]
      return own
        .filter(({ members }) => members.map(plain).join() !== list.map(plain).join())
        .map(({ file, members }) => `${place} is not as in ${file}: ${members.join(', ')}`)
    })
    const twice = lists
      .filter(({ name }, at) => lists.findIndex((one) => one.name === name) !== at)
      .map(({ chapter, name }) => `sdk/src/chapters/${chapter}/enums.ts: ${name} stands twice`)
    const missing = solidity
      .filter(({ name }) => !lists.some((one) => one.name === name))
      .map(({ file, name }) => `${file}: ${name} has no list in sdk/src/chapters/…/enums.ts`)
    return [...wrong, ...twice, ...missing]
  },
}
