import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Application, Sponsorship } from '@phyle/sdk/chapters/membership/api'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { isAddress, isHex } from 'viem'
import { z } from 'zod'
import { useAdmitBySponsors, useSponsor, useUnsponsor } from '../../acts/membership.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useNameOf } from '../../chain/names.ts'
import { useSponsorships } from '../../chain/sponsorships.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { shortAddress } from '../../words/format.ts'
import { membership } from '../../words/membership/words.ts'
import { shell } from '../../words/shell/words.ts'
import { Letter } from './ApplicationsCard.tsx'

const words = membership.sponsorPage

const Words = z.array(
  z.object({
    sponsor: z.custom<`0x${string}`>((value) => isAddress(String(value))),
    signature: z.custom<`0x${string}`>((value) => isHex(value)),
  }),
)

/** The sponsors' words, as a link carries them. */
function readWords(text: string): readonly Sponsorship[] | null {
  if (text === '') return []
  try {
    return Words.parse(JSON.parse(atob(text)))
  } catch {
    return null
  }
}

const writeWords = (all: readonly Sponsorship[]) => btoa(JSON.stringify(all))

/** Members vouch for somebody. Their words gather at the postbox, or travel in the link where it is down. */
export function SponsorPage() {
  const { coop } = useParams({ from: '/coops/$coop/sponsor' })
  const search = useSearch({ from: '/coops/$coop/sponsor' })
  const now = useChainNow()
  const detail = useIndex('/api/coops/:coop', { coop })
  const applications = useIndex('/api/coops/:coop/applications', { coop })
  const theirs = (applications.data?.data ?? []).filter(
    (one) => one.wallet.toLowerCase() === search.applicant.toLowerCase(),
  )
  const application = theirs.find(
    (one) => one.state === 'open' && (now === undefined || one.deadline > now),
  )
  const admitted = application ? undefined : theirs.find((one) => one.state === 'admitted')
  const given = readWords(search.words)
  return (
    <Loaded query={detail}>
      {(answer) => (
        <Loaded query={applications}>
          {() => {
            if (given === null) return <Not coop={answer.data} refusal={words.broken} />
            if (admitted) return <Admitted coop={answer.data} wallet={admitted.wallet} />
            if (!application) return <Not coop={answer.data} refusal={words.noApplication} />
            return <Sponsor coop={answer.data} application={application} given={given} />
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

/** Nobody to sponsor by this link. */
function Not({ coop, refusal }: { coop: CoopDetail; refusal: { why: string; now: string } }) {
  return (
    <Page over={coop.name} title={words.untitled}>
      <Refusal refusal={refusal} />
      <Link
        to="/coops/$coop"
        params={{ coop: coop.coop }}
        className={`self-start ${buttonClass()}`}
      >
        {words.coop({ name: coop.name })}
      </Link>
    </Page>
  )
}

function Admitted({ coop, wallet }: { coop: CoopDetail; wallet: string }) {
  const nameOf = useNameOf()
  return (
    <Page over={coop.name} title={words.admitted({ name: nameOf(wallet) ?? shortAddress(wallet) })}>
      <Link
        to="/coops/$coop"
        params={{ coop: coop.coop }}
        className={`self-start ${buttonClass('main')}`}
      >
        {coop.name}
      </Link>
    </Page>
  )
}

interface SponsorProps {
  coop: CoopDetail
  application: Application
  given: readonly Sponsorship[]
}

function Sponsor({ coop, application, given: byLink }: SponsorProps) {
  const nameOf = useNameOf()
  const { address, memberships } = useMe()
  const signIn = useSignIn()
  const navigate = useNavigate()
  const sponsor = useSponsor()
  const admit = useAdmitBySponsors()
  const unsponsor = useUnsponsor()
  const name = nameOf(application.wallet) ?? shortAddress(application.wallet)
  const group = coop.classes[application.class]?.name ?? ''
  const member = memberships.some(
    (one) => one.coop === coop.coop && one.left === null && one.class === application.class,
  )
  const gathered = useSponsorships(coop, application, byLink)
  const given = gathered.data?.words ?? []
  const handed = gathered.data?.answers === false
  const signed = given.some((one) => one.sponsor === address)
  const enough = given.length >= coop.sponsorsNeeded
  const link = location.href

  const sign = async () => {
    const done = await sponsor.run({ coop, application })
    if (!done || done.atPostbox) return
    // The postbox does not have it: it travels in the link.
    await navigate({
      to: '/coops/$coop/sponsor',
      params: { coop: coop.coop },
      search: { applicant: application.wallet, words: writeWords([...given, done.word]) },
      replace: true,
    })
  }

  return (
    <Page
      over={coop.name}
      title={words.title({ name })}
      lead={words.lead({ name, group, coop: coop.name })}
    >
      <Card className="max-w-[44rem]">
        <p className="m-0" role="status">
          {gathered.data === undefined
            ? words.asking
            : words.have({ have: given.length, needed: coop.sponsorsNeeded })}
        </p>
        {handed && <Notice>{words.down}</Notice>}
        {given.length > 0 && (
          <ul className="m-0 flex list-none flex-wrap gap-x-5 gap-y-2 p-0">
            {given.map((one) => (
              <li key={one.sponsor}>
                <Person address={one.sponsor} />
              </li>
            ))}
          </ul>
        )}
        <Letter application={application} />
        {!address && (
          <Button look="main" onClick={signIn.open}>
            {shell.signIn.needed}
          </Button>
        )}
        {address && !enough && !signed && (
          <>
            <Button look="main" wide disabled={!member || sponsor.busy} onClick={() => void sign()}>
              {words.sign}
            </Button>
            <p className="m-0 text-sm text-soft">
              {member ? words.signHelp : words.notMember({ group })}
            </p>
          </>
        )}
        {sponsor.state.step !== 'done' && <Progress state={sponsor.state} words={words.signing} />}
        {signed && (
          <Disclosure summary={words.withdraw}>
            <p className="m-0 text-sm text-soft">{words.withdrawHelp}</p>
            <Button
              disabled={unsponsor.busy}
              onClick={() => void unsponsor.run({ coop, application })}
            >
              {words.withdraw}
            </Button>
          </Disclosure>
        )}
        <Progress state={unsponsor.state} done={() => words.withdrawn} />
        {signed && !enough && (
          <>
            <p className="m-0">{words.signed({ missing: coop.sponsorsNeeded - given.length })}</p>
            <CopyField
              label={handed ? words.nextByHand : words.next}
              what={words.copy}
              text={link}
            />
          </>
        )}
        {address && enough && admit.state.step !== 'done' && (
          <>
            <Button
              look="main"
              wide
              disabled={admit.busy}
              onClick={() =>
                void admit.run({
                  membership: coop.membership,
                  application,
                  sponsorships: given.slice(0, coop.sponsorsNeeded),
                })
              }
            >
              {words.admit}
            </Button>
            <p className="m-0 text-sm text-soft">{words.admitHelp}</p>
          </>
        )}
        <Progress state={admit.state} words={words.steps} done={() => words.admitted({ name })} />
      </Card>
    </Page>
  )
}
