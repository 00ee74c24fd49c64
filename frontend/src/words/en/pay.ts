/** Paying with the cash of the federation. */
export const pay = {
  notEnough: (have: string, need: string) => ({
    why: `Your wallet has ${have}, and this needs ${need}.`,
    now: 'Choose a smaller amount, or add money to your wallet first. Nothing was sent.',
  }),
  oneSignature: 'One signature, one payment.',
  have: (amount: string) => `You have ${amount}.`,
} as const
