import type { Level, Locale, Permission } from '@canmou/contract'
import type {} from 'fastify'

/** Who asks. */
export interface Actor {
  id: string
  username: string
  name: string
  clearance: Level
  locale: Locale
  departmentId: string
  /** Ids of the positions held today. */
  positions: string[]
}

/** 流程管理员: hands in versions, sets the calendar, looks after what is stuck. */
export const isProcessAdmin = ({ positions }: Pick<Actor, 'positions'>): boolean =>
  positions.includes('processAdmin')

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with who may call it. */
    declaredRoutes: { method: string; url: string; permission: Permission }[]
  }
  interface FastifyRequest {
    /** Who asks; on a route for `anyone`, reading it fails with UNAUTHENTICATED. */
    readonly actor: Actor
    /** Set by `identity`, once per request, on every route that is not for `anyone`. */
    signedInAs: Actor | null
  }
  interface FastifyContextConfig {
    /** Who may call the route (contract's `permissions`); a route without one stops the program from starting. */
    permission?: Permission
  }
}
