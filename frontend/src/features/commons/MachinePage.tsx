import { Page } from '../../ui/Page.tsx'
import { commons as words } from '../../words/en/commons.ts'

export function MachinePage() {
  return <Page title={words.machine.title} lead={words.machine.lead} />
}
