import type { Machine, WorkSummary } from '@phyle/sdk/index-api'
import { matches } from '@phyle/sdk/search'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { commons } from '../../words/en/commons.ts'
import { shell } from '../../words/en/shell.ts'
import { clockTime } from '../../words/format.ts'
import { MachineRegister } from './MachineRegister.tsx'

const words = commons.commons

/** Everything that the co-ops hold in common: works and machines. */
export function CommonsPage() {
  const house = useHouse()
  const asked = house ? { phyle: house.phyle } : undefined
  const works = useIndex('/api/works', {}, asked)
  const machines = useIndex('/api/machines', {}, asked)
  const [text, setText] = useState('')
  const foundWorks = works.data?.data.filter((work) =>
    matches(text, [work.title, work.function, work.licence, work.licensor, work.stewardName]),
  )
  const foundMachines = machines.data?.data.filter((one) => matches(text, [one.name, one.userName]))
  const searching = text.trim() !== ''
  const count = (foundWorks?.length ?? 0) + (foundMachines?.length ?? 0)
  return (
    <Page title={words.title} lead={words.lead}>
      <Field label={words.search} help={words.searchHelp}>
        <input
          type="search"
          className={inputClass}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <p role="status" className="sr-only">
        {searching ? words.found(foundWorks?.length ?? 0, foundMachines?.length ?? 0) : ''}
      </p>
      {searching && foundWorks && foundMachines && count === 0 && (
        <Empty what={words.noneFound(text.trim())} />
      )}
      {(!searching || (foundWorks?.length ?? 0) > 0) && (
        <section className="flex flex-col gap-3">
          <h2>{words.works}</h2>
          <Loaded query={works}>{() => <Works works={foundWorks ?? []} />}</Loaded>
        </section>
      )}
      {(!searching || (foundMachines?.length ?? 0) > 0) && (
        <section className="flex flex-col gap-3">
          <h2>{words.machines}</h2>
          <Loaded query={machines}>
            {({ asOf }) => (
              <>
                {searching || !house ? (
                  <Machines machines={foundMachines ?? []} />
                ) : (
                  <MachineRegister phyle={house.phyle} />
                )}
                <p className="m-0 text-sm text-soft">
                  {shell.footer.figures(clockTime(asOf.time))}
                </p>
              </>
            )}
          </Loaded>
        </section>
      )}
    </Page>
  )
}

const grid = 'm-0 grid list-none gap-3 p-0 md:grid-cols-2'
const tile =
  'relative flex flex-col gap-2 rounded-[14px] border border-line bg-card p-[18px] hover:border-accent sm:p-5'
const whole = 'after:absolute after:inset-0 after:rounded-[14px]'

function Works({ works }: { works: readonly WorkSummary[] }) {
  const money = useMoney()
  const now = useChainNow()
  if (works.length === 0) {
    return (
      <Empty what={words.noWorks}>
        <Link to="/coops" className={buttonClass()}>
          {words.coops}
        </Link>
      </Empty>
    )
  }
  return (
    <ul className={grid}>
      {works.map((work) => (
        <li key={work.id} className={tile}>
          <p className="m-0 text-sm text-soft">
            {[words.version(work.version), work.licence].filter((part) => part !== '').join(' · ')}
          </p>
          <h3 className="text-[1.25rem]">
            <Link
              to="/commons/works/$phyle/$id"
              params={{ phyle: work.phyle, id: work.id }}
              className={whole}
            >
              {work.title}
            </Link>
          </h3>
          <p className="m-0">{work.function}</p>
          <p className="m-0 mt-auto flex flex-wrap justify-between gap-x-4 pt-1 text-sm text-soft">
            <span>{words.of(work.stewardName)}</span>
            <span className="num">
              {work.pricePerYear === null ||
              (work.freeFrom !== null && now !== undefined && now >= work.freeFrom)
                ? words.freeForAll
                : words.priceUpTo(money(work.pricePerYear))}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Machines({ machines }: { machines: readonly Machine[] }) {
  const money = useMoney()
  if (machines.length === 0) {
    return (
      <Empty what={words.noMachines}>
        <Link to="/bonds" className={buttonClass()}>
          {words.bonds}
        </Link>
      </Empty>
    )
  }
  return (
    <ul className={grid}>
      {machines.map((machine) => (
        <li key={machine.id} className={tile}>
          <h3 className="text-[1.25rem]">
            <Link
              to="/commons/machines/$phyle/$id"
              params={{ phyle: machine.phyle, id: machine.id }}
              className={whole}
            >
              {machine.name}
            </Link>
          </h3>
          <p className="m-0">{words.usedBy(machine.userName)}</p>
          <p className="m-0 mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-1 text-sm text-soft">
            <span className="num">{words.earned(money(machine.income))}</span>
            {machine.redeemed && <Tag sign="✓">{words.paidBack}</Tag>}
          </p>
        </li>
      ))}
    </ul>
  )
}
