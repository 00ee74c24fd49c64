import { TITLE_BYTES, titleFault } from '@phyle/sdk/title'
import { propose } from './words.ts'

/** What is wrong with a title, and what to do; undefined where nothing is. */
export function titleFaultWords(title: string): string | undefined {
  const { titleFaults: words } = propose
  const found = titleFault(title)
  if (found === null) return undefined
  switch (found.fault) {
    case 'empty':
    case 'utf8':
    case 'spaced':
      return words[found.fault]
    case 'long':
      return words.long({ bytes: found.bytes, most: TITLE_BYTES })
    default:
      return words[found.fault]({ place: found.at + 1 })
  }
}
