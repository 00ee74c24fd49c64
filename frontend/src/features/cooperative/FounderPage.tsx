import type { Founding } from '@phyle/sdk/chapters/cooperative/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type Hex, isAddressEqual, isHash } from 'viem'
import { useConsent, useFound, useSignFounding, useWithdrawConsent } from '../../acts/found.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { chainName } from '../../chain/config.ts'
import { countryName } from '../../chain/countries.ts'
import { type ReadFounding, useFounders, useReadFounding } from '../../chain/founding.ts'
import { IndexError, useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useNameOf } from '../../chain/names.ts'
import { getFounding } from '../../chain/relay.ts'
import { useSettings } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { chaptersOf, foundersOf, signatureOf } from '../../words/charter/say.ts'
import { date } from '../../words/format.ts'
import { founding as text } from '../../words/founding/words.ts'
import { profile } from '../../words/profile/words.ts'
import { shell } from '../../words/shell/words.ts'
import { CharterText, ownWords } from '../statutes/index.ts'

const words = text.founder

/**
 * What founders sign together, reached by the link that they send each other.
 *
 * @rule REG-1 Start a co-op: sign
 */
export function FounderPage() {
  const { draft } = useSearch({ from: '/found/sign' })
  const { relayUrl } = useSettings()
  const query = useQuery({
    queryKey: ['founding', draft],
    enabled: isHash(draft),
    refetchInterval: 4_000,
    queryFn: () => getFounding(relayUrl, draft),
  })
  if (!isHash(draft)) {
    return (
      <Page title={words.noLinkTitle}>
        <Refusal refusal={words.noLink} />
        <Link to="/found" className={`self-start ${buttonClass()}`}>
          {words.start}
        </Link>
      </Page>
    )
  }
  return <Loaded query={query}>{(founding) => <Opened hash={draft} founding={founding} />}</Loaded>
}

/** Nothing is shown of a founding that this device could not read and hash by itself. */
function Opened({ hash, founding }: { hash: Hex; founding: Founding }) {
  const { read, refusal } = useReadFounding(hash, founding)
  if (read) return <Signing founding={founding} read={read} />
  return (
    <Page title={words.noLinkTitle}>
      {refusal ? (
        <>
          <Refusal refusal={refusal} />
          <Link to="/found" className={`self-start ${buttonClass()}`}>
            {words.start}
          </Link>
        </>
      ) : (
        <Loading />
      )}
    </Page>
  )
}

interface SigningProps {
  founding: Founding
  read: ReadFounding
}

function Signing({ founding, read }: SigningProps) {
  const { hash, charter, terms } = read
  const settings = useSettings()
  const nameOf = useNameOf()
  const { data: known } = useFounders(founding, read)
  const chapters = [
    ...chaptersOf(charter, countryName),
    foundersOf(charter, terms.founders, nameOf),
    signatureOf(terms, chainName(settings), hash),
  ]
  return (
    <Page
      title={words.title({ name: charter.name })}
      lead={known?.isFounded ? words.founded : words.lead}
      aside={
        <Card side title={words.signatures}>
          <ul className="m-0 flex list-none flex-col gap-2.5 p-0">
            {terms.founders.map(({ wallet, class: group }) => {
              const waits = known?.missing.some((one) => isAddressEqual(one, wallet))
              const back = known?.withdrawn.some((one) => isAddressEqual(one, wallet))
              return (
                <li key={wallet} className="flex flex-wrap items-center justify-between gap-x-3">
                  <Person address={wallet} />
                  {waits !== undefined && (
                    <span
                      className={waits ? 'text-sm text-soft' : 'text-sm font-semibold text-green'}
                    >
                      {back ? words.withdrawn : waits ? words.missing : `✓ ${words.signed}`}
                    </span>
                  )}
                  <span className="basis-full pl-[34px] text-sm text-soft">
                    <Foreign lang={charter.language}>{charter.classes[group]?.name}</Foreign>
                  </span>
                </li>
              )
            })}
          </ul>
          {!known && <p className="m-0 text-sm text-soft">{words.unknown}</p>}
          <p className="m-0 text-sm text-soft">
            {words.until({ when: date(Number(terms.deadline), 'day') })}
          </p>
        </Card>
      }
    >
      {known?.isFounded && <Founded cooperative={known.cooperative} />}
      <Card title={words.document}>
        <p className="m-0 text-soft">{words.documentLead}</p>
        <CharterText chapters={chapters} own={ownWords(charter)} />
      </Card>
      {known && !known.isFounded && (
        <Acts read={read} missing={known.missing} withdrawn={known.withdrawn} />
      )}
    </Page>
  )
}

interface ActsProps {
  read: ReadFounding
  missing: readonly Hex[]
  withdrawn: readonly Hex[]
}

function Acts({ read, missing, withdrawn }: ActsProps) {
  const { terms } = read
  const { address } = useMe()
  const now = useChainNow()
  const signIn = useSignIn()
  const sign = useSignFounding()
  const found = useFound()
  const withdraw = useWithdrawConsent()
  const consent = useConsent()
  const isMe = (wallet: Hex) => address !== undefined && isAddressEqual(wallet, address)
  const mine = terms.founders.some(({ wallet }) => isMe(wallet))
  const signed = mine && !missing.some(isMe)
  const tookBack = withdrawn.some(isMe)
  const complete = missing.length === 0
  if (now !== undefined && now > terms.deadline) {
    return (
      <Refusal refusal={words.over}>
        <Link to="/found" className={`self-start ${buttonClass()}`}>
          {words.start}
        </Link>
      </Refusal>
    )
  }
  return (
    <Card>
      {!complete && <p className="m-0">{words.waiting({ count: missing.length })}</p>}
      {!address && (
        <Button look="main" onClick={signIn.open}>
          {shell.signIn.needed}
        </Button>
      )}
      {address && !mine && !complete && <p className="m-0">{words.notFounder}</p>}
      {tookBack && (
        <>
          <p className="m-0">{words.tookBack}</p>
          <Button wide disabled={consent.busy} onClick={() => void consent.run(read)}>
            {words.again}
          </Button>
          <p className="m-0 text-sm text-soft">{words.againHelp}</p>
          <Progress state={consent.state} done={() => words.youSigned} />
        </>
      )}
      {mine && !signed && !tookBack && (
        <>
          <Button look="main" wide disabled={sign.busy} onClick={() => void sign.run(read)}>
            {words.sign}
          </Button>
          <p className="m-0 text-sm text-soft">{words.signHelp}</p>
        </>
      )}
      <Progress state={sign.state} done={() => words.youSigned} />
      {signed && (
        <Link to="/your-name" search={{ founding: read.hash }} className="link self-start">
          {profile.page.founding}
        </Link>
      )}
      {signed && (
        <Disclosure summary={words.withdraw}>
          <p className="m-0 text-sm text-soft">{words.withdrawHelp}</p>
          <Button disabled={withdraw.busy} onClick={() => void withdraw.run(read)}>
            {words.withdraw}
          </Button>
          <Progress state={withdraw.state} done={() => words.tookBack} />
        </Disclosure>
      )}
      {address && complete && (
        <>
          <Button look="main" wide disabled={found.busy} onClick={() => void found.run(read)}>
            {words.found}
          </Button>
          <p className="m-0 text-sm text-soft">{words.foundHelp}</p>
          <Progress state={found.state} done={() => words.founded} />
        </>
      )}
      {!complete && (
        <>
          <CopyField label={words.link} what={words.linkName} text={location.href} />
          <Disclosure summary={words.code}>
            <Qr text={location.href} label={words.codeName} />
          </Disclosure>
        </>
      )}
    </Card>
  )
}

/** The way to the new co-op, as soon as its page has something to show. */
function Founded({ cooperative }: { cooperative: Hex }) {
  const known = useIndex('/api/coops/:coop', { coop: cooperative })
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
        params={{ coop: cooperative }}
        className={`self-start ${buttonClass('main')}`}
      >
        {words.go}
      </Link>
    </Card>
  )
}
