import type { Charter } from '@phyle/sdk/charter'
import { parseCharter } from '@phyle/sdk/charter-file'
import { wordFor } from '../../words/choose.ts'
import { list, percent } from '../../words/format.ts'
import { founding } from '../../words/founding/words.ts'
import { groupName } from './found/draft.ts'

const files = import.meta.glob<unknown>('../../../../examples/charters/*.json', {
  eager: true,
  import: 'default',
})

const ROOT = 'root'

export interface Model {
  /** As it stands in addresses. */
  readonly slug: string
  readonly charter: Charter
}

/** What a model is called, in the reader's language. */
export const modelName = ({ preset, name }: Pick<Charter, 'preset' | 'name'>): string =>
  wordFor(founding.found.model.called, preset ?? '') ?? preset ?? name

/** Whom a model is for. */
export const modelWhom = ({ preset }: Pick<Charter, 'preset'>): string =>
  wordFor(founding.found.model.whom, preset ?? '') ?? ''

/** All charters that the field knows, that of a federation's root too. */
export const models: readonly Model[] = Object.entries(files)
  .map(([path, json]) => ({
    slug: path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
    charter: parseCharter(json),
  }))
  .toSorted((a, b) => (a.charter.preset ?? '').localeCompare(b.charter.preset ?? ''))

/** Whether people can found with it; co-ops found a root. */
export const isForPeople = ({ slug }: Model): boolean => slug !== ROOT

/** The charters to start from. */
export const presets: readonly Charter[] = models.filter(isForPeople).map(({ charter }) => charter)

/** A model with its groups called as in the reader's language, to be read. */
export function spoken(charter: Charter): Charter {
  const rules = Object.entries(charter.rules).map(([kind, rule]) => [
    kind,
    rule && { ...rule, classMajority: rule.classMajority.map(groupName) },
  ])
  return {
    ...charter,
    classes: charter.classes.map((one) => ({ ...one, name: groupName(one.name) })),
    rules: Object.fromEntries(rules) as Charter['rules'],
  }
}

/** Whether a rule of it counts by the shares of groups. */
export const isByShare = ({ rules }: Pick<Charter, 'rules'>): boolean =>
  Object.values(rules).some((rule) => rule?.count === 'CLASS_SHARE')

/** The groups of a model in the reader's language, with their shares where a rule counts by them. */
export function groupsOf(model: Pick<Charter, 'classes' | 'rules'>): string {
  const byShare = isByShare(model)
  return list(
    model.classes.map(({ name, share }) =>
      byShare ? `${groupName(name)} ${percent(share)}` : groupName(name),
    ),
  )
}
