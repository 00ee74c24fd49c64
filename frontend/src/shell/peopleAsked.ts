import { type Asked, oneOf, texts } from './asked.ts'

/** How the voter list of a co-op is narrowed. */
export interface PeopleSearch {
  q?: string | undefined
  group?: string | undefined
  left?: 'true' | 'false' | undefined
  after?: string | undefined
}

/** The same, as the address of a co-op's page says it. */
export const peopleAsked = (asked: Asked): PeopleSearch => ({
  ...texts(asked, 'q', 'group', 'after'),
  ...oneOf(asked, 'left', ['true', 'false']),
})
