import { Page } from '../../ui/Page.tsx'
import { membership as words } from '../../words/en/membership.ts'

export function JoinPage() {
  return <Page title={words.join.title} lead={words.join.lead} />
}
