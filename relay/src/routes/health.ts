// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RelayHealth } from '@phyle/sdk/relay-api'
import { Hono } from 'hono'
import type { Chain } from '../chain/chain.ts'
import type { Env } from '../env.ts'
import type { Ballots } from '../store/ballots.ts'

export const healthRoute = (
  chain: Chain,
  ballots: Ballots,
  { executes, sendsNow }: Pick<Env, 'executes' | 'sendsNow'>,
) =>
  new Hono().get('/', async (c) => {
    const { address } = chain.account
    const [head, balance, counts] = await Promise.all([
      chain.head(),
      chain.client.getBalance({ address }),
      ballots.counts(),
    ])
    const health: RelayHealth = {
      ok: balance > 0n,
      chainId: chain.chainId,
      block: Number(head.block),
      time: head.time,
      relay: address,
      balance: balance.toString(),
      ...counts,
      executes,
      sendsNow,
    }
    return c.json(health)
  })
