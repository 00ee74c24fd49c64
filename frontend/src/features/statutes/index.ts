export { StatutesCard } from './StatutesCard.tsx'
