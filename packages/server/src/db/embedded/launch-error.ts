import type { Sentence } from './sentence.ts'

/** What can keep the embedded database from starting; each has one sentence per language and says the way out. */
const sentences = {
  DATA_FOLDER_IN_USE: ({ folder, holder }) => ({
    zh: `数据文件夹 ${folder} 正被另一个参谋程序使用（${holder}）。请先停止它，或用 CANMOU_DATA 指定另一个文件夹。没有改动任何数据。`,
    en: `The data folder ${folder} is in use by another Canmou (${holder}). Stop that one first, or name another folder with CANMOU_DATA. Nothing was touched.`,
  }),
  DATA_FOLDER_FOREIGN: ({ folder, entry }) => ({
    zh: `文件夹 ${folder} 不是参谋的数据文件夹，而且不是空的（其中有 ${entry}）。请用 CANMOU_DATA 指定一个空的或新的文件夹。没有改动任何内容。`,
    en: `The folder ${folder} is not a data folder of Canmou and is not empty (it holds ${entry}). Name an empty or new folder with CANMOU_DATA. Nothing was touched.`,
  }),
  DATA_FOLDER_DAMAGED: ({ folder, missing }) => ({
    zh: `数据文件夹 ${folder} 不完整：缺少 ${missing}。请从备份恢复，或用 CANMOU_DATA 指定另一个文件夹。没有改动任何内容。`,
    en: `The data folder ${folder} is incomplete: ${missing} is missing. Restore it from a backup, or name another folder with CANMOU_DATA. Nothing was touched.`,
  }),
  DATA_FOLDER_VERSION: ({ folder, found, needed }) => ({
    zh: `数据文件夹 ${folder} 属于 PostgreSQL ${found}，本程序带的是 PostgreSQL ${needed}。请用 PostgreSQL ${found} 的 pg_dumpall 导出，换一个新的 CANMOU_DATA 启动，再用 psql 导入。没有改动任何数据。`,
    en: `The data folder ${folder} belongs to PostgreSQL ${found}, this program brings PostgreSQL ${needed}. Dump it with pg_dumpall of PostgreSQL ${found}, start with a new CANMOU_DATA, and restore the dump there with psql. Nothing was touched.`,
  }),
  DATA_FOLDER_NOT_YOURS: ({ folder, owner }) => ({
    zh: `当前用户不能使用数据文件夹 ${folder}（属于 ${owner}）。请用原来的用户启动，或用 CANMOU_DATA 指定另一个文件夹。`,
    en: `This user may not use the data folder ${folder} (it belongs to ${owner}). Start as the user who made it, or name another folder with CANMOU_DATA.`,
  }),
  DISK_FULL: ({ folder }) => ({
    zh: `磁盘已满，数据库无法在 ${folder} 写入。请腾出空间后再启动；已保存的数据没有丢失。`,
    en: `The disk is full: the database cannot write in ${folder}. Make room and start again; nothing that was saved is lost.`,
  }),
  NO_FREE_PORT: ({ tried }) => ({
    zh: `在 127.0.0.1 上找不到可用的端口（试过 ${tried}）。`,
    en: `No free port was found on 127.0.0.1 (tried ${tried}).`,
  }),
  NO_UNPRIVILEGED_USER: ({ reason }) => ({
    zh: `PostgreSQL 不能以 root 运行，也无法建立系统用户 canmou（${reason}）。请先执行 useradd --system canmou，或以普通用户启动。`,
    en: `PostgreSQL refuses to run as root, and the system user canmou could not be made (${reason}). Run useradd --system canmou first, or start as an ordinary user.`,
  }),
  BINARIES_MISSING: ({ platform, reason }) => ({
    zh: `没有适用于 ${platform} 的 PostgreSQL 程序（${reason}）。请删除 node_modules 后重新执行 npm start，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
    en: `There are no usable PostgreSQL programs for ${platform} (${reason}). Delete node_modules and run npm start, or name a PostgreSQL of your own with DATABASE_URL.`,
  }),
  DATABASE_NOT_STARTED: ({ folder, lastLines }) => ({
    zh: `${folder} 中的数据库没有启动。PostgreSQL 的最后输出：\n${lastLines}`,
    en: `The database in ${folder} did not start. The last lines of PostgreSQL:\n${lastLines}`,
  }),
} satisfies Record<string, (details: Record<string, string>) => Sentence>

export type LaunchErrorCode = keyof typeof sentences

/** A reason for which the embedded database does not start. `sentence` is ready to be shown, `code` is stable. */
export class LaunchError extends Error {
  readonly code: LaunchErrorCode
  readonly sentence: Sentence
  readonly details: Record<string, string>

  constructor(code: LaunchErrorCode, details: Record<string, string>, cause?: unknown) {
    const write: (details: Record<string, string>) => Sentence = sentences[code]
    const sentence = write(details)
    super(`${code}: ${sentence.en}`, { cause })
    this.name = 'LaunchError'
    this.code = code
    this.sentence = sentence
    this.details = details
  }
}
