/**
 * Every query key of the web, so that the live channel can name what a message makes stale. Keys nest from general to
 * particular: invalidating `['tasks']` refreshes each box, count and task.
 */
export const keys = {
  me: ['me'] as const,
  demoAccounts: ['demoAccounts'] as const,
  processes: ['processes'] as const,
  process: (id: string) => ['processes', id] as const,
  tasks: ['tasks'] as const,
  boxes: ['tasks', 'box'] as const,
  box: (box: string, q: string) => ['tasks', 'box', box, q] as const,
  counts: ['tasks', 'counts'] as const,
  task: (id: string) => ['tasks', 'one', id] as const,
  taskVerbs: (id: string) => ['tasks', 'one', id, 'verbs'] as const,
  instances: ['instances'] as const,
  instance: (id: string) => ['instances', id] as const,
  instanceVerbs: (id: string) => ['instances', id, 'verbs'] as const,
  expected: (id: string) => ['instances', id, 'expected'] as const,
  diagram: (id: string) => ['instances', id, 'diagram'] as const,
  kinds: ['kinds'] as const,
  kind: (code: string) => ['kinds', code] as const,
  records: ['records'] as const,
  recordList: (filter: object) => ['records', 'list', filter] as const,
  record: (id: string) => ['records', 'one', id] as const,
  recordVersions: (id: string) => ['records', 'one', id, 'versions'] as const,
  allPeople: ['people'] as const,
  people: (filter: object) => ['people', filter] as const,
  positions: ['positions'] as const,
  departments: ['departments'] as const,
  organization: ['organization'] as const,
  organizationOverview: ['organization', 'overview'] as const,
  organizationPerson: (id: string) => ['organization', 'person', id] as const,
  organizationPosition: (id: string) => ['organization', 'position', id] as const,
  openTasks: (subject: string, id: string) => ['organization', 'openTasks', subject, id] as const,
  organizationChanges: ['organization', 'changes'] as const,
  stepHolders: (process: string, elementId: string, filter: object) =>
    ['organization', 'stepHolders', process, elementId, filter] as const,
}
