import type { OrganizationDepartment } from '@canmou/contract'

export interface Branch {
  department: OrganizationDepartment
  children: Branch[]
}

/**
 * The departments as a tree, in the order in which they came. One whose parent is not there, or has ended, stands at the
 * top, so that none is ever out of sight.
 */
export function branchesOf(departments: readonly OrganizationDepartment[]): Branch[] {
  const branches = new Map(
    departments.map((department) => [department.id, { department, children: [] as Branch[] }]),
  )
  const roots: Branch[] = []
  for (const branch of branches.values()) {
    const parent = branches.get(branch.department.parentId ?? '')
    ;(parent ? parent.children : roots).push(branch)
  }
  return roots
}

/** Ids of a department and of all below it: where it cannot be moved to. */
export function idsWithin(departments: readonly OrganizationDepartment[], id: string): Set<string> {
  const within = new Set([id])
  for (let size = 0; size < within.size;) {
    size = within.size
    for (const { id: child, parentId } of departments) if (parentId && within.has(parentId)) within.add(child)
  }
  return within
}
