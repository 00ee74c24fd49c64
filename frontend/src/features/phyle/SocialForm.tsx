import { readAmount } from '@phyle/sdk/amount'
import { canonicalJson, documentDigest } from '@phyle/sdk/documents'
import { Link } from '@tanstack/react-router'
import { formatUnits, isAddressEqual } from 'viem'
import { useFoundingWords } from '../../chain/charter.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { exactly, numberTyped } from '../../chain/typedMoney.ts'
import { encodePhyleFileSocialAccount } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { WhoField } from '../../ui/WhoField.tsx'
import { number } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = words.social
/** As far back as a co-op may still owe an account. */
const YEARS = 10

/** A figure of an effect: at most four decimal places. */
const PLACES = 4
const MOST = 10n ** 30n
const readFigure = (typed: string | undefined) =>
  readAmount(typed ?? '', { decimals: PLACES, most: MOST, zero: true })

export function SocialForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const now = useChainNow()
  const { words: founding } = useFoundingWords(coop.purpose)
  const thisYear = now === undefined ? 0 : new Date(now * 1000).getUTCFullYear()
  const [year, setYear] = useKept<number | null>(`${keep}.year`, null)
  const [figures, setFigures] = useKept<Readonly<Record<string, string>>>(`${keep}.figures`, {})
  const [report, setReport] = useKept(`${keep}.report`, '')
  const [attester, setAttester] = useKept(`${keep}.attester`, '')
  const named = useIndex('/api/coops/:coop/account-attesters', { coop: coop.coop })
  const attesters = named.data?.data.map(({ wallet }) => wallet)
  const effects = founding?.effects ?? []
  const chosen = year ?? thisYear - 1
  const years = Array.from({ length: YEARS }, (_, back) => thisYear - 1 - back)
  const isOver = years.includes(chosen)
  const figureOf = ({ name }: { readonly name: string }) => exactly(readFigure(figures[name]))
  const filled = effects.every((effect) => figureOf(effect) !== null)
  // The account is read in every country, so its figures stand in one notation.
  const written = (effect: { readonly name: string }) => formatUnits(figureOf(effect) ?? 0n, PLACES)
  const typed = typedAddress(attester)
  const checker = attesters?.find((one) => typed !== null && isAddressEqual(one, typed))
  const isSaid = filled && (effects.length > 0 || report.trim() !== '')
  const document = canonicalJson({
    cooperative: coop.coop,
    year: chosen,
    effects: effects.map((effect) => ({ ...effect, figure: written(effect) })),
    ...(checker && { attester: checker }),
    report: report.trim(),
  })
  useDraft(
    house && now !== undefined && isOver && isSaid && checker
      ? {
          title: write(coop, () => text.title({ year: `${chosen}` })),
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
              (effect) => `- ${effect.name}: ${written(effect)} (${effect.unit}, ${effect.limit})`,
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
      <Field label={text.year}>
        <select
          className={inputClass}
          value={isOver ? chosen : ''}
          onChange={(event) => setYear(Number(event.target.value))}
        >
          {!isOver && <option value="" />}
          {now !== undefined && years.map((one) => <option key={one}>{one}</option>)}
        </select>
      </Field>
      {effects.length === 0 && <p className="m-0 text-soft">{text.noEffects}</p>}
      {effects.map((effect) => (
        <AmountField
          key={effect.name}
          label={text.figure({ name: effect.name })}
          help={text.figureHelp({ unit: effect.unit, limit: effect.limit })}
          value={figures[effect.name] ?? ''}
          onChange={(typed) => setFigures({ ...figures, [effect.name]: typed })}
          reading={readFigure(figures[effect.name])}
          places={PLACES}
          show={(figure) => number(formatUnits(figure, PLACES) as `${number}`)}
          write={(figure) => numberTyped(figure, PLACES)}
          example={615_000n}
        />
      ))}
      <Field label={text.report} optional={effects.length > 0}>
        <textarea
          className={inputClass}
          rows={5}
          value={report}
          onChange={(event) => setReport(event.target.value)}
        />
      </Field>
      <Loaded query={named}>
        {() => (
          <>
            {attesters?.length === 0 && (
              <Notice>
                {text.attesterNone}{' '}
                <Link
                  to="/propose/$coop"
                  params={{ coop: coop.coop }}
                  search={{ what: 'attester' }}
                  className="link"
                >
                  {text.attesterName}
                </Link>
              </Notice>
            )}
            {attesters && attesters.length > 0 && (
              <>
                <WhoField
                  label={text.attester}
                  among={attesters}
                  value={attester}
                  onChange={setAttester}
                />
                <p className="m-0 text-sm text-soft">{text.attesterHelp}</p>
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
