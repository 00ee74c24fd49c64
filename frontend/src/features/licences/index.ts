export { CheckPage } from './CheckPage.tsx'
export { MayIUsePage } from './MayIUsePage.tsx'
export { PermissionPage } from './PermissionPage.tsx'
export { QuotePage } from './QuotePage.tsx'
