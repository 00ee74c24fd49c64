export { AccusedSays } from './Replies.tsx'
export { StandingCard } from './StandingCard.tsx'
