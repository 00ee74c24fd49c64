import type { Right } from '@phyle/sdk/chapters/commons/enums'
import { commons } from '../../words/commons/words.ts'

const words = commons.publicLicence

/**
 * What the public licence of a work allows by itself, before anything is paid.
 *
 * @rule L9, OFF-4, LIC-8 May I use this? and the work: what its licence already allows
 */
export function PublicLicence({
  licence,
  right,
  offered,
}: {
  licence: string
  right: Right
  /** Whether its steward asks for a price at all. */
  offered: boolean
}) {
  return (
    <p className="m-0">
      {words.allows[right]({ licence })} {offered && words.offered[right]}
    </p>
  )
}
