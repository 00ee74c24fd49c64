import { speak } from '../words/chapter.ts'
import { LANGUAGES, type Language } from '../words/language.ts'
import { plain } from '../words/plain/words.ts'
import { firstPage } from './firstPage.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const said = (name: string, { why, now }: { why: string; now: string }, hidden = true) =>
  `<p data-when="${name}"${hidden ? ' hidden' : ''}><b>${escaped(why)}</b> ${escaped(now)}</p>`

function plainPage(browsers: string): string {
  const { helps } = plain
  const lines = [helps.again, helps.browser({ browsers }), helps.extensions, helps.send]
  return `
        <p>${escaped(plain.what)}</p>
        ${said('noScripts', plain.noScripts, false)}
        ${said('slow', plain.slow)}
        ${said('failed', plain.failed)}
        <ul data-when="failed" hidden class="flex list-disc flex-col gap-1 pl-5">
          ${lines.map((help) => `<li>${escaped(help)}</li>`).join('\n          ')}
        </ul>
        <p>${escaped(plain.safe)}</p>
        <p><a class="link" href="">${escaped(plain.again)}</a></p>
        <details data-when="failed" hidden>
          <summary>${escaped(plain.details)}</summary>
          <pre class="text-sm whitespace-pre-wrap break-words"></pre>
        </details>`
}

const inLanguage = (language: Language, html: string) =>
  `<div lang="${language}" data-spoken class="flex flex-col items-start gap-4">${html}</div>`

/**
 * What stands in the page until the app has started, in every language; plain.js finds out which
 * is read. The plain page is there before any script runs: it stays in sight where none does, in
 * all languages. plain.js hides it while the app starts and brings it back when the app does not;
 * React takes its place.
 */
export async function pageInHtml(browsers: string): Promise<string> {
  let first = ''
  let fallback = ''
  for (const language of LANGUAGES) {
    await speak(language)
    first += `<div lang="${language}" data-spoken>${firstPage()}</div>`
    fallback += inLanguage(language, plainPage(browsers))
  }
  return `<div id="first">${first}</div>
      <div id="plain" class="mx-auto flex max-w-[68ch] flex-col items-start gap-4 px-5 py-10">
        <h1>Phyle</h1>
        ${fallback}
      </div>`
}
