import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { fund as words } from '../../words/fund/words.ts'

/** Names an offer: by what is bought when the index answers, else by its number. */
export type NameOffer = (series: string) => string

export function useNameOffer(): NameOffer {
  const house = useHouse()
  const offers = useIndex('/api/series', house ? {} : null, house ? { phyle: house.phyle } : {})
  return (id) => {
    const found = offers.data?.data.find((one) => one.id === id)
    return found ? `${found.title}, ${found.coopName}` : words.bonds.offer({ id })
  }
}
