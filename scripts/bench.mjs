// `npm run bench`: installs what is missing, then measures side by side.
import { runOurs } from './setup/run-ours.mjs'
import { runMain } from './setup/terminal.mjs'

await runMain(() => runOurs('bench/src/main.ts', process.argv.slice(2)))
