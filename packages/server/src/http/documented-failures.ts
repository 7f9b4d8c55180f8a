import {
  failures,
  permissions,
  Failure as FailureBody,
  type FailureCode,
  type Permission,
} from '@canmou/contract'

interface Operation {
  parameters?: { in?: string; required?: boolean; schema?: { default?: unknown } }[]
  requestBody?: unknown
  responses?: Record<string, unknown>
  'x-permission'?: Permission
}

/** A description of the API as OpenAPI has it, as far as failures are added to it. */
export interface Description {
  paths?: Record<string, Record<string, unknown> | undefined> | undefined
  components?: { schemas?: object; responses?: object } | undefined
}

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const

/**
 * Adds to every operation the failures that it may answer, each told once under `components` with its codes and their
 * sentences; `Failure` is the body of all of them. Says, too, that a parameter with a default need not be sent.
 */
export function withFailures<Given extends Description>(description: Given): Given {
  const paths = Object.entries(description.paths ?? {}).map(([url, item]) => [
    url,
    Object.fromEntries(
      Object.entries(item ?? {}).map(([method, value]) => [
        method,
        (methods as readonly string[]).includes(method) ? withResponses(method, value as Operation) : value,
      ]),
    ),
  ])
  return {
    ...description,
    paths: Object.fromEntries(paths) as Given['paths'],
    components: {
      ...description.components,
      schemas: { ...description.components?.schemas, Failure: failureBody },
      responses: Object.fromEntries(statuses.map((status) => [nameOf(status), responseOf(status)])),
    },
  }
}

function withResponses(method: string, operation: Operation): Operation {
  const added = statusesOf(method, operation).map((status) => [
    String(status),
    { $ref: `#/components/responses/${nameOf(status)}` },
  ])
  const parameters = operation.parameters?.map((parameter) =>
    parameter.schema?.default === undefined ? parameter : { ...parameter, required: false },
  )
  return {
    ...operation,
    ...(parameters && { parameters }),
    responses: { ...operation.responses, ...Object.fromEntries(added) },
  }
}

function statusesOf(method: string, { parameters = [], requestBody, 'x-permission': permission }: Operation) {
  const changes = method !== 'get'
  const takesBody = changes && method !== 'delete'
  const isOpen = permission === 'anyone'
  const possible: [status: number, isPossible: boolean][] = [
    [400, parameters.length > 0 || requestBody !== undefined],
    // Signing in is refused with the same status.
    [401, !isOpen || changes],
    [403, changes || permission === 'processAdmin'],
    [404, parameters.some((parameter) => parameter.in === 'path') || requestBody !== undefined],
    [409, changes],
    [413, takesBody],
    [415, takesBody],
    [422, changes],
    [429, isOpen],
    [500, true],
  ]
  return possible.flatMap(([status, isPossible]) => (isPossible ? [status] : []))
}

const codes = Object.keys(failures) as FailureCode[]
const statuses = [...new Set(codes.map((code) => failures[code].status))].sort((a, b) => a - b)
const nameOf = (status: number): string => `Failure${status}`

const responseOf = (status: number): object => ({
  description: codes
    .filter((code) => failures[code].status === status)
    .map((code) => `- \`${code}\`: ${failures[code].en}`)
    .join('\n'),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
})

const failureBody = {
  ...FailureBody,
  properties: { ...FailureBody.properties, code: { type: 'string', enum: codes } },
}

/** Who may call an operation, in words. */
export const permissionInWords = (permission: Permission): string => `For: ${permissions[permission]}.`
