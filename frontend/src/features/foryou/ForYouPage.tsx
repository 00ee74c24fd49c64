import { Page } from '../../ui/Page.tsx'
import { foryou as words } from '../../words/en/foryou.ts'

export function ForYouPage() {
  return <Page title={words.forYou.title} lead={words.forYou.lead} />
}
