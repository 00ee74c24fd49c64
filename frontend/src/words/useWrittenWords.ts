import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bringAlso, chaptersAsked } from './chapter.ts'
import { writtenIn } from './written.ts'

/** Brings the words in which a co-op's texts are written, of all that the page says by then. */
export function useWrittenWords(writer: { readonly language: string }) {
  const [chapters] = useState(chaptersAsked)
  const of = writtenIn(writer)
  return useQuery({
    queryKey: ['words', of, chapters],
    queryFn: () => bringAlso(of).then(() => of),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
