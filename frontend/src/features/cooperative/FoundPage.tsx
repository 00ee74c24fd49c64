import { Page } from '../../ui/Page.tsx'
import { cooperative as words } from '../../words/en/cooperative.ts'

export function FoundPage() {
  return <Page title={words.found.title} lead={words.found.lead} />
}
