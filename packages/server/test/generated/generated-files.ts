import type { FastifyInstance } from 'fastify'
import openapiTS, { astToString } from 'openapi-typescript'
import { schemaText } from './schema-text.ts'

const folder = new URL('../../../../packages/', import.meta.url)

/** A file that is written by the program and committed: where it is, and what it has to contain. */
export interface GeneratedFile {
  place: URL
  text: string
}

/** The result of the migrations, and the types of the API that the pages are written against. */
export async function generatedFiles(app: FastifyInstance, adminUrl: string): Promise<GeneratedFile[]> {
  return [
    { place: new URL('server/src/db/schema.sql', folder), text: await schemaText(adminUrl) },
    { place: new URL('web/src/api/openapi.gen.ts', folder), text: await apiTypes(app) },
  ]
}

async function apiTypes(app: FastifyInstance): Promise<string> {
  const description = JSON.stringify(app.swagger())
  const nodes = await openapiTS(description, { defaultNonNullable: false, silent: true })
  return `// Written by \`npm run generate\` from /api/openapi.json.\n${astToString(nodes)}`
}
