import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { phyle as words } from '../../words/phyle/words.ts'
import { Federation } from './FederationPage.tsx'

/** The federation of this place. */
export function FederationsPage() {
  const house = useHouse()
  const query = useIndex('/api/federations', {})
  if (house) return <Federation phyle={house.phyle} />
  return (
    <Loaded query={query} title={words.federations.title}>
      {({ data: [first] }) =>
        first ? (
          <Federation phyle={first.phyle} />
        ) : (
          <Page title={words.federations.title} lead={words.federations.lead}>
            <Empty what={words.federations.none} />
          </Page>
        )
      }
    </Loaded>
  )
}
