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
    name: 'task',
    by: 'marketManager',
    address: async ({ draft }) => `/tasks/${await draft.task('marketManager', 'SC001_draftPlan')}`,
    shown: (page) => page.getByRole('group', { name: '预算明细' }),
  },
  {
    name: 'decision',
    by: 'productMarketingManager',
    address: review,
    shown: (page) => page.getByRole('group', { name: '您可以更正' }),
    prepare: (page) => page.getByRole('switch').click(),
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
