import * as features from '../features/list.ts'

const entries = Object.values(features)
  .flatMap((feature) => ('menu' in feature ? [...feature.menu] : []))
  .toSorted((one, other) => one.order - other.order)

/** What the line at the top of every page leads to. */
export const pages = entries.filter((entry) => !('more' in entry))

/** Only in the menu and at the foot. */
export const morePages = entries.filter((entry) => 'more' in entry)

/** How the top of a page looks, before the app runs and after. */
export const top = {
  page: 'mx-auto flex min-h-dvh max-w-[1180px] flex-col px-4 sm:px-7',
  header: 'border-b border-line',
  line: 'flex items-center gap-4 py-3 lg:gap-6 lg:py-3.5',
  home: 'rounded py-2 font-serif text-[1.3rem] leading-none font-bold',
  nav: 'hidden lg:block',
  list: 'm-0 flex list-none gap-4 p-0 xl:gap-5',
  link: 'inline-block border-b-[3px] border-transparent py-2 whitespace-nowrap text-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink',
  corner: 'ml-auto flex min-w-0 items-center gap-2',
  menu: 'inline-flex min-h-11 items-center rounded-xl border-[1.5px] border-edge px-3.5 font-semibold lg:hidden',
  main: 'grow py-7 outline-none sm:py-8',
} as const
