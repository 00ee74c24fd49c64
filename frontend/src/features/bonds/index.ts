export { BondsPage } from './BondsPage.tsx'
export { SeriesPage } from './SeriesPage.tsx'
