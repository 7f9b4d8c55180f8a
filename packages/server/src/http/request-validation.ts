import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

const strict = new Ajv2020({ allErrors: true, strict: false, removeAdditional: false })
const coercing = new Ajv2020({ allErrors: true, strict: false, coerceTypes: 'array', useDefaults: true })
addFormats.default(strict)
addFormats.default(coercing)

/** Bodies are taken as they are; what comes in an address or a header is text and is first read as its schema's type. */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? strict : coercing).compile(schema)
