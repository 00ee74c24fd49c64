export { DueCard } from './Due.tsx'
export { collectable } from './due.ts'
export { FeesCard } from './FeesCard.tsx'
export { readyFees, useMyFees } from './fees.ts'
