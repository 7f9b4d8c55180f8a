import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { launchBrowser } from './chromium.ts'
import { Department, phone } from './department.ts'
import { palettePng } from './palette-png.ts'
import { makePictureData, type PictureData } from './picture-data.ts'
import { startProgram } from './program.ts'

const folder = fileURLToPath(new URL('../../docs/guide/pictures/', import.meta.url))
const desk = { width: 1280, height: 800 }
/** Larger files make the handbook slow to open. */
const mostBytes = 150_000

interface Picture {
  name: string
  by: string
  address: (data: PictureData) => Promise<string> | string
  /** What has to be seen before the picture is taken. */
  shown: (page: Page) => Locator
  prepare?: (page: Page) => Promise<void>
  onPhone?: boolean
  /** Where the usual height would cut what it is about. */
  height?: number
}

const review = async ({ revised }: PictureData) =>
  `/tasks/${await revised.task('productMarketingManager', 'SC001_reviewPlan')}`

const pictures: Picture[] = [
  {
    name: 'workbench',
    by: 'productMarketingManager',
    address: () => '/',
    shown: (page) => page.getByRole('list', { name: '我发起的' }),
  },
  {
    name: 'inbox',
    by: 'marketManager',
    address: () => '/inbox/started',
    shown: (page) => page.getByRole('table'),
  },
  {
    name: 'together',
    by: 'productMarketingManager',
    address: () => '/inbox/todo',
    shown: (page) => page.getByRole('checkbox', { name: /^选择：/ }).nth(1),
    async prepare(page) {
      for (const box of await page.getByRole('checkbox', { name: /^选择：/ }).all()) await box.check()
      await page.getByRole('button', { name: '批量办理' }).click()
      const dialog = page.getByRole('dialog', { name: '批量办理' })
      const opinion = dialog.getByRole('textbox', { name: /^意见/ })
      await opinion.click()
      await opinion.fill('改善措施请按期落实。')
    },
  },
  {
    name: 'runs',
    by: 'processAdmin',
    address: () => '/instances?status=running',
    shown: (page) => page.getByRole('table'),
  },
  {
    name: 'process',
    by: 'marketManager',
    address: () => '/processes/SC-001',
    shown: (page) => page.locator('.djs-element').first(),
  },
  {
    name: 'task',
    by: 'marketManager',
    address: async ({ draft }) => `/tasks/${await draft.task('marketManager', 'SC001_draftPlan')}`,
    shown: (page) => page.getByRole('group', { name: '预算明细' }),
  },
  {
    name: 'several',
    by: 'marketManager',
    address: ({ severalTask }) => `/tasks/${severalTask}`,
    shown: (page) => page.getByText('第 1 份，共 3 份'),
  },
  {
    name: 'decision',
    by: 'productMarketingManager',
    address: review,
    shown: (page) => page.getByRole('group', { name: '您可以更正' }),
    prepare: (page) => page.getByRole('switch').click(),
  },
  {
    name: 'signature',
    by: 'productMarketingManager',
    address: async ({ byHand }) =>
      `/tasks/${await byHand.task('productMarketingManager', 'SC001_reviewPlan')}`,
    shown: (page) => page.getByText('“通过、退回修改”需要手写签名'),
    async prepare(page) {
      await page.getByRole('button', { name: '通过', exact: true }).click()
      await signByMouse(page, page.getByRole('dialog').getByRole('img', { name: '手写签名' }))
    },
  },
  {
    name: 'substitutes',
    by: 'keyAccountDeptManager',
    address: () => '/substitutions',
    shown: (page) => page.getByText('出差拜访客户').first(),
    height: 560,
  },
  {
    name: 'register',
    by: 'marketManager',
    address: () =>
      `/records?kind=INT&where=${encodeURIComponent('{"date":{"from":"2026-10-01","to":"2026-11-30"}}')}`,
    shown: (page) => page.getByRole('textbox', { name: '日期从' }),
    height: 560,
  },
  {
    name: 'difference',
    by: 'marketManager',
    address: async ({ revised }) => {
      const [record] = (await revised.instance()).records
      return `/records/${record?.id}?compare=1&version=2`
    },
    shown: (page) => page.locator('main del').first(),
    // Under the list of the versions.
    prepare: (page) => page.evaluate(() => window.scrollTo(0, 484)),
  },
  {
    name: 'instance',
    by: 'marketManager',
    address: ({ signing }) => `/instances/${signing.id}`,
    shown: (page) => page.locator('.canmou-active').first(),
    height: 930,
  },
  {
    name: 'phone',
    by: 'productMarketingManager',
    address: review,
    shown: (page) => page.locator('main ins').first(),
    onPhone: true,
  },
]

/** Strokes like those of a name: parts of the paper's width and height. */
const strokes: readonly (readonly [number, number])[][] = [
  [
    [0.12, 0.35],
    [0.2, 0.3],
    [0.31, 0.28],
  ],
  [
    [0.22, 0.18],
    [0.21, 0.5],
    [0.13, 0.78],
  ],
  [
    [0.23, 0.45],
    [0.29, 0.7],
    [0.36, 0.76],
  ],
  [
    [0.45, 0.3],
    [0.58, 0.26],
    [0.56, 0.5],
    [0.47, 0.55],
  ],
  [
    [0.44, 0.68],
    [0.52, 0.8],
    [0.63, 0.62],
  ],
  [
    [0.7, 0.25],
    [0.86, 0.24],
    [0.72, 0.75],
    [0.9, 0.7],
  ],
]

async function signByMouse(page: Page, paper: Locator): Promise<void> {
  // Its dialog comes with a movement.
  await paper.hover()
  const { x, y, width, height } = (await paper.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  for (const [first, ...rest] of strokes) {
    if (!first) continue
    await page.mouse.move(x + width * first[0], y + height * first[1])
    await page.mouse.down()
    for (const [right, down] of rest)
      await page.mouse.move(x + width * right, y + height * down, { steps: 6 })
    await page.mouse.up()
  }
}

const program = await startProgram()
const browser = await launchBrowser()
try {
  await mkdir(folder, { recursive: true })
  const atDesk = new Department(browser, program.baseUrl, desk)
  const onPhone = new Department(browser, program.baseUrl, phone)
  const data = await makePictureData(atDesk)
  const reader = await browser.newPage()
  for (const picture of pictures) {
    const { page } = await (picture.onPhone ? onPhone : atDesk).colleague(picture.by)
    const usual = picture.onPhone ? phone : desk
    await page.setViewportSize({ ...usual, height: picture.height ?? usual.height })
    await page.goto(await picture.address(data))
    await picture.shown(page).waitFor()
    await picture.prepare?.(page)
    await page.evaluate(() => document.fonts.ready)
    const png = await palettePng(reader, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
    if (png.length > mostBytes) throw new Error(`${picture.name}.png has ${png.length} bytes`)
    await writeFile(join(folder, `${picture.name}.png`), png)
    console.warn(`${picture.name}.png ${Math.round(png.length / 1024)} KB`)
  }
} finally {
  await browser.close()
  await program.stop()
}
