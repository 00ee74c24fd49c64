import { Page } from '../../ui/Page.tsx'
import { licences as words } from '../../words/en/licences.ts'

export function QuotePage() {
  return <Page title={words.quote.title} lead={words.quote.lead} />
}
