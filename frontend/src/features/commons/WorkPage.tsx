import { Page } from '../../ui/Page.tsx'
import { commons as words } from '../../words/en/commons.ts'

export function WorkPage() {
  return <Page title={words.work.title} lead={words.work.lead} />
}
