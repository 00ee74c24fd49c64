import { Page } from '../../ui/Page.tsx'
import { cooperative as words } from '../../words/en/cooperative.ts'

export function CoopsPage() {
  return <Page title={words.coops.title} lead={words.coops.lead} />
}
