import { Page } from '../../ui/Page.tsx'
import { cooperative as words } from '../../words/en/cooperative.ts'

export function FounderPage() {
  return <Page title={words.founder.title} lead={words.founder.lead} />
}
