// SPDX-License-Identifier: AGPL-3.0-or-later
import { outputTransformers } from 'typechain/dist/codegen/outputTransformers/index.js'

const OPENING = '[({'
const CLOSING = '])}'

/**
 * Solidity may name an argument `class`; in the tuples and argument lists of TypeScript that word is
 * taken. There it becomes `class_`; as the name of a field it stays.
 */
function renameClassArguments(source: string): string {
  const open: string[] = []
  let renamed = ''
  let from = 0
  for (const { 0: text, index } of source.matchAll(/[[\](){}]|(?<=[[(,]\s*)class(?=\??:)/g)) {
    if (OPENING.includes(text)) open.push(text)
    else if (CLOSING.includes(text)) open.pop()
    else if (open.at(-1) !== '{') {
      renamed += `${source.slice(from, index)}class_`
      from = index + text.length
    }
  }
  return renamed + source.slice(from)
}

/**
 * Node runs TypeScript under its own name. Types are erased before Node looks for them, and Hardhat
 * would add to the name of what an `import` ends in.
 */
function importTypeScript(source: string): string {
  return source.replace(/^(export\s.*\sfrom\s+["']\.[^"']*)\.js(["'])/gm, '$1.ts$2')
}

/** A list that is given to a contract is only read. What stands in quotes is not TypeScript. */
const readLists = (source: string) =>
  source.replace(
    /(?<!["\w.])(?:(?:\w+\.)?\w+Struct|BigNumberish|AddressLike|BytesLike|string|boolean)\[\]/g,
    'readonly $&',
  )

/** Lets TypeChain's bindings of our contracts be TypeScript that Node can run. */
export function mendTypeChain(): void {
  outputTransformers.push(renameClassArguments, importTypeScript, readLists)
}
