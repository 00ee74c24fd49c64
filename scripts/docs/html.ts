// SPDX-License-Identifier: AGPL-3.0-or-later

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A comment as paragraphs; lists and headings in capitals keep their lines. */
export function prose(text: string): string {
  return text
    .split(/\n\s*\n|\n(?=\s*- )|\n(?=\s*[A-Z][A-Z ]{3,}$)|(?<=^[A-Z ]{4,})\n/m)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${inline(part.trim())}</p>`)
    .join('\n')
}

const inline = (text: string) => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')

export const code = (text: string): string => `<pre><code>${escaped(text)}</code></pre>`

/** A whole page of the reference. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Phyle</title>
<style>
  body { max-width: 54rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; }
  pre { overflow-x: auto; padding: 0.75rem 1rem; background: #8881; border-radius: 0.4rem; }
  h3 { margin: 2.2rem 0 0.4rem; }
  p, dd { overflow-wrap: anywhere; }
  dt { font-weight: 600; }
  td, th { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
  :root { color-scheme: light dark; }
</style>
<p><a href="index.html">Reference</a></p>
<h1>${escaped(title)}</h1>
${body}
</html>
`
}
