export { FederationPage } from './FederationPage.tsx'
export { FederationsPage } from './FederationsPage.tsx'
