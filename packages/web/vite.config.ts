import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const compressible = /\.(?:js|css|html|svg|json|woff2?)$/
/** Below this a compressed copy saves no packet. */
const smallestWorthCompressing = 1024

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.length < smallestWorthCompressing) return
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ])
  await writeFile(`${file}.gz`, zipped)
  await writeFile(`${file}.br`, brotli)
}

/** Writes `.gz` and `.br` beside each asset, so that the server only has to choose a file and never compresses. */
function precompress(): Plugin {
  let folder = ''
  return {
    name: 'canmou-precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true })
      for (const name of names) {
        const file = join(folder, name)
        if (compressible.test(name) && (await stat(file)).isFile()) await compress(file)
      }
    },
  }
}

/** The respondent's page is a page of its own; the built one is served so by the server (`http/web.ts`). */
function servePublicSurvey(): Plugin {
  return {
    name: 'canmou-public-survey',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (request.url?.startsWith('/s/')) request.url = '/survey.html'
        next()
      })
    },
  }
}

const src = join(import.meta.dirname, 'src')

/**
 * What `page` imports of the program's own code, with what that needs of others, in one file; the groups before this one
 * take theirs first. A page that needs some of it gets it whole, which is less than the hundred requests of a hundred small
 * files.
 */
function layer(name: string, page: string): Rolldown.CodeSplittingGroup {
  let ours: Set<string> | undefined
  return {
    name: (id, graph) => ((ours ??= ownImportsOf(join(src, page), graph)).has(id) ? name : null),
    debugName: name,
  }
}

function ownImportsOf(page: string, graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set<string>()
  const waiting = [page]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!id.startsWith(src) || found.has(id)) continue
    found.add(id)
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress(), servePublicSurvey()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: 'http://127.0.0.1:7100', changeOrigin: false } },
  },
  build: {
    target: 'es2023',
    manifest: 'assets/manifest.json',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'survey.html'].map((page) => join(import.meta.dirname, page)),
      treeshake: {
        // The contract only declares schemas and tables: what a page does not use of it must not be sent to it.
        moduleSideEffects: (id) => !/packages\/contract\//.test(id),
      },
      output: {
        codeSplitting: {
          groups: [
            // What a respondent's page shares with the program, and needs alone.
            {
              name: 'react',
              test: /node_modules\/(?:react|react-dom|scheduler)\/|preload-helper|src\/(?:styles|api\/idempotency)/,
            },
            // Changes seldom and is needed by every page: a browser keeps it over releases.
            { name: 'platform', test: /node_modules\/(?:@tanstack|i18next|react-i18next)\// },
            {
              name: 'program',
              tags: ['$initial'],
              test: /node_modules\/(?!survey-)|packages\/(?:contract|web\/src\/(?!surveys|main))/,
            },
            layer('lists', 'work/WorkbenchPage.tsx'),
            layer('documents', 'work/TaskPage.tsx'),
          ],
        },
      },
    },
  },
})
