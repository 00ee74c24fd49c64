import { Page } from '../../ui/Page.tsx'
import { bonds as words } from '../../words/en/bonds.ts'

export function SeriesPage() {
  return <Page title={words.series.title} lead={words.series.lead} />
}
