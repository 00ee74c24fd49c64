import { Link } from '@tanstack/react-router'
import { useHouse } from '../../chain/settings.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { commons } from '../../words/commons/words.ts'

const words = commons.publicLicence

/**
 * Says of a work whose content another co-op had registered before that nothing is sold for it here.
 *
 * @rule WRK-5 The work and May I use this?: the same content
 */
export function Twin({ id, origin }: { id: bigint; origin: bigint }) {
  const house = useHouse()
  if (origin === id || !house) return null
  return (
    <Notice>
      {words.twin}{' '}
      <Link
        to="/may-i-use/$phyle/$id"
        params={{ phyle: house.phyle, id: `${origin}` }}
        className="link"
      >
        {words.twinSee({ id: `${origin}` })}
      </Link>
    </Notice>
  )
}
