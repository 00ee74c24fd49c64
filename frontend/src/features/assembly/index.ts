export { DecisionAt } from './DecisionPage.tsx'
export { DecisionList } from './DecisionsPage.tsx'
