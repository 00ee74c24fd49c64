import type { Right } from '@phyle/sdk/chapters/commons/enums'
import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PublicLicence } from '../src/features/commons/PublicLicence.tsx'

const said = (licence: string, right: Right, offered: boolean) =>
  render(<PublicLicence licence={licence} right={right} offered={offered} />).container.textContent

it('L9 says what the public licence allows before a price is asked', () => {
  expect(said('MIT', 'FREE', false)).toMatch(/MIT, already allows .*no permission/)
  expect(said('CERN-OHL-S-2.0', 'SHARE_ALIKE', true)).toMatch(
    /already allows .*under the same licence.*second/,
  )
  expect(said('CC-BY-NC-4.0', 'RESERVED', true)).toMatch(
    /does not allow commercial use.*need the permission/,
  )
  expect(said('LicenseRef-Other', 'UNKNOWN', false)).toMatch(/We do not know/)
})

it('names no offer where its steward asks for nothing', () => {
  expect(said('CC-BY-SA-4.0', 'SHARE_ALIKE', false)).not.toContain('offered')
  expect(said('CC-BY-NC-4.0', 'RESERVED', false)).toMatch(/does not allow commercial use\. $/)
})
