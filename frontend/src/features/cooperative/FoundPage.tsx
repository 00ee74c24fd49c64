import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useConnection } from 'wagmi'
import { useDraftFounding } from '../../acts/found.ts'
import { countryName } from '../../chain/countries.ts'
import { useNameOf } from '../../chain/names.ts'
import { useEnv, useHouse } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { DraftKept } from '../../ui/DraftKept.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { forgetKept, ownDrafts, useKept } from '../../ui/useKept.ts'
import { chaptersOf, foundersOf } from '../../words/charter/say.ts'
import { shortAddress } from '../../words/format.ts'
import { labelOf } from '../../words/founding/problems.ts'
import { founding } from '../../words/founding/words.ts'
import { shell } from '../../words/shell/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { CharterText, ownWords } from '../statutes/index.ts'
import {
  charterOf,
  draftFrom,
  type FoundingDraft,
  foundersIn,
  listedTwice,
  type Problem,
} from './found/draft.ts'
import { EffectsCard } from './found/EffectsCard.tsx'
import { FoundersCard } from './found/FoundersCard.tsx'
import { GroupsCard } from './found/GroupsCard.tsx'
import { JoiningCard } from './found/JoiningCard.tsx'
import { focusAt, Problems } from './found/Problems.tsx'
import { RulesCard } from './found/RulesCard.tsx'
import { WhatCard } from './found/WhatCard.tsx'
import { groupsOf, isForPeople, modelName, models, modelWhom, presets } from './presets.ts'

const words = founding.found

/**
 * From a model to a charter that all founders can sign.
 *
 * @rule G2, G3, STA-1, STA-2, STA-12, REG-2 Start a co-op
 */
export function FoundPage() {
  const { address } = useConnection()
  const keep = `${ownDrafts(address)}founding`
  const [thrown, setThrown] = useState(0)
  return <Founding key={`${keep}.${thrown}`} keep={keep} onThrown={() => setThrown(thrown + 1)} />
}

function Founding({ keep, onThrown }: { keep: string; onThrown: () => void }) {
  const { deployments } = useEnv()
  const registrar = deployments?.registrars.Registrar?.address
  const [kept, setKept] = useKept<FoundingDraft | null>(keep, null)
  const { model: slug } = useSearch({ from: '/found' })
  const navigate = useNavigate()
  const asked = models.filter(isForPeople).find((one) => one.slug === slug)?.charter
  // What a link asks for is shown from the start; the first change keeps it, and the link has done its part.
  const isOther = asked !== undefined && kept?.preset !== asked.preset
  const draft = isOther ? draftFrom(asked, kept) : kept
  const setDraft = (next: FoundingDraft) => {
    setKept(next)
    if (slug !== undefined) {
      void navigate({ to: '/found', search: {}, replace: true, resetScroll: false })
    }
  }
  const model = presets.find((one) => one.preset === draft?.preset)
  return (
    <Page title={words.title} lead={words.lead}>
      {!registrar && <Refusal refusal={words.noRegistrar} />}
      <DraftKept keep={keep} onThrown={onThrown} />
      <Card title={words.model.title}>
        <Choices
          legend={words.model.legend}
          hideLegend
          value={draft?.preset ?? null}
          onChange={(preset) => {
            const chosen = presets.find((one) => one.preset === preset)
            if (chosen) setDraft(draftFrom(chosen, draft))
          }}
          choices={presets.map((one) => ({
            value: one.preset ?? one.name,
            label: modelName(one),
            help: `${modelWhom(one)} ${words.model.groups({ groups: groupsOf(one) })}`,
          }))}
        />
        <p className="m-0 text-sm text-soft">{words.model.own}</p>
        <Link to="/models" className="link self-start">
          {words.model.compare}
        </Link>
      </Card>
      {draft && model && registrar && (
        <CharterForm
          draft={draft}
          model={model}
          registrar={registrar}
          set={(some) => setDraft({ ...draft, ...some })}
          onSent={() => forgetKept(keep)}
        />
      )}
    </Page>
  )
}

interface CharterFormProps {
  draft: FoundingDraft
  model: (typeof presets)[number]
  registrar: `0x${string}`
  set: (some: Partial<FoundingDraft>) => void
  onSent: () => void
}

function CharterForm({ draft: written, model, registrar, set, onSent }: CharterFormProps) {
  const { address } = useConnection()
  const house = useHouse()
  const signIn = useSignIn()
  const nameOf = useNameOf()
  const act = useDraftFounding()
  const [tried, setTried] = useState(false)
  const draft: FoundingDraft = {
    ...written,
    // Where there is a federation, it gets what is left, unless they say otherwise.
    body: written.body ?? house?.root ?? null,
    founders: written.founders.map((row) => ({
      ...row,
      // Whoever writes is the first founder, unless they say otherwise.
      wallet: row.wallet ?? (row.key === 0 && address ? address : ''),
      // Another model may have fewer groups.
      class: row.class < model.classes.length ? row.class : 0,
    })),
  }
  const { data: of } = useWrittenWords(draft)
  const { charter, problems: found } = charterOf(draft, model, of)
  const twice = listedTwice(draft).map(({ wallet, at }): Problem => {
    const place = `founders[${at}]`
    const what = words.problems.twice({ name: nameOf(wallet) ?? shortAddress(wallet) })
    return { place, label: labelOf(place), what }
  })
  const problems = [...found, ...twice]
  const founders = foundersIn(draft)
  const card = {
    draft,
    model,
    charter,
    set,
    problem: (place: string) =>
      tried ? problems.find((problem) => problem.place === place)?.what : undefined,
  }

  return (
    <>
      <WhatCard {...card} />
      <GroupsCard {...card} />
      <JoiningCard {...card} />
      <RulesCard {...card} />
      <EffectsCard {...card} />
      <FoundersCard {...card} />
      <Card title={words.document.title}>
        <p className="m-0 text-soft">{words.document.lead}</p>
        <CharterText
          chapters={[...chaptersOf(charter, countryName), foundersOf(charter, founders, nameOf)]}
          own={ownWords(charter)}
        />
      </Card>
      {tried && problems.length > 0 && <Problems problems={problems} />}
      {act.state.step !== 'done' && (
        <div className="flex flex-col gap-2">
          <Button
            look="main"
            className="self-start"
            disabled={act.busy}
            onClick={() => {
              setTried(true)
              const [first] = problems
              if (first) focusAt(first.place)
              else if (address) {
                void act.run({ registrar, charter, founders }).then((sent) => sent && onSent())
              } else signIn.open()
            }}
          >
            {address ? words.ask : shell.signIn.needed}
          </Button>
          <p className="m-0 text-sm text-soft">{words.askHelp}</p>
        </div>
      )}
      <Progress
        state={act.state}
        words={{ preparing: words.storing }}
        done={({ hash }) => (
          <span className="flex flex-col items-start gap-3">
            {words.done}
            <Link to="/found/sign" search={{ draft: hash }} className={buttonClass('main')}>
              {words.open}
            </Link>
          </span>
        )}
      />
    </>
  )
}
