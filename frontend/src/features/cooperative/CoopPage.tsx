import { Page } from '../../ui/Page.tsx'
import { cooperative as words } from '../../words/en/cooperative.ts'

export function CoopPage() {
  return <Page title={words.coop.title} lead={words.coop.lead} />
}
