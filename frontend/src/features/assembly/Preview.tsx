import { attachmentLine } from '@phyle/sdk/attachments'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { descriptionOf } from '@phyle/sdk/title'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type AttachedFile, usePropose } from '../../acts/propose.ts'
import { refusalOf } from '../../chain/refusal.ts'
import type { Drafted } from '../../shell/draft.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { Says } from '../../ui/Says.tsx'
import { useKept } from '../../ui/useKept.ts'
import { actions as actionWords } from '../../words/actions/words.ts'
import { assembly as assemblyWords } from '../../words/assembly/words.ts'
import { capital } from '../../words/capital.ts'
import { files as fileWords } from '../../words/files/words.ts'
import { languageName, unbrokenNumbers } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { language } from '../../words/language.ts'
import { titleFaultWords } from '../../words/propose/titleFault.ts'
import { propose as words } from '../../words/propose/words.ts'
import { rules } from '../../words/rules/say.ts'
import { writtenIn } from '../../words/written.ts'
import { ChapterCheck } from './ChapterCheck.tsx'
import { useNeededKind } from './neededKind.ts'
import { OrgansCheck } from './OrgansCheck.tsx'
import { readSteps, sayAmount } from './readActions.ts'
import { useReader } from './useReader.ts'
import { useTried } from './useTried.ts'

const NOTHING: Drafted['actions'] = []

interface PreviewProps {
  coop: CoopDetail
  draft: Drafted | null
  why: string
  files: readonly AttachedFile[]
  keep: string
  allowed: boolean
  onProposed: () => void
}

/** What the others will see, under which rule, and the one button. */
export function Preview({ coop, draft, why, files, keep, allowed, onProposed }: PreviewProps) {
  const reader = useReader(coop, coop.rules)
  const act = usePropose()
  const [raised, setRaised] = useState<Kind | null>(null)
  const [own, setOwn] = useKept<{ for: string; title: string } | null>(`${keep}.own`, null)
  const needed = useNeededKind(coop, draft, reader)
  const least = needed.data?.kind ?? 'ORDINARY'
  const over = needed.data?.over
  const kind = raised && KINDS.indexOf(raised) > KINDS.indexOf(least) ? raised : least
  const rule = coop.rules[kind]
  const tried = useTried(
    coop,
    needed.data === undefined ? NOTHING : (draft?.actions ?? NOTHING),
    kind,
  )
  if (!draft || !reader) {
    return (
      <Card side title={words.preview.title}>
        <p className="m-0 text-soft">{words.preview.first}</p>
      </Card>
    )
  }
  const isOwn = own?.for === draft.title && !draft.titleCounts
  const title = isOwn ? own.title : draft.title
  const fault = titleFaultWords(title.trim())
  const body = [draft.body, why.trim(), files.map(attachmentLine).join('\n')]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
  const choices = KINDS.filter(
    (one) => KINDS.indexOf(one) >= KINDS.indexOf(least) && coop.rules[one] !== null,
  )
  const steps = readSteps(
    draft.actions.map((action) => ({ ...action, value: `${action.value}` })),
    reader,
  )
  const acts = steps.map(({ act }) => act)
  return (
    <Card side title={words.preview.title}>
      <p
        lang={title === draft.title ? writtenIn(coop) : coop.language}
        className="m-0 font-serif text-[1.3rem] leading-tight font-semibold"
      >
        {unbrokenNumbers(title)}
      </p>
      {coop.language !== language() && (
        <p className="m-0 text-sm text-soft">
          {words.preview[coop.language === writtenIn(coop) ? 'written' : 'notWritten']({
            language: languageName(coop.language),
          })}
        </p>
      )}
      {draft.actions.length > 0 && !draft.titleCounts && (
        <Disclosure summary={words.preview.retitle}>
          <Field label={words.text.title} help={words.text.titleHelp}>
            <input
              lang={coop.language}
              className={inputClass}
              value={title}
              onChange={(event) => setOwn({ for: draft.title, title: event.target.value })}
            />
          </Field>
        </Disclosure>
      )}
      <ChapterCheck acts={acts} />
      <OrgansCheck acts={acts} />
      <Says>
        {draft.actions.length === 0 && (
          <Rich text={assemblyWords.ifPasses + actionWords.will.text} />
        )}
        {steps.map(({ sentence }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions keep their order
          <p key={at} className="m-0">
            <Rich text={assemblyWords.ifPasses + sentence} />
          </p>
        ))}
      </Says>
      {fault && <p className="m-0 font-semibold text-brick">{fault}</p>}
      {needed.error && <Refusal refusal={refusalOf(needed.error)} />}
      {draft.raised && least !== 'ORDINARY' && <p className="m-0">{draft.raised}</p>}
      {over && (
        <p className="m-0" role="status">
          {words.raise.byAmount({
            kind: kinds[least].a,
            within: sayAmount(over.within, over.token, reader),
          })}
        </p>
      )}
      {rule && (
        <p className="m-0">
          {words.preview.needs({ decision: kinds[kind].a, needs: rules.needs(rule) })}{' '}
          {rules.quorum(rule)} {words.preview.periods({ periods: rules.periods(rule) })}
        </p>
      )}
      {choices.length > 1 && (
        <Field label={words.raise.legend} help={words.raise.higher}>
          <select
            className={inputClass}
            value={kind}
            onChange={(event) => setRaised(KINDS.find((one) => one === event.target.value) ?? null)}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {capital(kinds[one].name)}
                {one === least ? ` (${words.raise.needed})` : ''}
              </option>
            ))}
          </select>
        </Field>
      )}
      {act.state.step !== 'done' && (
        <>
          {tried && (
            <Notice tone="danger">
              <b>{words.tried.why}</b> {tried.why} {tried.now} {words.tried.still}
            </Notice>
          )}
          <Button
            look="main"
            wide
            disabled={act.busy || fault !== undefined || !allowed || needed.data === undefined}
            onClick={() =>
              void act
                .run({
                  assembly: coop.assembly,
                  kind,
                  actions: draft.actions,
                  description: descriptionOf(title.trim(), body),
                  documents: draft.documents,
                  files,
                })
                .then((proposed) => proposed && onProposed())
            }
          >
            {words.send}
          </Button>
          <p className="m-0 text-sm text-soft">
            {files.length > 0 && `${fileWords.note} `}
            {words.sendHelp}
          </p>
        </>
      )}
      <Progress
        state={act.state}
        refused={
          act.state.step === 'refused' &&
          act.state.refusal.proposal !== undefined && (
            <Link
              to="/decisions/$assembly/$id"
              params={{ assembly: coop.assembly, id: `${act.state.refusal.proposal}` }}
              className="link"
            >
              {words.standsInTheWay({ proposal: `${act.state.refusal.proposal}` })}
            </Link>
          )
        }
        done={({ id }) => (
          <span className="flex flex-col items-start gap-3">
            {words.done}
            <Link
              to="/decisions/$assembly/$id"
              params={{ assembly: coop.assembly, id: `${id}` }}
              className={buttonClass('main')}
            >
              {words.open}
            </Link>
          </span>
        )}
      />
    </Card>
  )
}
