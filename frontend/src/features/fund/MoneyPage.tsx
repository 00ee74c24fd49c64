import { Page } from '../../ui/Page.tsx'
import { fund as words } from '../../words/en/fund.ts'

export function MoneyPage() {
  return <Page title={words.money.title} lead={words.money.lead} />
}
