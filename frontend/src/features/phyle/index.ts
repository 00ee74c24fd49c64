export { StandingCard } from './StandingCard.tsx'
