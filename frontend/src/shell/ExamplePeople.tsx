import { useState } from 'react'
import { type Connector, useConnectors } from 'wagmi'
import { useEnv } from '../chain/settings.tsx'
import { device, readKept } from '../device/storage.ts'
import type { ExamplePerson } from '../env.ts'
import { Face } from '../ui/Face.tsx'
import { Field, inputClass } from '../ui/Field.tsx'
import { shell } from '../words/shell/words.ts'

const LATELY = 'phyle.lately'
const MOST_LATELY = 5

/** Whom this device was lately, by address, the last first. */
const lately = () => {
  const kept = readKept<unknown>(device, LATELY, [])
  return Array.isArray(kept) ? kept.map(String) : []
}

const remember = (address: string) => {
  const others = lately().filter((one) => one !== address)
  device.set(LATELY, JSON.stringify([address, ...others].slice(0, MOST_LATELY)))
}

interface Group {
  readonly name: string
  readonly people: readonly ExamplePerson[]
}

/** "Steward, La Louve" is a role in La Louve. */
const coopOf = (role: string) => role.slice(role.lastIndexOf(', ') + 2)

/** Those of each co-op together; whoever is in two stands in both. */
export function groupsOf(
  people: readonly ExamplePerson[],
  before: readonly string[],
  text: string,
): readonly Group[] {
  const wanted = text.trim().toLocaleLowerCase()
  const found = people.filter(({ name, roles }) =>
    [name, ...roles].join(' ').toLocaleLowerCase().includes(wanted),
  )
  const coops = [...new Set(found.flatMap(({ roles }) => roles.map(coopOf)))]
  const recent = before
    .map((address) => found.find((person) => person.address === address))
    .filter((person) => person !== undefined)
  return [
    { name: shell.signIn.lately, people: recent },
    ...coops.map((name) => ({
      name,
      people: found.filter(({ roles }) => roles.some((role) => coopOf(role) === name)),
    })),
    { name: shell.signIn.noCoop, people: found.filter(({ roles }) => roles.length === 0) },
  ].filter((group) => group.people.length > 0)
}

/** On the local chain anybody may be one of the example people, without a wallet. */
export function ExamplePeople({ onChoose }: { onChoose: (connector: Connector) => void }) {
  const { people } = useEnv()
  const connectors = useConnectors()
  const [text, setText] = useState('')
  const [before] = useState(lately)
  const connectorOf = ({ address }: ExamplePerson) =>
    connectors.find((one) => one.id === `example:${address}`)
  const groups = groupsOf(
    people.filter((person) => connectorOf(person) !== undefined),
    before,
    text,
  )
  const choose = (person: ExamplePerson) => {
    const connector = connectorOf(person)
    if (!connector) return
    remember(person.address)
    onChoose(connector)
  }
  return (
    <section className="flex flex-col gap-2.5">
      <h3>{shell.signIn.example}</h3>
      <p className="m-0 text-sm text-soft">{shell.signIn.exampleHelp}</p>
      <Field label={shell.signIn.find} help={shell.signIn.findHelp}>
        <input
          type="search"
          className={inputClass}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {groups.length === 0 && (
        <p role="status" className="m-0">
          {shell.signIn.nobody({ text })}
        </p>
      )}
      {groups.map((group) => (
        <details
          key={group.name}
          // A search, and whom one was lately, is for the eye at once; 91 people are not.
          open={text.trim() !== '' || group.name === shell.signIn.lately || undefined}
          className="group rounded-xl border border-line bg-card"
        >
          <summary className="flex min-h-11 items-center justify-between gap-3 px-4 font-semibold">
            {group.name}
            <span className="text-sm font-normal text-soft">
              {shell.signIn.people({ count: group.people.length })}
            </span>
          </summary>
          <ul className="m-0 flex list-none flex-col p-0 pb-2">
            {group.people.map((person) => (
              <li key={person.address}>
                <button
                  type="button"
                  onClick={() => choose(person)}
                  className="flex w-full items-center gap-3 px-4 py-2 text-left hover:bg-wash"
                >
                  <Face address={person.address} name={person.name} />
                  <span className="min-w-0">
                    <b className="block">{person.name}</b>
                    <span className="text-sm text-soft">{person.roles.join(' · ')}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
