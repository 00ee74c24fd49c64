export { NamedCoopPage, NamedDecisionPage } from './NamedPages.tsx'
