import { Page } from '../../ui/Page.tsx'
import { licences as words } from '../../words/en/licences.ts'

export function MayIUsePage() {
  return <Page title={words.mayIUse.title} lead={words.mayIUse.lead} />
}
