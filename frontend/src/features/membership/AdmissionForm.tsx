import { type Reading, readAmount } from '@phyle/sdk/amount'
import { ADMISSIONS, type AdmissionPolicy } from '@phyle/sdk/chapters/statutes/enums'
import { MOST_SPONSORS } from '@phyle/sdk/charter'
import { exactly, numberTyped } from '../../chain/typedMoney.ts'
import { encodeStatutesSetAdmission } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { AmountField } from '../../ui/AmountField.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { useKept } from '../../ui/useKept.ts'
import { number } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { admissionWords } from '../../words/statutes/admission.ts'
import { statutes } from '../../words/statutes/words.ts'
import { write } from '../../words/written.ts'

const text = words.admission

const readSponsors = (typed: string): Reading =>
  readAmount(typed, { decimals: 0, most: BigInt(MOST_SPONSORS) })

/** How new members are admitted from now on. */
export function AdmissionForm({ coop, onDraft, keep }: FormProps) {
  const [policy, setPolicy] = useKept<AdmissionPolicy>(`${keep}.policy`, coop.admission)
  const [typed, setTyped] = useKept(
    `${keep}.sponsors`,
    numberTyped(BigInt(coop.sponsorsNeeded === 0 ? 2 : coop.sponsorsNeeded)),
  )
  const bySponsors = policy === 'BY_SPONSORS'
  const amount = exactly(readSponsors(typed))
  const sponsors = bySponsors ? Number(amount ?? 0n) : 0
  const changed = policy !== coop.admission || sponsors !== coop.sponsorsNeeded
  const ready = changed && (!bySponsors || amount !== null)

  useDraft(
    ready
      ? {
          title: write(coop, () =>
            bySponsors ? text.titles.BY_SPONSORS({ sponsors }) : text.titles.BY_DECISION,
          ),
          actions: [
            {
              target: coop.statutes,
              value: 0n,
              data: encodeStatutesSetAdmission([ADMISSIONS.indexOf(policy), sponsors]),
            },
          ],
          documents: [],
        }
      : null,
    onDraft,
  )
  return (
    <>
      <p className="m-0 text-soft">
        <b>{words.rule.now}:</b> {admissionWords(coop.admission, coop.sponsorsNeeded)}
      </p>
      <Choices
        pairs
        legend={text.which}
        value={policy}
        onChange={setPolicy}
        choices={ADMISSIONS.map((value) => ({
          value,
          label: text.policies[value].name,
          help: text.policies[value].help,
        }))}
      />
      {bySponsors && (
        <AmountField
          label={text.sponsors}
          help={text.sponsorsHelp({ most: MOST_SPONSORS })}
          places={0}
          show={number}
          write={(sponsors) => numberTyped(sponsors)}
          example={2n}
          value={typed}
          onChange={setTyped}
          reading={readSponsors(typed)}
        />
      )}
      {!changed && <p className="m-0 text-sm text-soft">{text.same}</p>}
      <p className="m-0 text-sm text-soft">{statutes.limit}</p>
    </>
  )
}
