import path from 'node:path'

export const catalogueFolder = path.resolve(import.meta.dirname, '../../../catalogue')
