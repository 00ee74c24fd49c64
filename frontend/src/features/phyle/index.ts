export { StandingCard, StandingList } from './StandingCard.tsx'
