import type { WorkSummary } from '@phyle/sdk/chapters/commons/api'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useOffered } from '../../chain/works.ts'
import type { FormProps } from '../../shell/draft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useKeptChoice } from '../../ui/useKept.ts'
import { offering as words } from '../../words/offering/words.ts'
import { OfferForm } from './OfferForm.tsx'

const isSold = ({ right, origin, id }: WorkSummary) =>
  origin === id && (right === 'SHARE_ALIKE' || right === 'RESERVED')

/** Of each family the newest release that can be sold, or the newest where none can. */
function familiesOf(works: readonly WorkSummary[]): readonly WorkSummary[] {
  const newest = works.toSorted((a, b) => Number(BigInt(b.id) - BigInt(a.id)))
  return [...new Set(newest.map(({ family }) => family))].flatMap((family) => {
    const releases = newest.filter((one) => one.family === family)
    return releases.find(isSold) ?? releases[0] ?? []
  })
}

/**
 * A co-op offers terms for a work that it looks after, where the licence of the work leaves something to sell.
 *
 * @rule L9, OFF-1, OFF-4 Make a proposal: terms of a work
 */
export function TermsForm(props: FormProps) {
  const house = useHouse()
  const { coop, keep } = props
  const query = useIndex(
    '/api/works',
    house ? {} : null,
    house ? { phyle: house.phyle, steward: coop.coop } : undefined,
  )
  const [chosen, setChosen] = useKeptChoice(`${keep}.work`, undefined)
  if (!house) return <Notice>{words.noFederation}</Notice>
  return (
    <Loaded query={query}>
      {({ data }) => {
        const works = familiesOf(data)
        const work = works.find(({ family }) => family === chosen) ?? works[0]
        if (!work) return <Empty what={words.none} />
        return (
          <>
            <Choices
              legend={words.which}
              value={work.family}
              onChange={setChosen}
              choices={works.map(({ family, title, right, licence }) => ({
                value: family,
                label: title,
                help: words.rights[right]({ licence }),
              }))}
            />
            {isSold(work) ? (
              <Selling key={work.id} {...props} work={work} />
            ) : (
              work.origin !== work.id && <Notice>{words.twin}</Notice>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function Selling({ work, ...props }: FormProps & { work: WorkSummary }) {
  const offered = useOffered(work.id)
  return <Loaded query={offered}>{(work) => <OfferForm {...props} work={work} />}</Loaded>
}
