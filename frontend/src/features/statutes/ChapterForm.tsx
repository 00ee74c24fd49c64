import { fittingTitle } from '@phyle/sdk/title'
import type { Address } from 'viem'
import { useChapterName, useChapterState } from '../../chain/chapters.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useAbove } from '../../chain/useAbove.ts'
import {
  encodePhyleOpen,
  encodePhyleReplace,
  encodeStatutesCloseChapter,
  encodeStatutesJoinFederation,
  encodeStatutesOpenChapter,
} from '../../generated/contracts.ts'
import type { Drafted, FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { chapters } from '../../words/chapters/words.ts'
import { shortAddress } from '../../words/format.ts'
import { propose } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'

const text = chapters.form
type What = keyof typeof text.acts

/**
 * A co-op opens or closes a chapter, accepts those of its federation, or puts before the federation that one
 * is opened or replaced for all; a federation decides that itself.
 *
 * @rule STA-5, STA-6, STA-7, STA-8, PHY-5, PHY-6, PHY-7 Make a proposal: open, replace or close a chapter
 */
export function ChapterForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const nameOf = useNameOf()
  const isRoot = coop.rootOf !== null
  const { isIn, put } = useAbove(coop)
  const offered: readonly What[] = isRoot
    ? ['openForAll', 'replace', 'open', 'close']
    : ['open', 'close', 'accept', ...(isIn ? (['openForAll', 'replace'] as const) : [])]
  const [chosen, setChosen] = useKeptChoice(`${keep}.act`, undefined)
  const what = offered.find((one) => one === chosen) ?? offered[0] ?? 'open'
  const [typed, setTyped] = useKept(`${keep}.chapter`, '')
  const chapter = typedAddress(typed)
  const itsName = useChapterName(chapter)
  const accepts = useChapterState(coop.statutes, isRoot ? undefined : house?.phyle) === 'open'
  const called = chapter === null ? '' : (itsName ?? nameOf(chapter) ?? shortAddress(chapter))
  const phyle = house?.phyle

  const subject = what === 'accept' ? ((phyle && nameOf(phyle)) ?? '') : called
  const isForOthers = !isRoot && (what === 'openForAll' || what === 'replace')

  const title = (): string =>
    fittingTitle(text.titles[what]({ name: subject, federation: subject }), text.acts[what].name)

  const actions = (): Drafted['actions'] | null => {
    const amend = (data: Address) => [{ target: coop.statutes, value: 0n, data }]
    if (what === 'accept') {
      return phyle && !accepts ? amend(encodeStatutesJoinFederation([phyle])) : null
    }
    if (chapter === null) return null
    // What has lost its name, or never had one, can still be closed.
    if (what === 'close') return amend(encodeStatutesCloseChapter([chapter]))
    if (!itsName) return null
    if (what === 'open') return amend(encodeStatutesOpenChapter([chapter]))
    if (!phyle) return null
    const encode = what === 'replace' ? encodePhyleReplace : encodePhyleOpen
    const action = { target: phyle, value: 0n, data: encode([itsName, chapter]) }
    if (isRoot) return [action]
    return put && [put([action], title)]
  }
  const drafted = actions()
  useDraft(
    drafted && {
      title: write(coop, () =>
        isForOthers
          ? fittingTitle(text.before[what]({ name: called }), text.before.short)
          : title(),
      ),
      actions: drafted,
      documents: [],
    },
    onDraft,
  )

  return (
    <>
      <Choices
        legend={text.what}
        value={what as string}
        onChange={setChosen}
        choices={offered.map((one) => ({
          value: one as string,
          label: text.acts[one].name,
          help: text.acts[one].help,
        }))}
      />
      {isForOthers && <p className="m-0 text-soft">{propose.welcome.how}</p>}
      {what === 'accept' ? (
        !phyle ? (
          <Notice>{text.noFederation}</Notice>
        ) : (
          accepts && <Notice>{text.accepted}</Notice>
        )
      ) : (
        <>
          <Field
            label={text.address}
            help={text.addressHelp}
            error={typed.trim() !== '' && chapter === null ? text.wrong : undefined}
          >
            <input
              className={inputClass}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
          {itsName && <p className="m-0">{text.called({ name: itsName })}</p>}
          {itsName === null && what !== 'close' && <Notice>{text.noName}</Notice>}
        </>
      )}
    </>
  )
}
