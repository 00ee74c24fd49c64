import type { Charter } from '@phyle/sdk/charter'
import { parseCharter } from '@phyle/sdk/charter-file'

const files = import.meta.glob<unknown>('../../../../examples/charters/*.json', {
  eager: true,
  import: 'default',
})

/** The charters to start from; that of a federation's root is not one for people. */
export const presets: readonly Charter[] = Object.values(files)
  .map(parseCharter)
  .filter((charter) => charter.classes.length > 1)
  .toSorted((a, b) => (a.preset ?? '').localeCompare(b.preset ?? ''))
