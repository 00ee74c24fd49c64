import { attachmentLine } from '@phyle/sdk/attachments'
import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { descriptionOf } from '@phyle/sdk/title'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useConfig } from 'wagmi'
import { type AttachedFile, usePropose } from '../../acts/propose.ts'
import { useHeld } from '../../chain/held.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { refusalOf } from '../../chain/refusal.ts'
import { readStatutesKindOf } from '../../generated/contracts.ts'
import type { Drafted } from '../../shell/draft.ts'
import { useParts } from '../../shell/parts.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DraftKept } from '../../ui/DraftKept.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { Says } from '../../ui/Says.tsx'
import { forgetKept, ownDrafts, useKept, useKeptChoice } from '../../ui/useKept.ts'
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
import { shell } from '../../words/shell/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { writtenIn } from '../../words/written.ts'
import { AttachFiles } from './AttachFiles.tsx'
import { ChapterCheck } from './ChapterCheck.tsx'
import { outflowsOf, overAThird } from './outflow.ts'
import { placeOf, type Reader, readSteps, sayAmount } from './readActions.ts'
import { useReader } from './useReader.ts'
import { useTried } from './useTried.ts'

const NOTHING: Drafted['actions'] = []
/**
 * Puts something to the vote of a co-op.
 *
 * @rule STA-3, ASM-6, ASM-7 Make a proposal: the rule it needs
 */
export function ProposePage() {
  const { coop } = useParams({ from: '/propose/$coop' })
  const asked = useSearch({ from: '/propose/$coop' })
  const query = useIndex('/api/coops/:coop', { coop })
  const { address } = useMe()
  const [thrown, setThrown] = useState(0)
  return (
    <Loaded query={query}>
      {(answer) => (
        <InItsWords coop={answer.data}>
          <Propose
            key={JSON.stringify([coop, asked, address, thrown])}
            coop={answer.data}
            drafts={`${ownDrafts(address)}${coop.toLowerCase()}`}
            onThrown={() => setThrown(thrown + 1)}
          />
        </InItsWords>
      )}
    </Loaded>
  )
}

/** Forms write titles in the language of the co-op, so they wait for its words. */
function InItsWords({ coop, children }: { coop: CoopDetail; children: ReactNode }) {
  return <Loaded query={useWrittenWords(coop)}>{() => children}</Loaded>
}

interface ProposeProps {
  coop: CoopDetail
  /** What the names of the drafts for this co-op begin with. */
  drafts: string
  onThrown: () => void
}

function Propose({ coop, drafts, onThrown }: ProposeProps) {
  const asked = useSearch({ from: '/propose/$coop' })
  const [chosen, setChosen] = useKeptChoice(`${drafts}.what`, asked.what)
  const forms = useParts('forms')
  const form = forms.find(({ name }) => name === chosen) ?? null
  const keep = `${drafts}.${form?.name ?? null}`
  const [draft, setDraft] = useState<Drafted | null>(null)
  const [why, setWhy] = useState('')
  const [files, setFiles] = useState<readonly AttachedFile[]>([])
  const { address, memberships, known } = useMe()
  const signIn = useSignIn()
  const member = memberships.some((one) => one.coop === coop.coop && one.left === null)

  return (
    <Page
      over={
        <Link to="/coops/$coop" params={{ coop: coop.coop }} className="hover:underline">
          {words.over({ coop: coop.name })}
        </Link>
      }
      title={words.title}
      lead={words.lead}
      aside={
        form && (
          <Preview
            key={form.name}
            coop={coop}
            draft={draft}
            why={why}
            files={files}
            keep={keep}
            allowed={member}
            onProposed={() => {
              forgetKept(`${keep}.`)
              forgetKept(`${drafts}.what`)
              setFiles([])
            }}
          />
        )
      }
    >
      {!address && (
        <Button look="main" className="self-start" onClick={signIn.open}>
          {shell.signIn.needed}
        </Button>
      )}
      {address && known && !member && (
        <Refusal refusal={words.notMember}>
          <Link to="/coops/$coop/join" params={{ coop: coop.coop }} className="link">
            {coop.name}
          </Link>
        </Refusal>
      )}
      <Choices
        pairs
        legend={words.what}
        value={form?.name ?? null}
        onChange={(value) => {
          setDraft(null)
          setChosen(value)
        }}
        choices={forms
          .filter((one) => one === form || (one.isFor?.(coop) ?? true))
          .map((one) => ({ value: one.name, label: one.words.name, help: one.words.help }))}
      />
      {form && (
        <Card title={form.words.name}>
          <DraftKept key={keep} keep={`${keep}.`} onThrown={onThrown} />
          <form.Form
            key={form.name}
            coop={coop}
            onDraft={setDraft}
            keep={keep}
            who={asked.who}
            machine={asked.machine}
          />
          <Why key={keep} keep={keep} onWhy={setWhy} />
          <AttachFiles files={files} onChange={setFiles} />
        </Card>
      )}
    </Page>
  )
}

function Why({ keep, onWhy }: { keep: string; onWhy: (why: string) => void }) {
  const [why, setWhy] = useKept(`${keep}.why`, '')
  useEffect(() => onWhy(why), [why, onWhy])
  return (
    <Field label={words.why} optional help={words.whyHelp}>
      <textarea
        className={inputClass}
        rows={4}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
    </Field>
  )
}

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
function Preview({ coop, draft, why, files, keep, allowed, onProposed }: PreviewProps) {
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
      <ChapterCheck
        acts={readSteps(
          draft.actions.map((action) => ({ ...action, value: `${action.value}` })),
          reader,
        ).map(({ act }) => act)}
      />
      <Says>
        {draft.actions.length === 0 && (
          <Rich text={assemblyWords.ifPasses + actionWords.will.text} />
        )}
        {readSteps(
          draft.actions.map((action) => ({ ...action, value: `${action.value}` })),
          reader,
        ).map(({ sentence }, at) => (
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

/**
 * The least kind that it needs: the highest that the form or the statutes ask for one of its actions, or a
 * major one where it would move more than lesser decisions may today.
 */
function useNeededKind(coop: CoopDetail, draft: Drafted | null, reader: Reader | undefined) {
  const config = useConfig()
  const actions = draft?.actions ?? NOTHING
  const outflows = reader ? outflowsOf(actions, placeOf(reader)) : []
  const asked = useQuery({
    queryKey: ['kind', coop.statutes, actions.map(({ target, data }) => `${target}${data}`)],
    enabled: draft !== null,
    retry: false,
    queryFn: () =>
      Promise.all(
        actions.map(({ target, value, data }) =>
          readStatutesKindOf(config, { address: coop.statutes, args: [target, value, data] }),
        ),
      ),
  })
  const held = useHeld(
    coop.coop,
    outflows.map(({ token }) => token),
  )
  const error = asked.error ?? held.error
  if (error) return { error, data: undefined }
  if (!asked.data || (outflows.length > 0 && !held.data)) return { error: null, data: undefined }
  const byStatutes = Math.max(KINDS.indexOf(draft?.least ?? 'ORDINARY'), ...asked.data)
  const special = KINDS.indexOf('SPECIAL')
  const over = byStatutes < special ? overAThird(outflows, held.data ?? []) : undefined
  const least = over ? special : byStatutes
  const kind = KINDS.find((one, at) => at >= least && coop.rules[one] !== null) ?? 'ENTRENCHED'
  return { error: null, data: { kind, over } }
}
