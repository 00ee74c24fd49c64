import { Page } from '../../ui/Page.tsx'
import { licences as words } from '../../words/en/licences.ts'

export function CheckPage() {
  return <Page title={words.check.title} lead={words.check.lead} />
}
