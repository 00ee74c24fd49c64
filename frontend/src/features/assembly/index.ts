export { DecisionPage } from './DecisionPage.tsx'
export { DecisionsPage } from './DecisionsPage.tsx'
export { ProposePage } from './ProposePage.tsx'
