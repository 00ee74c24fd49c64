import { Page } from '../../ui/Page.tsx'
import { bonds as words } from '../../words/en/bonds.ts'

export function BondsPage() {
  return <Page title={words.bonds.title} lead={words.bonds.lead} />
}
