// SPDX-License-Identifier: AGPL-3.0-or-later
/** How a chapter opens its routes: each answer is true at the block that the index has read. */
import type { Answer, AsOf } from '@phyle/sdk/answer'
import type { IndexData, IndexRoute, IndexRow, ListRoute } from '@phyle/sdk/index-api'
import type { Hono } from 'hono'
import { type Asked, askedOf, type PageSize, pageAsked } from './asking.ts'
import { nowAt } from './chain.ts'
import type { Listed } from './page.ts'
import { asOf } from './state.ts'

/** Where the index is, which is how new what is read of the chain must be. */
async function asOfNow(): Promise<AsOf> {
  const at = await asOf()
  nowAt(at.block)
  return at
}

export interface Doors {
  readonly answer: <R extends IndexRoute>(
    route: R,
    reply: (asked: Asked) => Promise<IndexData<R>>,
  ) => void
  /** A list, in pages. */
  readonly list: <R extends ListRoute>(
    route: R,
    reply: (asked: Asked) => Promise<Listed<IndexRow<R>>>,
    size?: PageSize,
  ) => void
  /** What is no JSON: its type, and its text. */
  readonly text: (
    route: `/api/${string}`,
    type: string,
    reply: (asked: Asked) => Promise<string>,
  ) => void
}

export const doorsOf = (app: Hono): Doors => ({
  answer: (route, reply) => {
    app.get(route, async (c) => {
      const at = await asOfNow()
      const body: Answer<object> = { asOf: at, data: await reply(askedOf(c, at.time)) }
      return c.json(body)
    })
  },
  list: (route, reply, size = {}) => {
    app.get(route, async (c) => {
      const at = await asOfNow()
      const asked = pageAsked(c, size)
      const { data, page } = await (await reply(askedOf(c, at.time))).page(asked)
      const body: Answer<readonly object[]> = { asOf: at, data: data as readonly object[], page }
      return c.json(body)
    })
  },
  text: (route, type, reply) => {
    app.get(route, async (c) => {
      const at = await asOfNow()
      return c.body(await reply(askedOf(c, at.time)), 200, { 'Content-Type': type })
    })
  },
})
