import browserslist from 'browserslist'
import settings from '../../package.json' with { type: 'json' }

/** The browsers that package.json promises, as browserslist names them, and as people do. */
const NAMES = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  ios_saf: 'Safari on iOS',
} as const

type Family = keyof typeof NAMES

const families = Object.keys(NAMES) as readonly Family[]

/** The oldest promised version of each family: "ios_saf 16.6-16.7" begins at 16.6. */
function oldest(): readonly (readonly [Family, string])[] {
  const promised = browserslist(settings.browserslist)
  return families.map((family) => {
    const versions = promised
      .filter((browser) => browser.startsWith(`${family} `))
      .map((browser) => browser.slice(family.length + 1).split('-')[0] ?? '')
      .filter((version) => /^\d+(\.\d+)*$/.test(version))
    const [first] = versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    if (first === undefined) throw new Error(`package.json promises no version of ${family}`)
    return [family, first]
  })
}

/** What the build compiles scripts and styles for. */
export const buildTarget = (): string[] =>
  oldest().map(([family, version]) => `${family === 'ios_saf' ? 'ios' : family}${version}`)

/** As a person reads it: "Chrome 111, Edge 111". */
export const oldestBrowsers = (): string =>
  oldest()
    .map(([family, version]) => `${NAMES[family]} ${version}`)
    .join(', ')
