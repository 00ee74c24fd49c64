import { depthOf } from '@phyle/sdk/parse'
import { isAddressEqual, zeroAddress } from 'viem'
import { z } from 'zod'
import { documents as words } from '../words/documents/words.ts'
import { Data } from './Data.tsx'
import { Disclosure } from './Disclosure.tsx'
import { Person } from './Person.tsx'
import { Prose } from './Prose.tsx'
import { Table } from './Table.tsx'

const text = words.social

/** What the form for social accounts writes down. */
const SocialAccount = z.strictObject({
  cooperative: z.string(),
  year: z.number().int(),
  effects: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      limit: z.string(),
      figure: z.string(),
    }),
  ),
  attester: z.templateLiteral([z.literal('0x'), z.string().length(40)]),
  report: z.string(),
})

/** What is deeper is no data that anybody reads. */
const MOST_DEPTH = 64

function jsonOf(content: string): Readonly<Record<string, unknown>> | null {
  try {
    if (depthOf(content) > MOST_DEPTH) return null
    const value: unknown = JSON.parse(content)
    if (typeof value !== 'object' || value === null) return null
    return Array.isArray(value) ? { '': value } : (value as Record<string, unknown>)
  } catch {
    return null
  }
}

/** A document to be read: text as text, data as tables, with its raw form folded away below. */
export function DocumentText({ content, lang }: { content: string; lang?: string | undefined }) {
  const data = jsonOf(content)
  if (data === null) return <Prose text={content} lang={lang} />
  const social = SocialAccount.safeParse(data)
  return (
    <>
      {social.success ? <Social account={social.data} /> : <Data value={data} />}
      <Raw content={content} />
    </>
  )
}

/** What was kept, letter by letter. */
export function Raw({ content }: { content: string }) {
  return (
    <Disclosure summary={words.raw}>
      <pre className="m-0 max-h-80 overflow-auto whitespace-pre-wrap rounded-xl border border-line p-3 font-mono text-[0.78rem] wrap-anywhere">
        {content}
      </pre>
    </Disclosure>
  )
}

function Social({ account }: { account: z.infer<typeof SocialAccount> }) {
  const { year, effects, attester, report } = account
  return (
    <>
      <p className="m-0 font-semibold">{text.year({ year: `${year}` })}</p>
      {effects.length > 0 && (
        <Table
          caption={text.effects}
          rows={effects}
          keyOf={({ name }) => name}
          columns={[
            { name: text.heads[0], of: ({ name }) => name },
            { name: text.heads[1], of: ({ figure, unit }) => text.figure({ figure, unit }) },
            { name: text.heads[2], of: ({ limit }) => limit },
          ]}
        />
      )}
      <p className="m-0">
        {isAddressEqual(attester, zeroAddress) ? (
          text.unchecked
        ) : (
          <>
            {text.attester} <Person address={attester} face={false} />
          </>
        )}
      </p>
      {report !== '' && (
        <>
          <p className="m-0 font-semibold">{text.report}</p>
          <Prose text={report} />
        </>
      )}
    </>
  )
}
