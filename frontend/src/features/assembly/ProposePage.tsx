import { useParams } from '@tanstack/react-router'
import { Page } from '../../ui/Page.tsx'
import { assembly as words } from '../../words/en/assembly.ts'

export function ProposePage() {
  useParams({ from: '/propose/$coop' })
  return <Page title={words.decisionsPage.propose} />
}
