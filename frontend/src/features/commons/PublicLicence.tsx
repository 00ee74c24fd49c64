import { spdxRightOf } from '@phyle/sdk/spdx-rights'
import { commons } from '../../words/commons/words.ts'

const words = commons.publicLicence

/** What the public licence of a work allows by itself, before anything is paid. */
export function PublicLicence({
  licence,
  offered,
}: {
  licence: string
  /** Whether its steward asks for a price at all. */
  offered: boolean
}) {
  const right = spdxRightOf(licence) ?? 'UNKNOWN'
  return (
    <p className="m-0">
      {words.allows[right]({ licence })} {offered && words.offered[right]}
    </p>
  )
}
