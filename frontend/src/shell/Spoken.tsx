import { useState } from 'react'
import { speak } from '../words/chapter.ts'
import {
  LANGUAGE_NAMES,
  LANGUAGES,
  markPage,
  type Reader,
  rememberLanguage,
} from '../words/language.ts'
import { shell } from '../words/shell/words.ts'
import { useLanguage } from '../words/useLanguage.ts'

/** Chooses the language of the app. What somebody is writing stays as it is. */
export function Spoken() {
  const now = useLanguage()
  const [failed, setFailed] = useState(false)
  const choose = async (chosen: Reader) => {
    try {
      await speak(chosen)
      rememberLanguage(chosen)
      markPage()
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <label className="inline-flex flex-wrap items-center gap-2">
      {shell.footer.language}
      <select
        className="min-h-9 rounded-lg border border-edge bg-card px-2 text-ink"
        value={now}
        onChange={(event) => {
          const chosen = LANGUAGES.find((one) => one === event.target.value)
          if (chosen) void choose(chosen)
        }}
      >
        {(now === 'xx' ? [...LANGUAGES, now] : LANGUAGES).map((one) => (
          <option key={one} value={one} lang={one === 'xx' ? 'en' : one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
      <span role="status">{failed && shell.footer.notSpoken}</span>
    </label>
  )
}
