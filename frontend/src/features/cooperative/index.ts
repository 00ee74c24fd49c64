export { CoopAt } from './CoopPage.tsx'
export { useAssets } from './useAssets.ts'
