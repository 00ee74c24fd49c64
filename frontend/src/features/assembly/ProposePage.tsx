import { Page } from '../../ui/Page.tsx'
import { assembly as words } from '../../words/en/assembly.ts'

export function ProposePage() {
  return <Page title={words.propose.title} lead={words.propose.lead} />
}
