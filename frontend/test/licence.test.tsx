import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { PublicLicence } from '../src/features/commons/PublicLicence.tsx'

const said = (licence: string, offered: boolean) =>
  render(<PublicLicence licence={licence} offered={offered} />).container.textContent

it('says what the public licence allows before a price is asked', () => {
  expect(said('MIT', true)).toMatch(/MIT, already allows .*no permission.*separate permission/)
  expect(said('CERN-OHL-S-2.0', true)).toMatch(/already allows .*under the same licence.*second/)
  expect(said('CC-BY-NC-4.0', true)).toMatch(/does not allow commercial use.*need the permission/)
  expect(said('LicenseRef-Other', true)).toMatch(/We do not know/)
})

it('names no offer where its steward asks for nothing', () => {
  expect(said('MIT', false)).not.toContain('offered')
  expect(said('CC-BY-NC-4.0', false)).toMatch(/does not allow commercial use\. $/)
})
