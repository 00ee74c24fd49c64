export { FederationPage } from './FederationPage.tsx'
export { FederationsPage } from './FederationsPage.tsx'
export { StandingCard, StandingList } from './StandingCard.tsx'
