// `npm run generate`: schema.sql from the migrations, and the types of the API for the pages from the routes.
import { runOurs } from './setup/run-ours.mjs'
import { runMain } from './setup/terminal.mjs'

await runMain(() => runOurs('packages/server/test/generated/write.ts'))
