export { CoopAt } from './CoopPage.tsx'
