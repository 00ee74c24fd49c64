import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { AttachedFile } from '../../acts/propose.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import type { Drafted } from '../../shell/draft.ts'
import { useParts } from '../../shell/parts.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { DraftKept } from '../../ui/DraftKept.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { forgetKept, ownDrafts, useKept, useKeptChoice } from '../../ui/useKept.ts'
import { propose as words } from '../../words/propose/words.ts'
import { shell } from '../../words/shell/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { AttachFiles } from './AttachFiles.tsx'
import { Preview } from './Preview.tsx'

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
