import { plain } from '../words/en/plain.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const said = (name: string, { why, now }: { why: string; now: string }, hidden = true) =>
  `<p data-when="${name}"${hidden ? ' hidden' : ''}><b>${escaped(why)}</b> ${escaped(now)}</p>`

/**
 * The page that is there before any script runs: it stays in sight where none does. plain.js hides
 * it while the app starts and brings it back when the app does not; React takes its place.
 */
export const plainPage = (browsers: string) => `
      <div id="plain" class="mx-auto flex max-w-[68ch] flex-col items-start gap-4 px-5 py-10">
        <h1>Phyle</h1>
        <p>${escaped(plain.what)}</p>
        ${said('noScripts', plain.noScripts, false)}
        ${said('slow', plain.slow)}
        ${said('failed', plain.failed)}
        <ul data-when="failed" hidden class="flex list-disc flex-col gap-1 pl-5">
          ${plain
            .helps(browsers)
            .map((help) => `<li>${escaped(help)}</li>`)
            .join('\n          ')}
        </ul>
        <p>${escaped(plain.safe)}</p>
        <p><a class="link" href="">${escaped(plain.again)}</a></p>
        <details data-when="failed" hidden>
          <summary>${escaped(plain.details)}</summary>
          <pre class="text-sm whitespace-pre-wrap break-words"></pre>
        </details>
      </div>`
