import type { Locator, Page } from 'playwright-core'

/** An entry of a list that is open, once the list has found its place: before, it may move from under the pointer. */
export const selectOption = (within: Page | Locator, text: string | RegExp): Locator =>
  within
    .locator('.ant-select-dropdown:not([class*="slide-"]) .ant-select-item-option')
    .filter({ hasText: text })
    .filter({ visible: true })
    .first()
