import { KINDS } from '@phyle/sdk/language'
import type { Founding } from '@phyle/sdk/relay-api'
import { ruleFromChain, unpackRule } from '@phyle/sdk/rule'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { hexToString, isHex, trim } from 'viem'
import { useFound, useSignFounding } from '../../acts/found.ts'
import { useFoundingWords } from '../../chain/charter.ts'
import { IndexError, useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { getFounding } from '../../chain/relay.ts'
import { useSettings } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyButton } from '../../ui/Copy.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded, Loading } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { founding as text } from '../../words/en/founding.ts'
import { shell } from '../../words/en/shell.ts'
import { date, list, percent } from '../../words/format.ts'
import { RuleList } from '../statutes/index.ts'

const words = text.founder

/** What founders sign together, reached by the link that they send each other. */
export function FounderPage() {
  const { draft } = useSearch({ from: '/found/sign' })
  const { relayUrl } = useSettings()
  const query = useQuery({
    queryKey: ['founding', draft],
    enabled: isHex(draft),
    refetchInterval: 4_000,
    queryFn: () => getFounding(relayUrl, draft),
  })
  if (!isHex(draft)) {
    return (
      <Page title={words.noLinkTitle}>
        <Refusal refusal={words.noLink} />
        <Link to="/found" className={`self-start ${buttonClass()}`}>
          {words.start}
        </Link>
      </Page>
    )
  }
  return <Loaded query={query}>{(founding) => <Signing founding={founding} />}</Loaded>
}

function Signing({ founding }: { founding: Founding }) {
  const { charter, founders, deadline } = founding.draft
  const { address } = useMe()
  const signIn = useSignIn()
  const sign = useSignFounding()
  const found = useFound()
  const document = useFoundingWords(charter.purpose)
  const names = charter.classes.map((one) => hexToString(trim(one.name, { dir: 'right' })))
  const mine = founders.find(({ wallet }) => wallet.toLowerCase() === address?.toLowerCase())
  const missing = new Set(founding.missing.map((one) => one.toLowerCase()))
  const signed = mine !== undefined && !missing.has(mine.wallet.toLowerCase())
  const complete = missing.size === 0
  const rules = Object.fromEntries(
    KINDS.map((kind, place) => {
      const rule = unpackRule(BigInt(charter.rules[place] ?? 0))
      return [kind, rule && ruleFromChain(rule, names)]
    }),
  ) as Parameters<typeof RuleList>[0]['of']

  return (
    <Page
      title={words.title(charter.name)}
      lead={founding.founded ? words.founded : words.lead}
      aside={
        <Card side title={words.signatures}>
          <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
            {founders.map(({ wallet, class: group }) => {
              const waits = missing.has(wallet.toLowerCase())
              return (
                <li key={wallet} className="flex flex-wrap items-center justify-between gap-x-3">
                  <Person address={wallet} />
                  <span
                    className={waits ? 'text-sm text-soft' : 'text-sm font-semibold text-green'}
                  >
                    {waits ? words.missing : `✓ ${words.signed}`}
                  </span>
                  <span className="basis-full pl-[34px] text-sm text-soft">{names[group]}</span>
                </li>
              )
            })}
          </ul>
          <p className="m-0 text-sm text-soft">{words.until(date(Number(deadline), 'day'))}</p>
        </Card>
      }
    >
      {founding.founded ? (
        <Founded founding={founding} />
      ) : (
        <>
          <Card title={words.purpose}>
            {document.words ? (
              <p className="m-0 font-serif text-[1.25rem] leading-snug">{document.words.purpose}</p>
            ) : (
              !document.waiting && <Refusal refusal={words.document} />
            )}
          </Card>
          <Card title={words.who}>
            <p className="m-0">
              {list(charter.classes.map((one, at) => `${names[at]} ${percent(one.shareBps)}`))}
            </p>
            <RuleList of={rules} />
          </Card>
          <Card>
            {!complete && <p className="m-0">{words.waiting(missing.size)}</p>}
            {!address && (
              <Button look="main" onClick={signIn.open}>
                {shell.signIn.needed}
              </Button>
            )}
            {address && !mine && !complete && <p className="m-0">{words.notFounder}</p>}
            {mine && !signed && (
              <>
                <Button
                  look="main"
                  wide
                  disabled={sign.busy || !document.words}
                  onClick={() => void sign.run(founding)}
                >
                  {words.sign}
                </Button>
                <p className="m-0 text-sm text-soft">{words.signHelp}</p>
              </>
            )}
            <Progress state={sign.state} done={() => words.youSigned} />
            {address && complete && (
              <>
                <Button
                  look="main"
                  wide
                  disabled={found.busy}
                  onClick={() => void found.run(founding.hash)}
                >
                  {words.found}
                </Button>
                <p className="m-0 text-sm text-soft">{words.foundHelp}</p>
                <Progress state={found.state} done={() => words.founded} />
              </>
            )}
            {!complete && (
              <>
                <Field label={words.link}>
                  <input className={inputClass} readOnly value={location.href} />
                </Field>
                <CopyButton className="self-start" text={location.href}>
                  {shell.copy(words.linkName)}
                </CopyButton>
              </>
            )}
          </Card>
        </>
      )}
    </Page>
  )
}

/** The way to the new co-op, as soon as its page has something to show. */
function Founded({ founding }: { founding: Founding }) {
  const known = useIndex('/api/coops/:coop', { coop: founding.cooperative })
  const waits =
    known.data === undefined &&
    (known.isPending || (known.error instanceof IndexError && known.error.status === 404))
  if (waits) {
    return (
      <Card>
        <p className="m-0">{words.index}</p>
        <Loading />
      </Card>
    )
  }
  return (
    <Card>
      <Link
        to="/coops/$coop"
        params={{ coop: founding.cooperative }}
        className={`self-start ${buttonClass('main')}`}
      >
        {words.go}
      </Link>
    </Card>
  )
}
