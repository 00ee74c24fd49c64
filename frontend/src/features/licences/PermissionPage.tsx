import { Page } from '../../ui/Page.tsx'
import { licences as words } from '../../words/en/licences.ts'

export function PermissionPage() {
  return <Page title={words.permission.title} lead={words.permission.lead} />
}
