export { CoopAt, CoopPage } from './CoopPage.tsx'
export { CoopsPage } from './CoopsPage.tsx'
export { FounderPage } from './FounderPage.tsx'
export { FoundPage } from './FoundPage.tsx'
