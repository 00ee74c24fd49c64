import { hashOfTerms } from '@phyle/sdk/chapters/commons/licensor'
import type { OfferedTerms } from '@phyle/sdk/chapters/commons/model'
import { useState } from 'react'
import { type Address, type Hex, isAddressEqual } from 'viem'
import { useConnection } from 'wagmi'
import { useAgree, useAskLicensor } from '../../acts/terms.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { type AskedTerms, useConsent } from '../../chain/consents.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { linkTo } from '../../ui/linkTo.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PayeeField } from '../../ui/PayeeField.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useKept } from '../../ui/useKept.ts'
import { date } from '../../words/format.ts'
import { offering } from '../../words/offering/words.ts'

const words = offering.consent
const DAY = 86_400
/** In days: enough for a vote that is called again. */
const GOOD_FOR = 180

/** The licensor's word, as the contract takes it. */
export interface Signed {
  readonly deadline: number
  readonly signature: Hex
}

interface Gathering {
  readonly asked: AskedTerms | null
  readonly typed: string
  readonly setTyped: (signature: string) => void
  /** Fixes the deadline that the licensor reads. */
  readonly begin: () => void
  readonly verified: ReturnType<typeof useConsent>
  /** Null: not signed, or not these terms. */
  readonly consent: Signed | null
}

/** The signature of a licensor under terms, kept with the deadline that was signed. */
export function useSigned(keep: string, family: bigint, terms: OfferedTerms | null): Gathering {
  const now = useChainNow() ?? 0
  const [kept, setKept] = useKept<{ deadline: number; signature: string } | null>(
    `${keep}.signed`,
    null,
  )
  const fresh = (Math.floor(now / DAY) + GOOD_FOR) * DAY
  // What is about to end is asked for anew.
  const deadline = kept && kept.deadline > now ? kept.deadline : fresh
  const typed = kept?.signature ?? ''
  const asked = terms && { family, terms, deadline }
  const verified = useConsent(asked, typed)
  const consent = verified.data ? { deadline, signature: verified.data } : null
  return {
    asked,
    typed,
    setTyped: (signature) => setKept({ deadline, signature: signature.trim() }),
    begin: () => setKept({ deadline, signature: typed }),
    verified,
    consent,
  }
}

interface LicensorProps {
  coop: Address
  /** Null: the co-op itself; otherwise what was typed. */
  value: string | null
  onChange: (licensor: string | null) => void
  isCoop: boolean
  signed: Gathering
  /** The legal text that the licensor has to read; null where the postbox has it. */
  legalText: string | null
}

/** Who licenses the work, and where that is not the co-op, their signature. */
export function Licensor({ coop, value, onChange, isCoop, signed, legalText }: LicensorProps) {
  return (
    <>
      <Choices
        legend={offering.licensor}
        value={value === null ? 'own' : 'other'}
        onChange={(who) => onChange(who === 'own' ? null : (value ?? ''))}
        choices={[
          { value: 'own', label: offering.own, help: offering.ownHelp },
          { value: 'other', label: offering.other, help: offering.otherHelp },
        ]}
      />
      {value !== null && (
        <>
          <PayeeField coop={coop} label={offering.who} value={value} onChange={onChange} />
          {isCoop ? (
            <Notice tone="danger">{offering.isCoop}</Notice>
          ) : signed.asked === null ? (
            <Notice tone="quiet">{words.first}</Notice>
          ) : (
            <Signature asked={signed.asked} signed={signed} legalText={legalText} />
          )}
        </>
      )}
    </>
  )
}

interface SignatureProps {
  asked: AskedTerms
  signed: Gathering
  legalText: string | null
}

/** The licensor signs here where they are signed in, or elsewhere by a link. */
function Signature({ asked, signed, legalText }: SignatureProps) {
  const { address } = useConnection()
  const isHere = address !== undefined && isAddressEqual(address, asked.terms.licensor)
  if (signed.consent) {
    return (
      <Notice>
        <p className="m-0" role="status">
          {words.good({ when: date(asked.deadline) })}
        </p>
        <p className="m-0">{words.other}</p>
      </Notice>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {isHere ? (
        <SignHere asked={asked} signed={signed} />
      ) : (
        <AskElsewhere asked={asked} signed={signed} legalText={legalText} />
      )}
      <Checked signed={signed} />
    </div>
  )
}

function SignHere({ asked, signed }: Pick<SignatureProps, 'asked' | 'signed'>) {
  const house = useHouse()
  const agree = useAgree()
  if (!house) return null
  const sign = async () => {
    const signature = await agree.run({ works: house.works, asked })
    if (signature) signed.setTyped(signature)
  }
  return (
    <>
      <Button className="self-start" disabled={agree.busy} onClick={() => void sign()}>
        {words.sign}
      </Button>
      {agree.state.step !== 'done' && <Progress state={agree.state} />}
    </>
  )
}

function AskElsewhere({ asked, signed, legalText }: SignatureProps) {
  const ask = useAskLicensor()
  // A link belongs to the terms that it was made for.
  const [made, setMade] = useState<{ readonly terms: Hex; readonly offer: Hex } | null>(null)
  const link =
    made && made.terms === hashOfTerms(asked.terms)
      ? linkTo(`/commons/agree?offer=${made.offer}`)
      : null
  const make = async () => {
    signed.begin()
    const offer = await ask.run({ asked, legalText })
    if (offer) setMade({ terms: hashOfTerms(asked.terms), offer })
  }
  return (
    <>
      <Button className="self-start" disabled={ask.busy} onClick={() => void make()}>
        {words.ask}
      </Button>
      {ask.state.step !== 'done' && (
        <Progress state={ask.state} words={{ sending: words.asking }} />
      )}
      {link && <CopyField label={words.link} what={words.copy} text={link} />}
      <Field label={words.answer} help={words.answerHelp}>
        <input
          className={inputClass}
          spellCheck={false}
          placeholder="0x…"
          value={signed.typed}
          onChange={(event) => signed.setTyped(event.target.value)}
        />
      </Field>
    </>
  )
}

/** Why a signature that was given is not taken. */
function Checked({ signed: { verified, typed } }: { signed: Gathering }) {
  if (typed === '' || verified.isLoading) return null
  if (verified.isError) return <Notice tone="quiet">{words.unread}</Notice>
  return <Notice tone="danger">{words.wrong}</Notice>
}
