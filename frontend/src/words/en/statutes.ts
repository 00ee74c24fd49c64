import type { AdmissionPolicy, Lock } from '@phyle/sdk/chapters/statutes/enums'

/** The rules of a co-op as sentences. */
export const statutes = {
  title: 'The rules in words',
  lock: {
    NONE: 'There is no lock on the assets.',
    COMMON_OWNERSHIP:
      'The assets belong to the common good: if the co-op ends, they are not shared out. The lock can rise, never fall.',
    FULL: 'The assets belong to the common good, and no surplus is shared out. The lock never falls.',
  } satisfies Record<Lock, string>,
  admission: {
    BY_DECISION: () => 'New members are admitted by decision.',
    BY_SPONSORS: (sponsors: number) =>
      sponsors === 1
        ? 'New members are admitted when one member sponsors them.'
        : `New members are admitted when ${sponsors} members sponsor them.`,
  } satisfies Record<AdmissionPolicy, (sponsors: number) => string>,
  limit:
    'More than three new members in 30 days, or more than a tenth of the members where that is more, need a major decision.',
  leaving: 'Anybody may leave at any time, without anyone’s consent.',
  cooling: (time: string) => `A motion that was lost may come back after ${time}.`,
  third: 'Below a major decision, at most a third of the money can leave in a year.',
  none: 'This co-op takes no such decisions.',
  takes: (periods: string) => `It takes ${periods}`,
  decision: (kind: string) => kind.slice(0, 1).toUpperCase() + kind.slice(1),
  amended: (count: number) =>
    count === 0
      ? 'Nothing has changed since the founding.'
      : count === 1
        ? 'Changed once since the founding:'
        : `Changed ${count} times since the founding:`,
  amendments: {
    RuleSet: 'A voting rule',
    KindSet: 'What kind of decision something needs',
    SharesSet: 'Shares of control',
    ClassAdded: 'A new group of members',
    PurposeSet: 'The purpose changed',
    LockRaised: 'The lock raised',
    NameSet: 'The name changed',
    AdmissionSet: 'How members are admitted',
    CoolingPeriodSet: 'The time before a lost motion comes back',
    EffectsSet: 'The effects to report on',
  } as Readonly<Record<string, string>>,
} as const
