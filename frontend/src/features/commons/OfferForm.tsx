import { delayOf, type OfferedTerms } from '@phyle/sdk/chapters/commons/model'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { documentDigest } from '@phyle/sdk/documents'
import { fittingTitle } from '@phyle/sdk/title'
import { isAddressEqual } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useDocument } from '../../chain/relay.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import type { Offered } from '../../chain/works.ts'
import { encodeWorksOffer } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { date, duration } from '../../words/format.ts'
import { offering as words } from '../../words/offering/words.ts'
import { write } from '../../words/written.ts'
import { Licensor, type Signed, useSigned } from './Licensor.tsx'
import { PriceTable } from './PriceTable.tsx'
import { TermsList } from './Terms.tsx'
import { TermsFields } from './TermsFields.tsx'
import { firstTyped, offeredOf, readTerms, typedOf } from './termsTyped.ts'

/** The end of what 48 bits hold. */
const NEVER = 2 ** 48 - 1

/** How long a decision takes until it can be carried out, in seconds. */
function decidedIn({ rules }: CoopDetail): number {
  const rule = rules.ORDINARY
  return rule ? rule.noticePeriod + rule.votingPeriod + rule.timelock : 0
}

/** The legal text that was typed, or else the one in force. */
function useLegalText(keep: string, held: OfferedTerms | null) {
  const inForce = useDocument(held?.legalText)
  const [typed, setTyped] = useKept<string | null>(`${keep}.legal`, null)
  const text = typed?.trim() ? typed : null
  const kept = text === null || text === inForce.data
  return {
    shown: typed ?? inForce.data ?? '',
    setTyped,
    missing: held !== null && inForce.isError,
    digest: kept ? (held?.legalText ?? null) : documentDigest(text),
    /** What has to be stored; null where it is there already. */
    fresh: kept ? null : text,
  }
}

/**
 * The terms of one work: what is typed, who signs it, and what a firm will see.
 *
 * @rule OFF-2, OFF-3, OFF-5 Make a proposal: terms of a work
 */
export function OfferForm({ coop, onDraft, keep: drafts, work }: FormProps & { work: Offered }) {
  const house = useHouse()
  const { currency } = useSettings()
  const now = useChainNow() ?? 0
  const { terms: held } = work
  const keep = `${drafts}.${work.family}`
  const [typed, setTyped] = useKept(`${keep}.terms`, held ? typedOf(held, currency) : firstTyped())
  const legal = useLegalText(keep, held)
  const [licensor, setLicensor] = useKept(`${keep}.licensor`, licensorIn(held, coop))
  const read = readTerms(typed, {
    currency,
    dates: { least: now + decidedIn(coop), most: work.changeDate || NEVER },
  })
  const account = licensor === null ? coop.coop : typedAddress(licensor)
  const terms =
    read.terms && legal.digest && account ? offeredOf(read.terms, legal.digest, account) : null
  const signed = useSigned(keep, work.family, terms)
  const isOwn = licensor === null
  const isCoop = !isOwn && account !== null && isAddressEqual(account, coop.coop)
  const consent = isOwn ? OWN : signed.consent
  useDraft(
    house && terms && consent && !isCoop
      ? {
          title: write(coop, () => titleOf(work)),
          actions: [
            {
              target: house.works,
              value: 0n,
              data: encodeWorksOffer([work.family, terms, consent]),
            },
          ],
          documents: legal.fresh === null ? [] : [{ text: legal.fresh, type: 'text/markdown' }],
        }
      : null,
    onDraft,
  )
  return (
    <>
      <Waiting work={work} now={now} decided={now + decidedIn(coop)} />
      <TermsFields typed={typed} onChange={setTyped} read={read} />
      <Field label={words.legal} help={legal.missing ? words.legalMissing : words.legalHelp}>
        <textarea
          className={inputClass}
          rows={6}
          value={legal.shown}
          onChange={(event) => legal.setTyped(event.target.value)}
        />
      </Field>
      <Licensor
        coop={coop.coop}
        value={licensor}
        onChange={setLicensor}
        isCoop={isCoop}
        signed={signed}
        legalText={legal.fresh}
      />
      <Seen terms={terms} work={work} />
    </>
  )
}

/** The co-op signs nothing where it is the licensor: it decides itself. */
const OWN: Signed = { deadline: 0, signature: '0x' }

const licensorIn = (held: OfferedTerms | null, { coop }: CoopDetail): string | null =>
  held === null || isAddressEqual(held.licensor, coop) ? null : held.licensor

const titleOf = ({ title, family }: Offered) =>
  fittingTitle(
    words.title({ work: title }),
    words.title({ work: words.short({ id: `${family}` }) }),
  )

/** Terms that were decided and do not apply yet, whose place new ones would take; `decided`: when these can be. */
function Waiting({ work, now, decided }: { work: Offered; now: number; decided: number }) {
  const house = useHouse()
  const detail = useIndex(
    '/api/works/:phyle/:id',
    house && { phyle: house.phyle, id: `${work.id}` },
  ).data?.data
  const waiting = detail?.terms.find(({ from }) => from > now)
  if (!waiting) return null
  // Then those apply, and it is by them whether these are worse.
  const say = waiting.from <= decided ? words.waitingFirst : words.waiting
  return <Notice>{say({ when: date(waiting.from) })}</Notice>
}

/** What a firm will see, and from when. */
function Seen({ terms, work }: { terms: OfferedTerms | null; work: Offered }) {
  const delay = terms && delayOf(terms, work.terms)
  const from = () => {
    if (!delay) return words.from.atOnce
    const say = work.terms === null ? words.from.first : words.from.worse
    return say({ time: duration(delay) })
  }
  return (
    <section className="flex flex-col gap-3" aria-label={words.seen}>
      <h3 className="m-0">{words.seen}</h3>
      {terms ? (
        <>
          <PriceTable terms={terms} />
          <TermsList
            terms={terms}
            parents={work.parents.length}
            changeDate={terms.changeDate || work.changeDate}
          />
          <p className="m-0" role="status">
            {from()}
          </p>
        </>
      ) : (
        <p className="m-0 text-soft">{words.seenFirst}</p>
      )}
    </section>
  )
}
