import { Link } from '@tanstack/react-router'
import type { Address } from 'viem'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Card } from '../../ui/Card.tsx'
import { licences } from '../../words/licences/words.ts'
import { Credit } from './Credit.tsx'

const words = licences.credit

/** What one person's contributions count, work by work; nothing where there are none. */
export function CreditCard({ person, family }: { person: Address; family?: string }) {
  const house = useHouse()
  const given = useIndex('/api/people/:wallet/contributions', { wallet: person })
  const works = useIndex('/api/works', {}, house ? { phyle: house.phyle } : undefined)
  const mine = (given.data?.data ?? []).filter(
    (one) => one.phyle === house?.phyle && (family === undefined || one.family === family),
  )
  if (mine.length === 0) return null
  return (
    <Card side title={words.title}>
      {[...new Set(mine.map((one) => one.family))].map((of) => (
        <section key={of} className="flex flex-col gap-1.5">
          {family === undefined && house && (
            <h3>
              <Link
                to="/commons/works/$phyle/$id"
                params={{ phyle: house.phyle, id: of }}
                className="hover:underline"
              >
                {works.data?.data.find(({ id }) => id === of)?.title ?? words.work({ id: of })}
              </Link>
            </h3>
          )}
          <Credit given={mine.filter((one) => one.family === of)} />
        </section>
      ))}
      <p className="m-0 text-sm text-soft">{words.what}</p>
    </Card>
  )
}
