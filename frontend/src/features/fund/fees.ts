import type { PhyleHouse } from '@phyle/sdk/deployments'
import { useQuery } from '@tanstack/react-query'
import { type Address, isAddressEqual } from 'viem'
import { type Config, useConfig } from 'wagmi'
import { askIndex, askWhole } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import type { Settings } from '../../env.ts'
import {
  readLicencesClaimable,
  readLicencesPaymentOf,
  readLicencesPendingOf,
} from '../../generated/contracts.ts'

/** A payment whose time to be taken back has not ended, or which nobody has released yet. */
export interface Escrow {
  readonly family: bigint
  readonly licensee: Address
  readonly receipt: bigint
  readonly amount: bigint
  readonly refundUntil: number
}

export interface Unsplit {
  readonly work: bigint
  readonly terms: bigint
  readonly amount: bigint
}

/** What one account has and may expect of licence fees. */
export interface Fees {
  readonly account: Address
  /** Can be collected now. */
  readonly claimable: bigint
  /** Whole fees, of which the account gets its share. */
  readonly escrows: readonly Escrow[]
  readonly unsplit: readonly Unsplit[]
  /** The works that the account looks after, for which fees come in. */
  readonly works: readonly { readonly id: string; readonly title: string }[]
}

/** Licence fees of some accounts, asked of the contracts; the index only says where to look. */
async function readFees(
  config: Config,
  settings: Settings,
  house: PhyleHouse,
  accounts: readonly Address[],
): Promise<Fees[]> {
  const at = { address: house.licences }
  const works = await askWhole(settings.indexerUrl, '/api/works', {}, { phyle: house.phyle }).then(
    ({ data }) => data,
    () => [],
  )
  return Promise.all(
    accounts.map(async (account): Promise<Fees> => {
      const mine = works.filter(
        (one) => one.pricePerYear !== null && isAddressEqual(one.steward, account),
      )
      const families = await Promise.all(
        mine
          .filter(({ id, family }) => id === family)
          .map(async ({ id: family }) => {
            const of = { phyle: house.phyle, family }
            const [work, grants, releases] = await Promise.all([
              askIndex(settings.indexerUrl, '/api/works/:phyle/:id', {
                phyle: of.phyle,
                id: family,
              }),
              askWhole(settings.indexerUrl, '/api/grants', {}, of),
              askWhole(settings.indexerUrl, '/api/works', {}, of),
            ])
            return { family, terms: work.data.terms, grants: grants.data, releases: releases.data }
          }),
      )
      const [claimable, escrows, unsplit] = await Promise.all([
        readLicencesClaimable(config, { ...at, args: [account] }),
        Promise.all(
          families.flatMap((data) =>
            data.grants.flatMap(({ licensee, receipts }) =>
              receipts
                .filter(({ amount, refunded }) => amount !== '0' && refunded === null)
                .map(async ({ number }): Promise<Escrow> => {
                  const [family, receipt] = [BigInt(data.family), BigInt(number)]
                  const args = [family, licensee, receipt] as const
                  const paid = await readLicencesPaymentOf(config, { ...at, args })
                  const { amount, refundUntil } = paid
                  return { family, licensee, receipt, amount, refundUntil }
                }),
            ),
          ),
        ),
        Promise.all(
          families.flatMap((data) =>
            data.releases.flatMap((release) =>
              data.terms.map(async ({ version }): Promise<Unsplit> => {
                const [work, terms] = [BigInt(release.id), BigInt(version)]
                const args = [work, terms] as const
                const amount = await readLicencesPendingOf(config, { ...at, args })
                return { work, terms, amount }
              }),
            ),
          ),
        ),
      ])
      return {
        account,
        claimable,
        escrows: escrows.filter(({ amount }) => amount > 0n),
        unsplit: unsplit.filter(({ amount }) => amount > 0n),
        works: mine.map(({ id, title }) => ({ id, title })),
      }
    }),
  )
}

function useFees(accounts: readonly Address[]) {
  const config = useConfig()
  const house = useHouse()
  const settings = useSettings()
  return useQuery({
    queryKey: ['fees', house?.phyle, accounts],
    enabled: house !== null && accounts.length > 0,
    refetchInterval: settings.local ? 4_000 : 15_000,
    queryFn: () => {
      if (!house) throw new Error('not enabled')
      return readFees(config, settings, house, accounts)
    },
  })
}

/** What somebody can have released now, and what is then to be divided. */
export const releasable = (fees: Fees, now: number) =>
  fees.escrows.filter(({ refundUntil }) => refundUntil <= now)

const sum = (parts: readonly { readonly amount: bigint }[]) =>
  parts.reduce((all, { amount }) => all + amount, 0n)

/** In three steps of its way: to collect, to be divided, and still to be taken back. */
export const onTheWay = (fees: Fees, now: number) => ({
  toDivide: sum(fees.unsplit) + sum(releasable(fees, now)),
  waiting: sum(fees.escrows.filter(({ refundUntil }) => refundUntil > now)),
  until: Math.max(0, ...fees.escrows.map(({ refundUntil }) => refundUntil)),
})

/** What somebody can do something about now: collect it, or have it shared out. */
export const readyFees = (fees: readonly Fees[], now: number): readonly Fees[] =>
  fees.filter((one) => one.claimable + onTheWay(one, now).toDivide > 0n)

/** Of a person and of the co-ops they belong to. */
export function useMyFees(me: Address) {
  const { memberships } = useMe()
  const coops = memberships.filter(({ left }) => left === null).map(({ coop }) => coop)
  return useFees([me, ...new Set(coops)])
}
