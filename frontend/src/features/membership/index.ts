export { ApplicationsCard } from './ApplicationsCard.tsx'
export { MineCard } from './MineCard.tsx'
export { type PeopleSearch, RollCard } from './RollCard.tsx'
