type Owner = keyof typeof owners

const owners = {
  array: () => Array.prototype,
  Array: () => Array,
  string: () => String.prototype,
  Object: () => Object,
  Map: () => Map,
  Promise: () => Promise,
  set: () => Set.prototype,
  iterator: () => globalThis.Iterator?.prototype,
  URL: () => URL,
  window: () => globalThis,
} as const

/** Functions that libraries take for granted, and that browsers of the last years may lack. */
const WANTED: Readonly<Record<Owner, readonly string[]>> = {
  array: ['at', 'findLast', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  Array: ['fromAsync'],
  string: ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  Object: ['fromEntries', 'hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['any', 'withResolvers'],
  set: ['union', 'intersection', 'difference', 'isSubsetOf'],
  iterator: ['map', 'filter', 'toArray'],
  URL: ['canParse', 'parse'],
  window: ['structuredClone'],
}

/** Whether the browser lacks a part of the language that polyfills.ts brings. */
export const lacksSomething = (): boolean =>
  Object.entries(WANTED).some(([name, features]) => {
    const owner: object | undefined = owners[name as Owner]()
    return owner === undefined || features.some((feature) => !(feature in owner))
  })
