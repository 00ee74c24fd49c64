import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Takes } from '../src/features/cooperative/models/Takes.tsx'
import { isByShare, models, modelWhom } from '../src/features/cooperative/presets.ts'

const charterOf = (slug: string) => {
  const found = models.find((one) => one.slug === slug)
  if (!found) throw new Error(`there is no model ${slug}`)
  return found.charter
}

describe('models of co-ops', () => {
  it('says of each whom it is for', () => {
    const silent = models.filter(({ charter }) => modelWhom(charter) === '')
    expect(silent.map(({ slug }) => slug)).toEqual([])
  })

  it('says of no group that it has half where people are counted', () => {
    const counted = models.filter(({ charter }) => !isByShare(charter))
    for (const { charter } of counted) expect(modelWhom(charter)).not.toMatch(/\b(half|quarter)\b/)
  })

  it('promises nobody that so few are enough where they have to be of certain groups', () => {
    render(<Takes charter={charterOf('fairshares')} kind="SPECIAL" />)
    expect(
      screen.getByText('4 people in favour can be enough when nobody else votes.'),
    ).toBeTruthy()
    expect(
      screen.getByText('It takes at least 9 when all the others vote against it.'),
    ).toBeTruthy()
  })
})
