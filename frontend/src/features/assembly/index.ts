export { DecisionAt, DecisionPage } from './DecisionPage.tsx'
export { DecisionList, DecisionsPage } from './DecisionsPage.tsx'
export { ProposePage } from './ProposePage.tsx'
export { useSaid } from './useMyVote.ts'
