export { CharterText } from './CharterText.tsx'
export { RuleList } from './RuleList.tsx'
export { StatutesCard } from './StatutesCard.tsx'
