import { useSearch } from '@tanstack/react-router'
import { type Hex, isAddressEqual, isHash } from 'viem'
import { useConnection } from 'wagmi'
import { useAgree } from '../../acts/terms.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { type AskedTerms, readAsked } from '../../chain/consents.ts'
import { useNameOf } from '../../chain/names.ts'
import { useDocument } from '../../chain/relay.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useOffered } from '../../chain/works.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date, shortAddress } from '../../words/format.ts'
import { offering } from '../../words/offering/words.ts'
import { shell } from '../../words/shell/words.ts'
import { OfferedTerms } from './OfferedTerms.tsx'

const words = offering.agree

/**
 * A licensor reads terms under which a co-op wants to sell permissions, and signs them.
 *
 * @rule OFF-5 Sign the terms of a work
 */
export function AgreePage() {
  const { offer } = useSearch({ from: '/commons/agree' })
  const digest = offer !== undefined && isHash(offer) ? offer : null
  const query = useDocument(digest)
  if (digest === null) return <Broken />
  return (
    <Loaded query={query} title={words.title}>
      {(text) => {
        const asked = text === null ? null : readAsked(text)
        return asked ? <Asked asked={asked} /> : <Broken />
      }}
    </Loaded>
  )
}

const Broken = () => (
  <Page title={words.title}>
    <Refusal refusal={words.broken} />
  </Page>
)

function Asked({ asked }: { asked: AskedTerms }) {
  const offered = useOffered(asked.family)
  const nameOf = useNameOf()
  return (
    <Loaded query={offered} title={words.title}>
      {({ title, steward }) => (
        <Page
          title={words.title}
          lead={words.lead({ work: title, steward: nameOf(steward) ?? shortAddress(steward) })}
          aside={<Sign asked={asked} />}
        >
          <OfferedTerms family={asked.family} terms={asked.terms} />
        </Page>
      )}
    </Loaded>
  )
}

function Sign({ asked }: { asked: AskedTerms }) {
  const { address } = useConnection()
  const now = useChainNow()
  const house = useHouse()
  const signIn = useSignIn()
  const agree = useAgree()
  const { licensor } = asked.terms
  const isLicensor = address !== undefined && isAddressEqual(address, licensor)
  if (now !== undefined && now > asked.deadline) return <Refusal refusal={words.over} />
  return (
    <Card side title={words.for}>
      <Person address={licensor} />
      <p className="m-0 text-sm text-soft">{words.until({ when: date(asked.deadline) })}</p>
      {!address && (
        <Button look="main" onClick={signIn.open}>
          {shell.signIn.needed}
        </Button>
      )}
      {address && !isLicensor && <p className="m-0">{words.notYou}</p>}
      {house && isLicensor && agree.state.step !== 'done' && (
        <Button
          look="main"
          wide
          disabled={agree.busy}
          onClick={() => void agree.run({ works: house.works, asked })}
        >
          {words.sign}
        </Button>
      )}
      <Progress state={agree.state} done={(signature) => <Answer signature={signature} />} />
    </Card>
  )
}

function Answer({ signature }: { signature: Hex }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0">{words.done}</p>
      <CopyField label={words.answer} what={words.copy} text={signature} />
    </div>
  )
}
