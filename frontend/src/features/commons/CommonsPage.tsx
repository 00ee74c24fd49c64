import { Page } from '../../ui/Page.tsx'
import { commons as words } from '../../words/en/commons.ts'

export function CommonsPage() {
  return <Page title={words.commons.title} lead={words.commons.lead} />
}
