/**
 * `engine ← server → contract ← web`, nothing else (architecture.md, "The house").
 * @type {import('dependency-cruiser').IFlattenedRuleSet}
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: { path: '^packages/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'engine-imports-no-package-of-ours',
      severity: 'error',
      from: { path: '^packages/engine/' },
      to: { path: '^packages/(?!engine/)' },
    },
    // The engine decides and acts on nothing: whatever Node offers is out of its reach.
    {
      name: 'engine-does-no-io',
      severity: 'error',
      from: { path: '^packages/engine/src/', pathNot: ['\\.test\\.ts$', '^packages/engine/src/cli/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-imports-no-package-of-ours',
      severity: 'error',
      from: { path: '^packages/contract/' },
      to: { path: '^packages/(?!contract/)' },
    },
    {
      name: 'web-knows-only-the-contract',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/(?!web/|contract/)' },
    },
    {
      name: 'server-knows-no-page',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/web/' },
    },
    {
      name: 'engine-is-used-through-its-door',
      severity: 'error',
      from: { path: '^packages/server/', pathNot: '^packages/server/test/' },
      to: { path: '^packages/engine/', pathNot: '^packages/engine/src/index\\.ts$' },
    },
    // The server's tests play the drawings that the engine's tests generate, and hold the state to the same checks.
    {
      name: 'tests-of-the-server-know-the-door-and-the-tests-of-the-engine',
      severity: 'error',
      from: { path: '^packages/server/test/' },
      to: { path: '^packages/engine/', pathNot: '^packages/engine/(src/index\\.ts$|test/)' },
    },
    {
      name: 'contract-is-used-through-its-door',
      severity: 'error',
      from: { path: '^packages/(server|web)/' },
      to: { path: '^packages/contract/', pathNot: '^packages/contract/src/index\\.ts$' },
    },
    // A capability asks another one through its functions, never through its SQL.
    {
      name: 'queries-are-private-to-their-capability',
      severity: 'error',
      from: { path: '^packages/server/src/([^/]+)/' },
      to: { path: '^packages/server/src/[^/]+/queries', pathNot: '^packages/server/src/$1/' },
    },
    {
      name: 'queries-are-not-for-the-outside',
      severity: 'error',
      from: { path: '^packages/', pathNot: '^packages/server/src/[^/]+/' },
      to: { path: '^packages/server/src/[^/]+/queries' },
    },
    {
      name: 'programs-do-not-import-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(\\.test\\.tsx?$|^packages/[^/]+/test/)' },
    },
  ],
}
