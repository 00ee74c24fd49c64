export { DecisionAt } from './DecisionPage.tsx'
export { DecisionList } from './DecisionsPage.tsx'
export { useSaid } from './useMyVote.ts'
