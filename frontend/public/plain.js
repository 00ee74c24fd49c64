/*
 * Brings the plain page back when the app does not start, or ends in an error. It is a classic
 * script in the JavaScript of 2015, so that it runs where the app cannot, and the first of the
 * page, so that it hears every failure.
 */
;(() => {
  const PATIENCE = 15000
  const page = document.documentElement
  const seen = []
  let plain = null

  function show(state) {
    const root = document.getElementById('root')
    plain = plain || document.getElementById('plain')
    // React empties the root when it shows its first page, and again when it gives up.
    const isBlank = root && plain && (root.children.length === 0 || root.contains(plain))
    if (!isBlank) return
    const parts = plain.querySelectorAll('[data-when]')
    for (let at = 0; at < parts.length; at += 1) {
      parts[at].hidden = parts[at].getAttribute('data-when') !== state
    }
    const places = plain.querySelectorAll('pre')
    for (let at = 0; at < places.length; at += 1) {
      places[at].textContent = seen.concat([navigator.userAgent, location.href]).join('\n')
    }
    page.removeAttribute('data-starts')
    if (!root.contains(plain)) root.appendChild(plain)
  }

  function failed(said) {
    if (seen.indexOf(said) < 0) seen.push(said)
    setTimeout(() => show('failed'), 100)
  }

  function kept(name) {
    try {
      return localStorage.getItem(name) || ''
    } catch (_) {
      return ''
    }
  }
  if (/^(light|dark)$/.test(kept('phyle.theme')))
    page.setAttribute('data-theme', kept('phyle.theme'))
  if (kept('phyle.letters') !== '') page.setAttribute('data-letters', '')
  // The languages of the app, as in src/words/language.ts.
  const asked = [kept('phyle.language')].concat(navigator.languages || [navigator.language])
  const spoken = asked
    .map((name) => String(name).toLowerCase().split(/[-_]/)[0])
    .filter((name) => /^(en|fr|es|it)$/.test(name))[0]
  page.lang = spoken || 'en'
  page.setAttribute('data-language', page.lang)
  // Its words are fetched at once, while the app itself is still on its way.
  const files = document.querySelector('meta[name="phyle-words"]')
  const words = (files ? files.content.split(' ') : []).filter(
    (name) => name.indexOf(`words-${page.lang}-`) >= 0,
  )[0]
  if (words) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = 'anonymous'
    link.href = `./${words}`
    document.head.appendChild(link)
  }
  // While the app starts the page says what this is, but not to who knows or goes elsewhere.
  const isFirst = /^(#\/?)?$/.test(location.hash)
  const isNew = !/"accounts":\["0x/.test(kept('wagmi.store'))
  page.setAttribute('data-starts', isFirst && isNew ? 'welcome' : 'page')
  setTimeout(() => {
    if (seen.length === 0) show('slow')
  }, PATIENCE)

  window.addEventListener(
    'error',
    (event) => {
      const isFile = event.target instanceof Element
      failed(isFile ? `${event.target.outerHTML}: not loaded` : String(event.message))
    },
    true,
  )
  window.addEventListener('unhandledrejection', (event) => failed(String(event.reason)))

  document.addEventListener('DOMContentLoaded', () => {
    const manifest = document.querySelector('link[rel="manifest"]')
    if (manifest && page.lang !== 'en') manifest.href = `./manifest.${page.lang}.webmanifest`
    const root = document.getElementById('root')
    plain = plain || document.getElementById('plain')
    if (!root || !plain) return
    plain.addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return
      event.preventDefault()
      location.reload()
    })
    new MutationObserver(() => {
      const isApp = (child) => child !== plain && child.id !== 'first'
      if (Array.from(root.children).some(isApp) && root.contains(plain)) root.removeChild(plain)
    }).observe(root, { childList: true })
  })
})()
