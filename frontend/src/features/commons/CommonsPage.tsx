import { useHouse } from '../../chain/settings.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { commons as words } from '../../words/en/commons.ts'
import { fund } from '../../words/en/fund.ts'
import { machines } from '../../words/en/machines.ts'
import { MachineRegister } from './MachineRegister.tsx'

/** What the federation makes and holds for everybody. */
export function CommonsPage() {
  const house = useHouse()
  return (
    <Page title={words.commons.title} lead={words.commons.lead}>
      {house ? (
        <Card title={machines.register.title}>
          <p className="m-0 text-soft">{machines.register.what}</p>
          <MachineRegister phyle={house.phyle} />
        </Card>
      ) : (
        <Empty what={fund.money.noFederation} />
      )}
    </Page>
  )
}
