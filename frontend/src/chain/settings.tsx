import type { PhyleHouse } from '@phyle/sdk/deployments'
import { createContext, type ReactNode, use } from 'react'
import type { Env } from '../env.ts'

const EnvContext = createContext<Env | null>(null)

export function EnvProvider({ env, children }: { env: Env; children: ReactNode }) {
  return <EnvContext value={env}>{children}</EnvContext>
}

export function useEnv(): Env {
  const env = use(EnvContext)
  if (!env) throw new Error('useEnv outside of EnvProvider')
  return env
}

export const useSettings = () => useEnv().settings

/** The contracts of the federation that is shown here; null where none was founded. */
export const useHouse = (): PhyleHouse | null => useEnv().deployments?.phyle ?? null
