export { CommonsPage } from './CommonsPage.tsx'
export { MachinePage } from './MachinePage.tsx'
export { MachineRegister } from './MachineRegister.tsx'
export { WorkPage } from './WorkPage.tsx'
