import { commons } from './words.ts'

/** "version 2"; nothing of a work that names none. */
export const versionWords = (version: string) =>
  version === '' ? '' : commons.commons.version({ version })
