import { Page } from '../../ui/Page.tsx'
import { assembly as words } from '../../words/en/assembly.ts'

export function DecisionsPage() {
  return <Page title={words.decisions.title} lead={words.decisions.lead} />
}
