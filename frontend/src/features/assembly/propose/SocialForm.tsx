import { canonicalJson, documentDigest } from '@phyle/sdk/documents'
import { zeroAddress } from 'viem'
import { useFoundingWords } from '../../../chain/charter.ts'
import { useChainNow } from '../../../chain/clock.tsx'
import { useHouse } from '../../../chain/settings.tsx'
import { typedAddress } from '../../../chain/typedAddress.ts'
import { encodePhyleFileSocialAccount } from '../../../generated/contracts.ts'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useKept } from '../../../ui/useKept.ts'
import { propose as words } from '../../../words/en/propose.ts'
import type { FormProps } from './draft.ts'
import { PayeeField } from './PayForm.tsx'
import { useDraft } from './useDraft.ts'

const text = words.social
const FIRST_YEAR = 1900

const isFigure = (typed: string) => /^\d+([.,]\d+)?$/.test(typed.trim())

export function SocialForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const now = useChainNow()
  const { words: founding } = useFoundingWords(coop.purpose)
  const thisYear = now === undefined ? 0 : new Date(now * 1000).getUTCFullYear()
  const [year, setYear] = useKept<number | null>(`${keep}.year`, null)
  const [figures, setFigures] = useKept<Readonly<Record<string, string>>>(`${keep}.figures`, {})
  const [report, setReport] = useKept(`${keep}.report`, '')
  const [attester, setAttester] = useKept(`${keep}.attester`, '')
  const effects = founding?.effects ?? []
  const chosen = year ?? thisYear - 1
  const isOver = Number.isInteger(chosen) && chosen >= FIRST_YEAR && chosen < thisYear
  const filled = effects.every((effect) => isFigure(figures[effect.name] ?? ''))
  const ready =
    house && now !== undefined && isOver && filled && (effects.length > 0 || report.trim() !== '')
  const checker = typedAddress(attester) ?? zeroAddress
  const document = canonicalJson({
    cooperative: coop.coop,
    year: chosen,
    effects: effects.map((effect) => ({ ...effect, figure: figures[effect.name] ?? '' })),
    attester: checker,
    report: report.trim(),
  })
  useDraft(
    ready
      ? {
          title: text.title(`${chosen}`),
          actions: [
            {
              target: house.phyle,
              value: 0n,
              data: encodePhyleFileSocialAccount([chosen, documentDigest(document), checker]),
            },
          ],
          documents: [{ text: document, type: 'application/json' }],
          body: [
            ...effects.map(
              (effect) =>
                `- ${effect.name}: ${figures[effect.name]} (${effect.unit}, ${effect.limit})`,
            ),
            ...(report.trim() === '' ? [] : ['', report.trim()]),
          ].join('\n'),
        }
      : null,
    onDraft,
  )
  if (!house) return <Notice>{words.bond.noFederation}</Notice>
  return (
    <>
      <Field label={text.year} error={!isOver && now !== undefined ? words.faults.year : undefined}>
        <input
          className={inputClass}
          type="number"
          value={chosen}
          onChange={(event) => setYear(Number(event.target.value))}
        />
      </Field>
      {effects.length === 0 && <p className="m-0 text-soft">{text.noEffects}</p>}
      {effects.map((effect) => (
        <Field
          key={effect.name}
          label={text.figure(effect.name)}
          help={text.figureHelp(effect.unit, effect.limit)}
          error={
            (figures[effect.name] ?? '') !== '' && !isFigure(figures[effect.name] ?? '')
              ? words.faults.figure
              : undefined
          }
        >
          <input
            className={inputClass}
            value={figures[effect.name] ?? ''}
            onChange={(event) => setFigures({ ...figures, [effect.name]: event.target.value })}
          />
        </Field>
      ))}
      <Field label={text.report} optional={effects.length > 0}>
        <textarea
          className={inputClass}
          rows={5}
          value={report}
          onChange={(event) => setReport(event.target.value)}
        />
      </Field>
      <PayeeField coop={coop.coop} label={text.attester} value={attester} onChange={setAttester} />
    </>
  )
}
