export { CoopAt } from './CoopPage.tsx'
export { ForeignOrgans } from './ForeignOrgans.tsx'
export { useAssets } from './useAssets.ts'
