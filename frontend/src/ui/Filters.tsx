import type { Paging } from '@phyle/sdk/answer'
import { Link, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { find as words } from '../words/find/words.ts'
import { Button, buttonClass } from './Button.tsx'
import { Field, inputClass } from './Field.tsx'

const TYPING_MS = 300
const RESULTS = 'results'

interface FiltersProps {
  /** Set while something is filtered: takes all filters away. */
  onClear?: (() => void) | undefined
  children: ReactNode
}

/** What a list can be narrowed by, on one line where there is room. */
export function Filters({ onClear, children }: FiltersProps) {
  return (
    <search
      aria-label={words.filters}
      className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden"
    >
      {children}
      {onClear && (
        <Button look="link" onClick={onClear}>
          {words.clear}
        </Button>
      )}
    </search>
  )
}

interface SearchFieldProps {
  label: string
  help?: string
  /** What is searched for, as the address of the page says. */
  value: string
  onSearch: (text: string) => void
}

/** Searches when typing pauses; follows the address of the page on Back. */
export function SearchField({ label, help, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const search = useRef(onSearch)
  search.current = onSearch
  const router = useRouter()
  const here = useRef(router.latestLocation.pathname)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return
    const pause = setTimeout(() => {
      // Whoever follows a link before the pause is over is not called back.
      if (router.latestLocation.pathname !== here.current) return
      sent.current = text
      search.current(text)
    }, TYPING_MS)
    return () => clearTimeout(pause)
  }, [text, router])
  return (
    <div className="min-w-[min(18rem,100%)] grow">
      <Field label={label} {...(help !== undefined && { help })}>
        <input
          type="search"
          className={inputClass}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </div>
  )
}

interface PickProps {
  label: string
  value: string
  /** The first stands for all. */
  choices: readonly (readonly [value: string, name: string])[]
  onPick: (value: string) => void
}

/** One of several, from a list. */
export function Pick({ label, value, choices, onPick }: PickProps) {
  return (
    <div className="min-w-[9rem] flex-1 sm:max-w-[16rem]">
      <Field label={label}>
        <select
          className={inputClass}
          value={value}
          onChange={(event) => onPick(event.target.value)}
        >
          {choices.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </div>
  )
}

/** How many were found, said aloud when it changes. */
export function Found({ children }: { children: ReactNode }) {
  return (
    <p id={RESULTS} tabIndex={-1} role="status" className="m-0 text-sm text-soft outline-none">
      {children}
    </p>
  )
}

const toResults = () => document.getElementById(RESULTS)?.focus()

/** Which part of a list this is, and the ways to the others; nothing where the list is whole. */
export function Pager({ page, shown }: { page: Paging | undefined; shown: number }) {
  if (!page || (page.next === null && page.previous === null)) return null
  const way = (cursor: string, name: string) => (
    <Link
      to="."
      search={(old: object) => ({ ...old, after: cursor === '' ? undefined : cursor })}
      className={buttonClass()}
      onClick={toResults}
    >
      {name}
    </Link>
  )
  return (
    <nav
      aria-label={words.pages}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 print:hidden"
    >
      {page.previous === null ? <span /> : way(page.previous, words.newer)}
      <span className="num text-sm text-soft">
        {words.shown({ from: page.from + 1, to: page.from + shown, total: page.total })}
      </span>
      {page.next === null ? <span /> : way(page.next, words.older)}
    </nav>
  )
}
