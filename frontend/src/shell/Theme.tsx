import { useState } from 'react'
import { device } from '../device/storage.ts'
import { shell } from '../words/shell/words.ts'

const STORED = 'phyle.theme'
const themes = ['auto', 'light', 'dark'] as const
type ThemeName = (typeof themes)[number]

const stored = (): ThemeName => themes.find((name) => name === device.get(STORED)) ?? 'auto'

export function applyTheme(name: ThemeName = stored()) {
  if (name === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = name
}

export function Theme() {
  const [theme, setTheme] = useState(stored)
  return (
    <label className="inline-flex items-center gap-2">
      {shell.footer.theme}
      <select
        className="min-h-9 rounded-lg border border-edge bg-card px-2 text-ink"
        value={theme}
        onChange={(event) => {
          const name = themes.find((name) => name === event.target.value) ?? 'auto'
          device.set(STORED, name)
          applyTheme(name)
          setTheme(name)
        }}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {shell.footer.themes[name]}
          </option>
        ))}
      </select>
    </label>
  )
}
