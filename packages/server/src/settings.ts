import path from 'node:path'
import type { Sentence } from './db/embedded/sentence.ts'

/** What the environment says about how to run; every name is explained in README.md. */
export interface Settings {
  host: string
  port: number
  /** Absolute. */
  dataDir: string
  databaseUrl: string | undefined
  /** The installation's own catalogue; absolute. */
  ownCatalogue: string | undefined
  trustProxy: boolean
  logLevel: string
}

/** An environment variable that cannot be meant so. */
export class SettingError extends Error {
  readonly code = 'SETTING_INVALID'
  readonly sentence: Sentence
  constructor(name: string, value: string, wanted: Sentence) {
    super(`${name}=${value}: ${wanted.en}`)
    this.sentence = {
      zh: `环境变量 ${name} 的值“${value}”无效：${wanted.zh}`,
      en: `The environment variable ${name} cannot be "${value}": ${wanted.en}`,
    }
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the settings; an empty variable counts as absent. Fails with SETTING_INVALID. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = (name: string): string | undefined => env[name]?.trim() || undefined
  const logLevel = given('LOG_LEVEL') ?? 'warn'
  if (!logLevels.includes(logLevel))
    throw new SettingError('LOG_LEVEL', logLevel, {
      zh: `应为 ${logLevels.join('、')} 之一`,
      en: `use one of ${logLevels.join(', ')}`,
    })
  return {
    host: given('HOST') ?? '127.0.0.1',
    port: portOf(given('PORT') ?? '7100'),
    dataDir: path.resolve(given('CANMOU_DATA') ?? '.data'),
    databaseUrl: given('DATABASE_URL'),
    ownCatalogue: resolved(given('CANMOU_CATALOGUE')),
    trustProxy: given('TRUST_PROXY') === 'true',
    logLevel,
  }
}

const resolved = (folder: string | undefined): string | undefined =>
  folder === undefined ? undefined : path.resolve(folder)

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new SettingError('PORT', text, {
    zh: '应为 0 到 65535 的整数',
    en: 'use a whole number from 0 to 65535',
  })
}
