import { Toaster } from 'sonner'
import { Spoken } from '../shell/Spoken.tsx'
import { Theme } from '../shell/Theme.tsx'
import { useLanguage } from '../words/useLanguage.ts'
import { SPECIMENS } from './specimens.ts'

const parts = [...new Set(SPECIMENS.map(({ part }) => part))].toSorted()

/** All parts with all their states, below each other; language, theme and width are the reader's to change. */
export function Gallery() {
  return (
    // Specimens are made once: to be said in another language, they are shown anew.
    <main key={useLanguage()} className="mx-auto flex max-w-[1120px] flex-col gap-10 px-4 py-8">
      <header className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="m-0">The parts of the app</h1>
        <div className="flex flex-wrap gap-4">
          <Spoken />
          <Theme />
        </div>
      </header>
      {parts.map((part) => (
        <section key={part} aria-label={part} className="flex flex-col gap-5">
          <h2 id={part} className="m-0">
            {part}
          </h2>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            {SPECIMENS.filter((one) => one.part === part).map(({ state, shown }) => (
              <figure key={state} className="m-0 flex min-w-0 flex-col gap-2">
                <figcaption className="text-sm text-soft">{state}</figcaption>
                <div>{shown}</div>
              </figure>
            ))}
          </div>
        </section>
      ))}
      <Toaster />
    </main>
  )
}
