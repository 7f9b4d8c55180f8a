import type { OrganizationDepartment } from '@canmou/contract'
import { expect, it } from 'vitest'
import { branchesOf, idsWithin, type Branch } from './tree.ts'

const department = (id: string, parentId?: string): OrganizationDepartment => ({
  id,
  name: id,
  names: { 'zh-CN': id, 'zh-TW': id, en: id },
  people: 0,
  isEnded: false,
  revision: 1,
  ...(parentId !== undefined && { parentId }),
})
const drawn = (branches: Branch[]): unknown[] =>
  branches.map((branch) => [branch.department.id, ...drawn(branch.children)])

it('departments stand under their parents in the order in which they came', () => {
  const all = [department('sales', 'company'), department('company'), department('keyAccounts', 'sales')]
  expect(drawn(branchesOf(all))).toEqual([['company', ['sales', ['keyAccounts']]]])
})

it('one whose parent is not there stands at the top', () => {
  expect(drawn(branchesOf([department('a', 'gone'), department('b')]))).toEqual([['a'], ['b']])
})

it('a department cannot be moved to itself or below itself', () => {
  const all = [department('keyAccounts', 'sales'), department('sales', 'company'), department('company')]
  expect([...idsWithin(all, 'sales')].sort()).toEqual(['keyAccounts', 'sales'])
})
