import type { Charter } from '@phyle/sdk/charter'
import { readFoundingDocument } from '@phyle/sdk/founding-document'
import { countryName } from '../../chain/countries.ts'
import { useDocument } from '../../chain/relay.ts'
import type { CardProps } from '../../shell/feature.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText, Raw } from '../../ui/DocumentText.tsx'
import { chaptersOf } from '../../words/charter/say.ts'
import { cooperative } from '../../words/cooperative/words.ts'
import { shell } from '../../words/shell/words.ts'
import { CharterText, ownWords } from '../statutes/index.ts'

const words = cooperative.coopPage

/** The founding document and what the co-op filed. */
export function Documents({ coop }: CardProps) {
  const filings = [
    ...coop.socialAccounts.map((one) => ({
      name: words.social({ year: `${one.year}` }),
      digest: one.document,
    })),
    ...coop.books.map((one) => ({
      name: words.books({ year: `${one.year}` }),
      digest: one.document,
    })),
  ]
  return (
    <Card side title={words.documents}>
      <Document name={words.founding} digest={coop.purpose} lang={coop.language} />
      {filings.map((one) => (
        <Document key={`${one.name}${one.digest}`} {...one} lang={coop.language} />
      ))}
      {filings.length === 0 && <p className="m-0 text-sm text-soft">{words.noFilings}</p>}
    </Card>
  )
}

interface DocumentProps {
  name: string
  digest: `0x${string}`
  /** Of the co-op. */
  lang: string
}

function Document({ name, digest, lang }: DocumentProps) {
  const { data, isLoading } = useDocument(digest)
  return (
    <Disclosure summary={name}>
      {data ? (
        <Content content={data} lang={lang} />
      ) : (
        <p className="m-0 text-soft">{isLoading ? shell.loading : words.notKept}</p>
      )}
      <p className="m-0 break-all font-mono text-[0.74rem] text-soft">
        {words.fingerprint} {digest}
      </p>
    </Disclosure>
  )
}

/** A founding document says its sentences; whatever else was kept is shown as what it is. */
function Content({ content, lang }: { content: string; lang: string }) {
  const charter = charterIn(content)
  if (!charter) return <DocumentText content={content} lang={lang} />
  return (
    <>
      <CharterText chapters={chaptersOf(charter, countryName)} own={ownWords(charter)} />
      <Raw content={content} />
    </>
  )
}

function charterIn(content: string): Charter | null {
  try {
    return readFoundingDocument(content)
  } catch {
    return null
  }
}
