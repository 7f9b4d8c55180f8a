import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
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
      treeshake: {
        // The contract only declares schemas and tables: what a page does not use of it must not be sent to it.
        moduleSideEffects: (id) => !/packages\/contract\//.test(id),
      },
      output: {
        codeSplitting: {
          // These change seldom and are needed by every page: one chunk that a browser keeps over releases.
          groups: [
            {
              name: 'platform',
              test: /node_modules\/(?:react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
            },
          ],
        },
      },
    },
  },
})
