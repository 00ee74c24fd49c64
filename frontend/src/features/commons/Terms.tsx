import { useNameOf } from '../../chain/names.ts'
import { useDocument } from '../../chain/relay.ts'
import type { Terms } from '../../chain/works.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { commons } from '../../words/commons/words.ts'
import { date, duration, number, percent, shortAddress } from '../../words/format.ts'

const words = commons.work

interface SentencesProps {
  terms: Terms
  /** How many works it builds on; without any, their share goes to the fund. */
  parents: number
  changeDate: number
}

/**
 * What a steward asks for, in sentences, and the legal text.
 *
 * @rule OFF-1, OFF-2, OFF-3, OFF-5 Work: terms
 */
export function TermsSentences({
  terms,
  ...rest
}: Omit<SentencesProps, 'terms'> & { terms: Terms | null }) {
  if (!terms) return <p className="m-0 text-[0.94rem]">{words.noTerms}</p>
  return (
    <>
      <TermsList terms={terms} {...rest} />
      <LegalText digest={terms.legalText} />
    </>
  )
}

/** What a steward asks for, in sentences. */
export function TermsList({ terms, parents, changeDate }: SentencesProps) {
  const nameOf = useNameOf()
  const share = (bps: number) => percent(bps, 2)
  const sentences = [
    words.soldBy({ licensor: nameOf(terms.licensor) ?? shortAddress(terms.licensor) }),
    words.freeAlways,
    terms.parentsBps > 0 && parents > 0
      ? words.splits({
          steward: share(terms.stewardBps),
          parents: share(terms.parentsBps),
          fund: share(terms.fundBps),
        })
      : words.splitsNoParents({
          steward: share(terms.stewardBps),
          fund: share(terms.fundBps + terms.parentsBps),
        }),
    words.points({ points: number(terms.waivePoints), attesters: terms.minAttesters }),
    terms.refundWindow > 0 && words.window({ time: duration(terms.refundWindow) }),
    terms.grace > 0 && words.grace({ time: duration(terms.grace) }),
    words.notice({ time: duration(terms.notice) }),
    changeDate > 0 && words.changeDate({ when: date(changeDate) }),
  ]
  return (
    <ul className="m-0 flex list-disc flex-col gap-1.5 pl-5 text-[0.94rem]">
      {sentences.map((sentence) => sentence && <li key={sentence}>{sentence}</li>)}
    </ul>
  )
}

function LegalText({ digest }: { digest: `0x${string}` }) {
  const { data, isLoading } = useDocument(digest)
  return (
    <Disclosure summary={words.legalText}>
      {data ? (
        <DocumentText content={data} />
      ) : (
        !isLoading && (
          <p className="m-0">
            {words.legalMissing} <span className="font-mono text-[0.8rem] break-all">{digest}</span>
          </p>
        )
      )}
    </Disclosure>
  )
}
