import { useSyncExternalStore } from 'react'

function useMedia(media: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(media)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(media).matches,
  )
}

/** Whether a page has its second column: on a narrow screen its main act belongs further up. */
export const useWide = () => useMedia('(min-width: 64rem)')

/** Whether there is room for a drawing that lies; on a phone it stands. */
export const useRoomy = () => useMedia('(min-width: 40rem)')
