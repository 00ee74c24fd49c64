/** "en_US.UTF-8" and "en-US@posix", as some systems name a language, become "en-US". */
const tidied = (name: string) => name.replace(/[@.].*$/, '').replaceAll('_', '-')

function known(name: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tidied(name))[0]
  } catch {
    return undefined
  }
}

let asked = ''
let found = 'en'

/** How the reader's country writes money, dates and numbers: their first language that Intl knows. */
export function locale(): string {
  const names = navigator.languages?.length ? navigator.languages : [navigator.language]
  const key = names.join()
  if (key !== asked) {
    asked = key
    found = names.map((name) => known(`${name}`)).find((name) => name !== undefined) ?? 'en'
  }
  return found
}
