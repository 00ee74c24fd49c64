export { CommonsPage } from './CommonsPage.tsx'
export { MachinePage } from './MachinePage.tsx'
export { WorkPage } from './WorkPage.tsx'
