export { RuleList } from './RuleList.tsx'
export { StatutesCard } from './StatutesCard.tsx'
