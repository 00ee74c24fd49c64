import type { AdmissionPolicy } from '@phyle/sdk/chapters/statutes/enums'
import { statutes } from './words.ts'

/** How members are admitted, in a sentence. */
export const admissionWords = (policy: AdmissionPolicy, sponsors: number) =>
  policy === 'BY_DECISION'
    ? statutes.admission.BY_DECISION
    : statutes.admission.BY_SPONSORS({ sponsors })
