export { ForYouPage } from './ForYouPage.tsx'
