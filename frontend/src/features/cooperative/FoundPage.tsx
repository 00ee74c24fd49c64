import {
  type Charter,
  CharterError,
  checkCharter,
  defaultQuorumBps,
  withExpectedMembers,
} from '@phyle/sdk/charter'
import { LANGUAGES, type Language } from '@phyle/sdk/language'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useConnection } from 'wagmi'
import { useDraftFounding } from '../../acts/found.ts'
import { useEnv } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useKept } from '../../ui/useKept.ts'
import { WhoField } from '../../ui/WhoField.tsx'
import { founding } from '../../words/en/founding.ts'
import { shell } from '../../words/en/shell.ts'
import { list, number, percent } from '../../words/format.ts'
import { RuleList } from '../statutes/index.ts'
import { presets } from './presets.ts'

const words = founding.found

interface FounderRow {
  readonly key: number
  /** As typed or chosen; null until it is touched. */
  readonly wallet: string | null
  readonly class: number
}

/** A class keeps its place when it is renamed, so the rules that name it follow. */
function renamed(charter: Charter, place: number, name: string): Charter {
  const before = charter.classes[place]?.name
  const rename = (one: string) => (one === before ? name : one)
  const classes = charter.classes.map((one, at) => (at === place ? { ...one, name } : one))
  const rules = Object.fromEntries(
    Object.entries(charter.rules).map(([kind, rule]) => [
      kind,
      rule && { ...rule, classMajority: rule.classMajority.map(rename) },
    ]),
  ) as Charter['rules']
  return { ...charter, classes, rules }
}

/** So many members at the most make a small co-op, where the default quorum is highest. */
const SMALL_COOP = 100

/** Rules of a model, with its groups called as the founders call them. */
function renamedRules(rules: Charter['rules'], model: Charter, charter: Charter): Charter['rules'] {
  return charter.classes.reduce((renaming, { name }, place) => renamed(renaming, place, name), {
    ...model,
    rules,
  }).rules
}

/** How many must vote under the default quorum, of so many members. */
const votersAt = (members: number) =>
  Math.min(members, Math.max(3, Math.ceil((members * defaultQuorumBps(members)) / 10_000)))

/** What is wrong, and where, in words. */
function faultOf(charter: Charter): { place: string; problem: string } | null {
  try {
    checkCharter(charter)
    return null
  } catch (error) {
    if (!(error instanceof CharterError)) throw error
    const [place = ''] = error.place.split(/[.[]/)
    return {
      place: words.places[place] ?? place,
      // Shares and thresholds are told in basis points.
      problem: error.message
        .replace(`${error.place}: `, '')
        .replaceAll(/\b\d{3,5}\b/g, (bps) => percent(Number(bps), 2)),
    }
  }
}

/** From a model to a charter that all founders can sign. */
export function FoundPage() {
  const { deployments } = useEnv()
  const registrar = deployments?.registrars.Registrar?.address
  const [charter, setCharter] = useKept<Charter | null>('phyle.charter', null)
  const [expected, setExpected] = useKept('phyle.members', SMALL_COOP)
  const model = presets.find((one) => one.preset === charter?.preset)
  return (
    <Page title={words.title} lead={words.lead}>
      {!registrar && <Refusal refusal={words.noRegistrar} />}
      <Card title={words.model.title}>
        <Choices
          legend={words.model.legend}
          hideLegend
          value={charter?.preset ?? null}
          onChange={(preset) => {
            const chosen = presets.find((one) => one.preset === preset)
            // Name, purpose and place are the founders' own.
            if (chosen) {
              const { name, purpose, city, country } = charter ?? {
                name: '',
                purpose: '',
                city: null,
                country: null,
              }
              const rules = withExpectedMembers(chosen, expected)
              setCharter({ ...chosen, rules, name, purpose, city, country })
            }
          }}
          choices={presets.map((one) => ({
            value: one.preset ?? one.name,
            label: one.preset ?? one.name,
            help: words.model.what(
              list(one.classes.map(({ name, share }) => `${name} ${percent(share)}`)),
            ),
          }))}
        />
        {charter && charter.ours.length > 0 && (
          <p className="m-0 text-sm text-soft">{words.model.ours}</p>
        )}
      </Card>
      {charter && registrar && (
        <CharterForm
          charter={charter}
          setCharter={setCharter}
          registrar={registrar}
          expected={expected}
          expect={(members) => {
            setExpected(members)
            if (!model) return
            // Groups may have been renamed since: only the quorums are taken over.
            const rules = renamedRules(withExpectedMembers(model, members), model, charter)
            setCharter({ ...charter, rules })
          }}
        />
      )}
    </Page>
  )
}

interface CharterFormProps {
  charter: Charter
  setCharter: (charter: Charter) => void
  registrar: `0x${string}`
  expected: number
  expect: (members: number) => void
}

function CharterForm({ charter, setCharter, registrar, expected, expect }: CharterFormProps) {
  const { people } = useEnv()
  const { address } = useConnection()
  const signIn = useSignIn()
  const act = useDraftFounding()
  const [kept, setRows] = useKept<readonly FounderRow[]>('phyle.founders', [
    { key: 0, wallet: null, class: 0 },
  ])
  const rows = kept.map((row) => ({
    ...row,
    // Whoever writes is the first founder, unless they say otherwise.
    wallet: row.wallet ?? (row.key === 0 && address ? address : ''),
    // Another model may have fewer groups.
    class: row.class < charter.classes.length ? row.class : 0,
  }))
  const [tried, setTried] = useState(false)
  const set = (some: Partial<Charter>) => setCharter({ ...charter, ...some })
  const setRow = (key: number, some: Partial<FounderRow>) =>
    setRows(kept.map((row) => (row.key === key ? { ...row, ...some } : row)))

  const founders = rows.flatMap((row) => {
    const wallet = typedAddress(row.wallet)
    return wallet ? [{ wallet, class: row.class }] : []
  })
  const twice = new Set(founders.map(({ wallet }) => wallet)).size < founders.length
  const trimmed = { ...charter, name: charter.name.trim(), purpose: charter.purpose.trim() }
  const fault = faultOf(trimmed)
  const problem = fault
    ? `${fault.place}: ${fault.problem}`
    : founders.length === 0 || founders.length < rows.length
      ? words.noFounders
      : twice
        ? words.twice
        : null
  const sum = charter.classes.reduce((total, one) => total + one.share, 0)

  return (
    <>
      <Card title={words.who.title}>
        <Field label={words.who.name} help={words.who.nameHelp}>
          <input
            className={inputClass}
            value={charter.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label={words.who.purpose} help={words.who.purposeHelp}>
          <textarea
            className={inputClass}
            rows={3}
            value={charter.purpose}
            onChange={(event) => set({ purpose: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={words.who.city} optional>
            <input
              className={inputClass}
              value={charter.city ?? ''}
              onChange={(event) => set({ city: event.target.value || null })}
            />
          </Field>
          <Field label={words.who.country} optional>
            <input
              className={inputClass}
              value={charter.country ?? ''}
              maxLength={2}
              onChange={(event) => set({ country: event.target.value.toUpperCase() || null })}
            />
          </Field>
          <Field label={words.who.language} help={words.who.languageHelp}>
            <select
              className={inputClass}
              value={charter.language}
              onChange={(event) =>
                set({
                  language:
                    LANGUAGES.find((one) => one === event.target.value) ?? ('en' as Language),
                })
              }
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {words.who.languages[one]}
                </option>
              ))}
            </select>
          </Field>
        </div>
      </Card>

      <Card title={words.groups.title}>
        <p className="m-0 text-soft">{words.groups.lead}</p>
        {charter.classes.map((one, place) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a class is known by its place
            key={place}
            className="grid gap-x-4 gap-y-2 sm:grid-cols-[1fr_11rem]"
          >
            <Field label={words.groups.name}>
              <input
                className={inputClass}
                value={one.name}
                onChange={(event) => setCharter(renamed(charter, place, event.target.value))}
              />
            </Field>
            <Field label={words.groups.share} unit="%">
              <input
                className={inputClass}
                type="number"
                min={0}
                max={100}
                value={one.share / 100}
                onChange={(event) =>
                  set({
                    classes: charter.classes.map((other, at) =>
                      at === place
                        ? { ...other, share: Math.round(Number(event.target.value) * 100) }
                        : other,
                    ),
                  })
                }
              />
            </Field>
            {!one.user && <p className="m-0 text-sm text-soft">{words.groups.users}</p>}
          </div>
        ))}
        <p className={sum === 10_000 ? 'm-0' : 'm-0 font-semibold text-brick'} role="status">
          {words.groups.sum(percent(sum, 2))}
        </p>
      </Card>

      <Card title={words.rules.title}>
        <p className="m-0 text-soft">{words.rules.lead}</p>
        <Field label={words.rules.expected} help={words.rules.expectedHelp}>
          <input
            className={`${inputClass} max-w-40`}
            type="number"
            min={1}
            value={expected}
            onChange={(event) => expect(Math.max(1, Math.round(Number(event.target.value))))}
          />
        </Field>
        <p className="m-0" role="status">
          {words.rules.quorum(
            number(expected),
            percent(defaultQuorumBps(expected), 2),
            number(votersAt(expected)),
          )}
        </p>
        <RuleList of={charter.rules} />
      </Card>

      <Card title={words.founders.title}>
        <p className="m-0 text-soft">{words.founders.lead}</p>
        {rows.map((row, at) => (
          <fieldset
            key={row.key}
            className="m-0 grid gap-3 border-0 p-0 sm:grid-cols-[1fr_12rem_auto] sm:items-end"
          >
            <legend className="sr-only">{words.founders.person(at + 1)}</legend>
            <div className="flex flex-col gap-3">
              <WhoField
                label={words.founders.person(at + 1)}
                among={people.map((person) => person.address)}
                value={row.wallet}
                onChange={(wallet) => setRow(row.key, { wallet })}
              />
            </div>
            <Field label={words.founders.group(at + 1)}>
              <select
                className={inputClass}
                value={row.class}
                onChange={(event) => setRow(row.key, { class: Number(event.target.value) })}
              >
                {charter.classes.map((one, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a class is known by its place
                  <option key={place} value={place}>
                    {one.name}
                  </option>
                ))}
              </select>
            </Field>
            {rows.length > 1 && (
              <Button
                className="justify-self-start"
                aria-label={words.founders.remove(at + 1)}
                onClick={() => setRows(kept.filter((one) => one.key !== row.key))}
              >
                {words.founders.removeShort}
              </Button>
            )}
          </fieldset>
        ))}
        <Button
          className="self-start"
          onClick={() =>
            setRows([
              ...kept,
              { key: Math.max(...kept.map((row) => row.key)) + 1, wallet: '', class: 0 },
            ])
          }
        >
          {words.founders.add}
        </Button>
      </Card>

      {tried && problem !== null && (
        <Notice tone="danger">
          <b>{words.wrong}.</b> {problem}
        </Notice>
      )}
      {act.state.step !== 'done' && (
        <div className="flex flex-col gap-2">
          <Button
            look="main"
            className="self-start"
            disabled={act.busy}
            onClick={() => {
              setTried(true)
              if (problem !== null) return
              if (address) void act.run({ registrar, charter: trimmed, founders })
              else signIn.open()
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
