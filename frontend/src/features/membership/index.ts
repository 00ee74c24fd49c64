export { ApplicationsCard } from './ApplicationsCard.tsx'
export { MineCard } from './MineCard.tsx'
export { RollCard } from './RollCard.tsx'
