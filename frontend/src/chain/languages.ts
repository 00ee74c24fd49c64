import { useMemo } from 'react'
import { useIndex } from './indexClient.ts'

/** The language of each co-op's own texts, by the address of the co-op; undefined while nobody knows. */
export function useLanguageOf(): (coop: string) => string | undefined {
  const { data } = useIndex('/api/names', {})
  return useMemo(() => {
    const known = new Map(data?.data.map((one) => [one.coop.toLowerCase(), one.language]))
    return (coop) => known.get(coop.toLowerCase())
  }, [data])
}
