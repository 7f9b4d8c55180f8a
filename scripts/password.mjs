// `npm run password -- <user name>`: lets somebody in again, where no administrator can. The program must be stopped, unless
// the database is one of your own (DATABASE_URL).
import path from 'node:path'
import { root } from './setup/root.mjs'
import { runOurs } from './setup/run-ours.mjs'
import { runMain } from './setup/terminal.mjs'

const CANMOU_DATA = process.env['CANMOU_DATA'] || path.join(root, '.data')

await runMain(() => runOurs('packages/server/src/password.ts', process.argv.slice(2), { CANMOU_DATA }))
