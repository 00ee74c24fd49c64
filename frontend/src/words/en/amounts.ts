import type { AmountFault } from '@phyle/sdk/amount'

/** Amounts, shares and numbers as they are typed into a form. */
export const amounts = {
  read: (amount: string) => `That is ${amount}.`,
  ask: (one: string, other: string) => `Do you mean ${one} or ${other}?`,
  askOne: (one: string, places: number) =>
    places === 0
      ? `Do you mean ${one}? Only whole numbers are possible here.`
      : `Do you mean ${one}? If not, write at most ${places} decimal places.`,
  /** An answer to the question. */
  answers: 'What you mean',
  faults: {
    form: (example) => `Write it in digits, for example ${example}`,
    sign: () => 'Write it without a plus or minus sign.',
    groups: (example) => `The separators are not where thousands end. Write for example ${example}`,
    places: (_example, places) =>
      places === 0
        ? 'Write a whole number, without decimals.'
        : `Write at most ${places} decimal places.`,
    zero: () => 'Write more than zero.',
    much: () => 'That is more than is possible here. Write less.',
  } satisfies Record<AmountFault, (example: string, places: number) => string>,
} as const
