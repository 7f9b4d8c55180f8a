import { failures, locales } from '@canmou/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'

interface Operation {
  tags?: string[]
  summary?: string
  responses: Record<string, { $ref?: string } | undefined>
}
interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, { description: string }>; schemas: { Failure: object } }
}

const app = useApp()

const describedApi = async (): Promise<Description> =>
  (await app.app.inject({ method: 'GET', url: '/api/openapi.json' })).json<Description>()

const operationsOf = ({ paths }: Description) =>
  Object.entries(paths).flatMap(([url, item]) =>
    Object.entries(item).map(([method, operation]) => ({ url, method, operation })),
  )

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const description = await describedApi()
    expect(description.openapi).toMatch(/^3\.1\./)
    expect(await new Validator().validate({ ...description })).toEqual({ valid: true })
  })

  it('describes every route of the program', async () => {
    const described = new Set(
      operationsOf(await describedApi()).map(({ url, method }) => `${method.toUpperCase()} ${url}`),
    )
    const hidden = ['/api/openapi.json', '/api/docs']
    const routes = app.app.declaredRoutes.filter(
      ({ method, url }) =>
        method !== 'HEAD' && url.startsWith('/api/') && !hidden.some((prefix) => url.startsWith(prefix)),
    )
    expect(routes.length).toBeGreaterThan(50)
    for (const { method, url } of routes) {
      const address = `${method} ${url.replace(/:(\w+)/g, '{$1}')}`
      expect([address, described.has(address)]).toEqual([address, true])
    }
  })

  it('gives every operation a summary, a tag, an answer and its failures', async () => {
    const description = await describedApi()
    for (const { url, method, operation } of operationsOf(description)) {
      const address = `${method} ${url}`
      expect([address, operation.summary?.trim() || 'no summary']).not.toEqual([address, 'no summary'])
      expect([address, operation.tags?.length]).toEqual([address, 1])
      const statuses = Object.keys(operation.responses)
      expect([address, statuses.some((status) => status.startsWith('2'))]).toEqual([address, true])
      for (const status of statuses.filter((one) => !one.startsWith('2')))
        expect([address, status, operation.responses[status]?.$ref]).toEqual([
          address,
          status,
          `#/components/responses/Failure${status}`,
        ])
      expect([address, statuses.includes('500')]).toEqual([address, true])
    }
  })

  it('documents every code with its status, and each has a sentence in every language', async () => {
    const { components } = await describedApi()
    for (const [code, failure] of Object.entries(failures)) {
      expect(components.responses[`Failure${failure.status}`]?.description).toContain(`\`${code}\``)
      expect([code, locales.filter((locale) => failure[locale].trim() === '')]).toEqual([code, []])
      // The parts to be filled in are the same in each.
      const [first, ...others] = locales.map((locale) => new Set(failure[locale].match(/\{\w+\}/g)))
      for (const other of others) expect([code, other]).toEqual([code, first])
    }
  })

  it('names the status that a route really fails with', async () => {
    const id = '00000000-0000-7000-8000-000000000000'
    for (const { url, method, operation } of operationsOf(await describedApi())) {
      if (url === '/api/events' || url === '/api/session') continue
      const address = url
        .replace('{verb}', 'approve')
        .replace(/\{(id|\w+Id)\}/g, id)
        .replace(/\{\w+\}/g, 'x')
      for (const call of [app.as('processAdmin'), app.app.inject.bind(app.app)]) {
        const answer = await call({ method: method.toUpperCase() as 'GET', url: address })
        expect([method, url, Object.keys(operation.responses)]).toEqual([
          method,
          url,
          expect.arrayContaining([String(answer.statusCode)]),
        ])
      }
    }
  })
})
