import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { plainAmount } from '@phyle/sdk/csv'
import type { Address } from 'viem'
import { useNameOf } from '../../chain/names.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'
import { type Currency, money, number, shortAddress, unitOf } from '../../words/format.ts'

/** How amounts of the assets of a co-op are written; of what nobody here knows, in its smallest units. */
export function useAssets({ balances }: Pick<CoopDetail, 'balances'>) {
  const { currency } = useSettings()
  const house = useHouse()
  const nameOf = useNameOf()
  const currencyOf = (token: Address): Currency | undefined =>
    token === house?.cash ? currency : balances.find((one) => one.token === token)
  return {
    currencyOf,
    say(amount: bigint, token: Address): string {
      const known = currencyOf(token)
      return known
        ? money(amount, known)
        : cooperative.coopPage.unitsOf({
            count: number(amount),
            token: nameOf(token) ?? shortAddress(token),
          })
    },
    /** For a table to take away: the figure alone, and of what it is one. */
    plain(amount: string, token: Address): { readonly figure: string; readonly unit: string } {
      const known = currencyOf(token)
      return known
        ? { figure: plainAmount(BigInt(amount), known.decimals), unit: unitOf(known) }
        : { figure: amount, unit: find.csv.smallest }
    },
  }
}
