import { Page } from '../../ui/Page.tsx'
import { assembly as words } from '../../words/en/assembly.ts'

export function DecisionPage() {
  return <Page title={words.decision.title} lead={words.decision.lead} />
}
