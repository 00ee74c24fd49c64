import type { WorkSummary } from '@phyle/sdk/chapters/commons/api'
import { matches } from '@phyle/sdk/search'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useConnection } from 'wagmi'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { When } from '../../ui/When.tsx'
import { versionWords } from '../../words/commons/version.ts'
import { commons } from '../../words/commons/words.ts'
import { licences } from '../../words/licences/words.ts'

const words = licences.mayIUse

/** Look a work up, then ask. */
export function MayIUsePage() {
  const house = useHouse()
  const works = useIndex('/api/works', {}, house ? { phyle: house.phyle } : undefined)
  const [text, setText] = useState('')
  const found = works.data?.data.filter((work) =>
    matches(text, [work.title, work.function, work.licensor, work.stewardName]),
  )
  return (
    <Page title={words.title} lead={<Explained text={words.lead} terms={['work']} />}>
      {works.isError && !works.data ? (
        <ByNumber />
      ) : (
        <Field label={words.search} help={words.searchHelp}>
          <input
            type="search"
            className={`${inputClass} text-[1.12rem]`}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      )}
      {works.isLoading && <Loading />}
      {found !== undefined && <Found works={found} text={text.trim()} />}
      <Mine />
    </Page>
  )
}

function Found({ works, text }: { works: readonly WorkSummary[]; text: string }) {
  const money = useMoney()
  const now = useChainNow()
  if (works.length === 0) {
    return text === '' ? (
      <Empty what={words.none}>
        <Link to="/coops" className={buttonClass()}>
          {words.federation}
        </Link>
      </Empty>
    ) : (
      <Empty what={words.nothing({ text })} />
    )
  }
  return (
    <ul className="m-0 flex list-none flex-col p-0">
      {works.map((work) => (
        <li
          key={work.id}
          className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line py-4 hover:bg-wash"
        >
          <span className="min-w-0 grow basis-[60%]">
            <Link
              to="/may-i-use/$phyle/$id"
              params={{ phyle: work.phyle, id: work.id }}
              className="font-serif text-[1.18rem] font-semibold after:absolute after:inset-0"
              aria-label={words.pick({ title: work.title })}
            >
              <OfCoop coop={work.steward}>{work.title}</OfCoop>
            </Link>
            <span className="line-clamp-2 text-soft">
              <OfCoop coop={work.steward}>{work.function}</OfCoop>
            </span>
            <span className="block text-sm text-soft">
              {[
                versionWords(work.version),
                work.licence,
                commons.commons.of({ steward: work.stewardName }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
          <span className="num ml-auto text-right font-semibold">
            {work.right === 'FREE'
              ? words.freeByLicence({ licence: work.licence })
              : work.freeFrom !== null && now !== undefined && now >= work.freeFrom
                ? words.free
                : work.pricePerYear !== null
                  ? words.price({ amount: money(work.pricePerYear) })
                  : work.right === 'SHARE_ALIKE' && words.free}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Without the overview: the chain knows works by their number. */
function ByNumber() {
  const house = useHouse()
  const navigate = useNavigate()
  const [id, setId] = useState('')
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (!house || !/^\d+$/.test(id)) return
    void navigate({ to: '/may-i-use/$phyle/$id', params: { phyle: house.phyle, id } })
  }
  return (
    <form className="flex flex-col items-start gap-3" onSubmit={ask}>
      <Field label={words.number} help={words.numberHelp}>
        <input
          className={inputClass}
          inputMode="numeric"
          value={id}
          onChange={(event) => setId(event.target.value.trim())}
        />
      </Field>
      <Button type="submit" look="main" disabled={!/^\d+$/.test(id)}>
        {words.ask}
      </Button>
    </form>
  )
}

function Mine() {
  const { address } = useConnection()
  const now = useChainNow()
  const grants = useIndex('/api/grants', address ? {} : null, { licensee: address })
  const mine = grants.data?.data.filter(({ licensee }) => licensee === address)
  if (!address || !mine || mine.length === 0 || now === undefined) return null
  const tags = licences.permission.tags
  return (
    <section className="flex flex-col gap-3">
      <h2>{words.mine}</h2>
      <ul className="m-0 flex list-none flex-col p-0">
        {mine.map((grant) => (
          <li
            key={grant.family}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3"
          >
            <Link
              to="/permissions/$family/$licensee"
              params={{ family: grant.family, licensee: grant.licensee }}
              className="link font-semibold"
            >
              {grant.workTitle}
            </Link>
            <span className="flex flex-wrap items-center gap-3 text-sm text-soft">
              {licences.grounds[grant.ground]} · <When at={grant.to} />
              <Tag tone={now < grant.to ? 'accent' : 'quiet'}>
                {now >= grant.to ? tags.over : now < grant.from ? tags.later : tags.runs}
              </Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
