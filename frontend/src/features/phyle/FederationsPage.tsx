import { Page } from '../../ui/Page.tsx'
import { phyle as words } from '../../words/en/phyle.ts'

export function FederationsPage() {
  return <Page title={words.federations.title} lead={words.federations.lead} />
}
