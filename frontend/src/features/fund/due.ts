import type { Purse } from '../../chain/purse.ts'

/** All that one person can collect now. */
export const collectable = ({ share, holdings }: Pick<Purse, 'share' | 'holdings'>): bigint =>
  holdings.reduce((sum, one) => sum + one.due, share.due)

export type Earning = 'never' | 'waiting' | 'earning' | 'stopped'

/** Whether a person earns the equal share: only for whole epochs, and not before their turn. */
export function earning(
  share: Pick<Purse['share'], 'since' | 'seated' | 'epoch' | 'earnsFrom' | 'earnsTo'>,
): Earning {
  if (share.since === 0) return 'never'
  if (share.seated) return share.epoch < share.earnsFrom ? 'waiting' : 'earning'
  return share.earnsTo < share.earnsFrom ? 'never' : 'stopped'
}
