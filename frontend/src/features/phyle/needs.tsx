import type { AskedToVouch } from '@phyle/sdk/chapters/phyle/api'
import { Link } from '@tanstack/react-router'
import { useVouch } from '../../acts/phyle.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useDocument } from '../../chain/relay.ts'
import type { Need, Needing, Waiting } from '../../shell/feature.ts'
import { waitsIn } from '../../shell/waits.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { needs as words } from '../../words/phyle/needs/words.ts'
import { shell } from '../../words/shell/words.ts'

/** Social accounts that would be filed under the reader's name, and wait for their word. */
function useAccounts({ address }: Needing): Waiting {
  const { data, isError } = useIndex('/api/attesters/:wallet', { wallet: address })
  const asked = data?.data
  return {
    waits: waitsIn(asked?.filter(({ vouched }) => !vouched).length, isError),
    show: () =>
      asked &&
      asked.length > 0 && (
        <Card title={words.title}>
          <ul className="m-0 flex list-none flex-col gap-6 p-0">
            {asked.map((one) => (
              <li key={`${one.assembly}${one.proposal}${one.document}`}>
                <Asked one={one} />
              </li>
            ))}
          </ul>
        </Card>
      ),
  }
}

/**
 * The account, to be read before anybody puts their name to it.
 *
 * @rule PHY-11 For you: social accounts to check
 */
function Asked({ one }: { one: AskedToVouch }) {
  const { coop, coopName, assembly, proposal, year, document, phyle, language, vouched } = one
  const content = useDocument(document)
  const act = useVouch()
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0">{words.asked({ coop: coopName, year: `${year}` })}</p>
      <Disclosure summary={words.read}>
        {content.data ? (
          <DocumentText content={content.data} lang={language} />
        ) : (
          <p className="m-0 text-soft">
            {content.isLoading ? shell.loading : cooperative.coopPage.notKept}
          </p>
        )}
      </Disclosure>
      <p className="m-0 text-sm text-soft">{vouched ? words.vouched : words.public}</p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {!vouched && content.data && (
          <Button disabled={act.busy} onClick={() => void act.run({ phyle, coop, year, document })}>
            {words.vouch}
          </Button>
        )}
        <Link to="/decisions/$assembly/$id" params={{ assembly, id: proposal }} className="link">
          {words.decision}
        </Link>
      </div>
      <Progress state={act.state} done={() => words.done} />
    </div>
  )
}

/** What needs the reader. */
export const needs: readonly Need[] = [{ order: 25, name: 'accounts', useWaiting: useAccounts }]
