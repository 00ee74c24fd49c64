import type { Notice } from '@phyle/sdk/chapters/notice/api'
import { useState } from 'react'
import { useIndexPage } from '../../chain/indexClient.ts'
import { useDocument } from '../../chain/relay.ts'
import type { CardProps } from '../../shell/feature.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { When } from '../../ui/When.tsx'
import { find } from '../../words/find/words.ts'
import { notice } from '../../words/notice/words.ts'
import { shell } from '../../words/shell/words.ts'
import { useBoard } from './useBoard.ts'

const words = notice.card
/** Each comes with its text, so a page has few. */
const ROWS = '3'

/**
 * What the co-op has told everybody. Nothing where it never opened this chapter.
 *
 * @rule NTC-1 Co-op: its notices
 */
export function NoticesCard({ coop }: CardProps) {
  const { state } = useBoard(coop.statutes)
  const [cursor, setCursor] = useState('')
  const query = useIndexPage(
    '/api/notices/:coop',
    { coop: coop.coop },
    { limit: ROWS, ...(cursor !== '' && { cursor }) },
  )
  const isUsed = (query.data?.data.length ?? 0) > 0
  if (state !== 'open' && !isUsed) return null
  return (
    <Card id="notices" title={words.title}>
      <Loaded query={query}>
        {({ data, page }) =>
          data.length === 0 ? (
            <p className="m-0 text-soft">{words.none}</p>
          ) : (
            <>
              {data.map((one) => (
                <Posted key={`${one.tx}:${one.document}`} notice={one} lang={coop.language} />
              ))}
              <div className="flex flex-wrap justify-between gap-3 empty:hidden print:hidden">
                {page?.previous != null && (
                  <Button onClick={() => setCursor(page.previous ?? '')}>{find.newer}</Button>
                )}
                {page?.next != null && (
                  <Button onClick={() => setCursor(page.next ?? '')}>{find.older}</Button>
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </Card>
  )
}

function Posted({ notice: { title, time, document }, lang }: { notice: Notice; lang: string }) {
  const { data, isLoading } = useDocument(document)
  return (
    <article className="flex flex-col gap-2 border-t border-line pt-4 first:border-0 first:pt-0">
      <h3 className="m-0">
        <Foreign lang={lang}>{title}</Foreign>
      </h3>
      <p className="m-0 text-sm text-soft">
        <When at={time} />
      </p>
      {data ? (
        <DocumentText content={data} lang={lang} />
      ) : (
        <p className="m-0 text-soft">{isLoading ? shell.loading : words.notKept}</p>
      )}
    </article>
  )
}
