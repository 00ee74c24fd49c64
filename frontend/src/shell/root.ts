import { createRootRoute } from '@tanstack/react-router'

/** The route that all pages stand below. Its looks are added where the router is made. */
export const root = createRootRoute()

export const parent = { getParentRoute: () => root } as const
