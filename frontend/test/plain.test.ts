import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pageInHtml } from '../src/plain/page.ts'
import { bringLetters } from '../src/shell/letters.ts'
import { pages } from '../src/shell/pages.ts'
import { speak } from '../src/words/chapter.ts'
import { foryou } from '../src/words/foryou/words.ts'
import { plain } from '../src/words/plain/words.ts'

const script = await readFile(join(import.meta.dirname, '../public/plain.js'), 'utf8')
const shown = () => document.getElementById('plain')
const text = () =>
  [...(shown()?.querySelectorAll('p:not([hidden]), li') ?? [])]
    .filter((part) => part.closest('[hidden]') === null)
    .map((part) => part.textContent)
    .join(' ')
const root = () => document.getElementById('root') as HTMLElement

beforeEach(async () => {
  const html = await pageInHtml('Chrome 111')
  await speak('en')
  vi.useFakeTimers()
  document.body.innerHTML = `<div id="root">${html}</div>`
  localStorage.clear()
  location.hash = ''
})

const start = () => {
  new Function(script)()
  document.dispatchEvent(new Event('DOMContentLoaded'))
}
const isHidden = () => document.documentElement.hasAttribute('data-starts')
const breaks = () =>
  window.dispatchEvent(new ErrorEvent('error', { message: 'x is not a function' }))

describe('The page in plain HTML', () => {
  it('says without any script what this is, and that scripts are needed', () => {
    expect(text()).toContain(plain.what)
    expect(text()).toContain(plain.noScripts.why)
    expect(text()).not.toContain(plain.failed.why)
  })

  it('is not seen while the app starts', () => {
    start()
    expect(isHidden()).toBe(true)
  })

  it('is written in its own letters at once where the device has them', () => {
    const hasLetters = () => document.documentElement.hasAttribute('data-letters')
    start()
    expect(hasLetters()).toBe(false)
    bringLetters()
    expect(hasLetters()).toBe(true)
    document.documentElement.removeAttribute('data-letters')
    start()
    expect(hasLetters()).toBe(true)
  })

  it('says after a while that it takes long', () => {
    start()
    vi.advanceTimersByTime(20_000)
    expect(isHidden()).toBe(false)
    expect(text()).toContain(plain.slow.why)
    expect(text()).not.toContain(plain.noScripts.why)
  })

  it('says what to do, and why for whoever helps, when the start fails', () => {
    start()
    breaks()
    vi.advanceTimersByTime(1_000)
    expect(text()).toContain(plain.failed.why)
    expect(text()).toContain('The oldest that work are Chrome 111.')
    expect(shown()?.querySelector('pre')?.textContent).toContain('x is not a function')
  })

  it('comes back when the app ends in an error and leaves nothing', () => {
    start()
    root().innerHTML = '<p>The app</p>'
    root().innerHTML = ''
    breaks()
    vi.advanceTimersByTime(1_000)
    expect(text()).toContain(plain.failed.why)
  })

  it('leaves an app alone that goes on after an error', () => {
    start()
    root().innerHTML = '<p>The app</p>'
    breaks()
    vi.advanceTimersByTime(20_000)
    expect(root().innerHTML).toBe('<p>The app</p>')
  })

  it('goes when the app appears after all', async () => {
    start()
    breaks()
    vi.advanceTimersByTime(1_000)
    root().append(document.createElement('div'))
    await Promise.resolve()
    expect(shown()).toBeNull()
    expect(root().contains(document.getElementById('plain'))).toBe(false)
  })
})

describe('The page while the app starts', () => {
  const starts = () => document.documentElement.dataset.starts
  const first = () => document.getElementById('first') as HTMLElement

  it('says what this is, and leads to every page', () => {
    expect(first().textContent).toContain(foryou.forYouPage.signedOut.lead)
    for (const { to, name } of pages) {
      const [link] = [...first().querySelectorAll('a')].filter((one) => one.textContent === name())
      expect(link?.getAttribute('href')).toBe(`#${to}`)
    }
    start()
    expect(starts()).toBe('welcome')
  })

  it('does not explain itself to who is signed in, or goes to another page', () => {
    location.hash = '#/decisions'
    start()
    expect(starts()).toBe('page')
    location.hash = '#/'
    start()
    expect(starts()).toBe('welcome')
    const connected = { state: { connections: { value: [['a', { accounts: ['0x01'] }]] } } }
    localStorage.setItem('wagmi.store', JSON.stringify(connected))
    start()
    expect(starts()).toBe('page')
  })
})
