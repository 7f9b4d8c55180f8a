import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { permissionInWords, withFailures } from './documented-failures.ts'

/** The description of the API at /api/openapi.json, and a page that shows it at /api/docs (nothing from elsewhere). */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Canmou 参谋',
        description:
          'Sign in with `POST /api/session` (cookie) or send `Authorization: Bearer <token>`. Failures are ' +
          '`{ code, message, details?, requestId }` in the language of the person or of `Accept-Language`.',
        version: '0.1.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'canmou_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    hideUntagged: false,
    // Who may call a route is said where it is declared; the description only repeats it.
    transform: ({ schema, url, route }) => {
      const permission = route.config?.permission
      if (!permission) return { schema, url }
      const described = {
        ...schema,
        description: [schema?.description, permissionInWords(permission)].filter(Boolean).join('\n\n'),
        'x-permission': permission,
        ...(permission === 'anyone' && { security: [] }),
      }
      return { schema: described, url }
    },
    transformObject: (document) =>
      'openapiObject' in document ? withFailures(document.openapiObject) : document.swaggerObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { url: '/api/openapi.json', validatorUrl: null } as object,
    theme: { title: 'Canmou 参谋 API' },
  })
  app.get('/api/openapi.json', { config: { permission: 'anyone' }, schema: { hide: true } }, () =>
    app.swagger(),
  )
}
