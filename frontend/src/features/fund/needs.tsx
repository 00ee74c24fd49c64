import { Link } from '@tanstack/react-router'
import { usePurse } from '../../chain/purse.ts'
import { useHouse } from '../../chain/settings.tsx'
import type { Need, Needing, Waiting } from '../../shell/feature.ts'
import { waitsIn } from '../../shell/waits.ts'
import { Refusal } from '../../ui/Notice.tsx'
import { needs as words } from '../../words/fund/needs/words.ts'
import { DueCard } from './Due.tsx'
import { collectable } from './due.ts'
import { Estates, useEstates } from './Estates.tsx'
import { FeesCard } from './FeesCard.tsx'
import { readyFees, useMyFees } from './fees.ts'

/** Money that the reader, or a co-op of theirs, can collect now. */
function useMoneyDue({ address, now }: Needing): Waiting {
  const house = useHouse()
  const purse = usePurse(address)
  const fees = useMyFees(address)
  const due =
    purse.data &&
    fees.data &&
    Number(collectable(purse.data) > 0n) + readyFees(fees.data, now).length
  return {
    waits: house ? waitsIn(due, purse.isError || fees.isError) : 'no',
    show: () =>
      house && (
        <div data-chapter="money" className="flex flex-col gap-5 empty:hidden">
          {purse.data && <DueCard purse={purse.data} title={words.money} />}
          <FeesCard me={address} ready />
          {(purse.isError || fees.isError) && (
            <Refusal refusal={words.moneyUnknown}>
              <Link to="/money" className="link">
                {words.toMoney}
              </Link>
            </Refusal>
          )}
        </div>
      ),
  }
}

/** Where the reader would be followed by an heir, or is one. */
function useInheriting({ address, now }: Needing): Waiting {
  const { estates, failed } = useEstates(address)
  const house = useHouse()
  return {
    waits: house ? waitsIn(estates?.length, failed) : 'no',
    show: () => estates && <Estates wallet={address} estates={estates} now={now} />,
  }
}

/** What needs the reader. */
export const needs: readonly Need[] = [
  { order: 5, name: 'estates', useWaiting: useInheriting },
  { order: 30, name: 'money', useWaiting: useMoneyDue },
]
