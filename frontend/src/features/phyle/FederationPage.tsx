import { Page } from '../../ui/Page.tsx'
import { phyle as words } from '../../words/en/phyle.ts'

export function FederationPage() {
  return <Page title={words.federation.title} lead={words.federation.lead} />
}
