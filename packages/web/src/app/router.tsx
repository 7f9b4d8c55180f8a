import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { hasCode } from '../api/failure.ts'
import { showLanguage } from '../i18n/language.ts'
import { meQuery } from '../identity/session.ts'
import { isSurveyPart, isSurveyPurpose } from '../surveys/parts.ts'
import { isBoxName } from '../work/boxes.ts'
import { runStatus } from '../work/run-search.ts'
import { CrashPage } from './CrashPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { paths } from './paths.ts'
import { PendingPage } from './PendingPage.tsx'
import { Shell } from './Shell.tsx'
import { recordStatus, recordWhere } from '../records/record-search.ts'

interface Context {
  queryClient: QueryClient
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const recordId = (value: unknown): string | undefined => {
  const id = text(value)
  return id !== undefined && uuidPattern.test(id) ? id : undefined
}
const positive = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

/** Leaves out what is not there, so that an address never carries an empty parameter. */
function present<Search extends object>(
  search: Search,
): { [Key in keyof Search]?: NonNullable<Search[Key]> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Search]?: NonNullable<Search[Key]>
  }
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: (search: Record<string, unknown>) => present({ back: text(search.back) }),
  component: lazyRouteComponent(() => import('../identity/SignInPage.tsx'), 'SignInPage'),
})

/** Everything behind the sign-in. Who is not signed in is sent there, and afterwards back to where he wanted to go. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  async beforeLoad({ context, location }) {
    try {
      const me = await context.queryClient.ensureQueryData(meQuery)
      await showLanguage(me.locale)
    } catch (error) {
      if (!hasCode(error, 'UNAUTHENTICATED')) throw error
      // A redirect is how a route says so; the router reads the thrown object.
      throw redirect(paths.signIn(location.href === '/' ? undefined : location.href))
    }
  },
  component: Shell,
})

const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('../work/WorkbenchPage.tsx'), 'WorkbenchPage'),
})

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/$box',
  params: {
    parse: ({ box }) => ({ box: isBoxName(box) ? box : ('todo' as const) }),
    stringify: ({ box }) => ({ box }),
  },
  beforeLoad({ params: { box }, location: { pathname } }) {
    // An address of no box is that of the first: its tab is the one that is shown.
    if (!pathname.endsWith(`/${box}`)) throw redirect(paths.box(box))
  },
  validateSearch: (search: Record<string, unknown>) => present({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('../work/InboxPage.tsx'), 'InboxPage'),
})

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/start',
  component: lazyRouteComponent(() => import('../processes/StartPage.tsx'), 'StartPage'),
})

const startForm = createRoute({
  getParentRoute: () => signedIn,
  path: '/start/$processId',
  component: lazyRouteComponent(() => import('../processes/StartFormPage.tsx'), 'StartFormPage'),
})

const startRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/start/route/$routeId',
  component: lazyRouteComponent(() => import('../processes/StartRoutePage.tsx'), 'StartRoutePage'),
})

const processes = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes',
  component: lazyRouteComponent(() => import('../processes/ProcessesPage.tsx'), 'ProcessesPage'),
})

const process = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes/$processId',
  component: lazyRouteComponent(() => import('../processes/ProcessPage.tsx'), 'ProcessPage'),
})

const versionParams = {
  parse: ({ processId, version }: { processId: string; version: string }) => ({
    processId,
    version: positive(version) ?? 0,
  }),
  stringify: ({ processId, version }: { processId: string; version: number }) => ({
    processId,
    version: String(version),
  }),
}

const processVersion = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes/$processId/versions/$version',
  params: versionParams,
  component: lazyRouteComponent(() => import('../processes/versions/VersionPage.tsx'), 'VersionPage'),
})

const newProcessVersion = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes/$processId/versions/new',
  component: lazyRouteComponent(() => import('../processes/versions/HandInPage.tsx'), 'NewVersionPage'),
})

const editProcessVersion = createRoute({
  getParentRoute: () => signedIn,
  path: '/processes/$processId/versions/$version/edit',
  params: versionParams,
  component: lazyRouteComponent(() => import('../processes/versions/HandInPage.tsx'), 'EditVersionPage'),
})

const calendar = createRoute({
  getParentRoute: () => signedIn,
  path: '/calendar',
  validateSearch: (search: Record<string, unknown>) => present({ year: positive(search.year) }),
  component: lazyRouteComponent(() => import('../calendar/CalendarPage.tsx'), 'CalendarPage'),
})

const runs = createRoute({
  getParentRoute: () => signedIn,
  path: '/instances',
  validateSearch: (search: Record<string, unknown>) =>
    present({ q: text(search.q), process: text(search.process), status: runStatus(search.status) }),
  component: lazyRouteComponent(() => import('../work/RunsPage.tsx'), 'RunsPage'),
})

const instance = createRoute({
  getParentRoute: () => signedIn,
  path: '/instances/$instanceId',
  component: lazyRouteComponent(() => import('../work/InstancePage.tsx'), 'InstancePage'),
})

const task = createRoute({
  getParentRoute: () => signedIn,
  path: '/tasks/$taskId',
  validateSearch: (search: Record<string, unknown>) => present({ document: recordId(search.document) }),
  component: lazyRouteComponent(() => import('../work/TaskPage.tsx'), 'TaskPage'),
})

const functions = createRoute({
  getParentRoute: () => signedIn,
  path: '/functions',
  component: lazyRouteComponent(() => import('../functions/FunctionsPage.tsx'), 'FunctionsPage'),
})

const verbRules = createRoute({
  getParentRoute: () => signedIn,
  path: '/help/verbs',
  component: lazyRouteComponent(() => import('../work/verbs/VerbRulesPage.tsx'), 'VerbRulesPage'),
})

const records = createRoute({
  getParentRoute: () => signedIn,
  path: '/records',
  validateSearch: (search: Record<string, unknown>) =>
    present({
      kind: text(search.kind),
      q: text(search.q),
      status: recordStatus(search.status),
      where: recordWhere(search.where),
    }),
  component: lazyRouteComponent(() => import('../records/RecordsPage.tsx'), 'RecordsPage'),
})

const record = createRoute({
  getParentRoute: () => signedIn,
  path: '/records/$recordId',
  validateSearch: (search: Record<string, unknown>) =>
    present({ version: positive(search.version), compare: positive(search.compare) }),
  component: lazyRouteComponent(() => import('../records/RecordPage.tsx'), 'RecordPage'),
})

const entry = createRoute({
  getParentRoute: () => signedIn,
  path: '/records/$recordId/edit',
  component: lazyRouteComponent(() => import('../records/entry/EntryPage.tsx'), 'EntryPage'),
})

const substitutions = createRoute({
  getParentRoute: () => signedIn,
  path: '/substitutions',
  component: lazyRouteComponent(() => import('../substitutions/SubstitutionsPage.tsx'), 'SubstitutionsPage'),
})

const system = createRoute({
  getParentRoute: () => signedIn,
  path: '/system',
  component: lazyRouteComponent(() => import('../work/messages/SystemPage.tsx'), 'SystemPage'),
})

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/organization',
  validateSearch: (search: Record<string, unknown>) =>
    present({ department: text(search.department), q: text(search.q) }),
  component: lazyRouteComponent(() => import('../organization/OrganizationPage.tsx'), 'OrganizationPage'),
})

const person = createRoute({
  getParentRoute: () => signedIn,
  path: '/organization/people/$personId',
  component: lazyRouteComponent(() => import('../organization/PersonPage.tsx'), 'PersonPage'),
})

const position = createRoute({
  getParentRoute: () => signedIn,
  path: '/organization/positions/$positionId',
  component: lazyRouteComponent(() => import('../organization/PositionPage.tsx'), 'PositionPage'),
})

const organizationChanges = createRoute({
  getParentRoute: () => signedIn,
  path: '/organization/changes',
  component: lazyRouteComponent(() => import('../organization/ChangesPage.tsx'), 'ChangesPage'),
})

const surveys = createRoute({
  getParentRoute: () => signedIn,
  path: '/surveys',
  validateSearch: (search: Record<string, unknown>) =>
    present({ purpose: isSurveyPurpose(search.purpose) ? search.purpose : undefined, q: text(search.q) }),
  component: lazyRouteComponent(() => import('../surveys/SurveysPage.tsx'), 'SurveysPage'),
})

const survey = createRoute({
  getParentRoute: () => signedIn,
  path: '/surveys/$surveyId',
  validateSearch: (search: Record<string, unknown>) =>
    present({ part: isSurveyPart(search.part) ? search.part : undefined }),
  component: lazyRouteComponent(() => import('../surveys/SurveyPage.tsx'), 'SurveyPage'),
})

const surveyTypeIn = createRoute({
  getParentRoute: () => signedIn,
  path: '/surveys/$surveyId/fill',
  component: lazyRouteComponent(() => import('../surveys/TypeInPage.tsx'), 'TypeInPage'),
})

const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([
    workbench,
    runs,
    inbox,
    start,
    startForm,
    startRoute,
    processes,
    process,
    processVersion,
    newProcessVersion,
    editProcessVersion,
    calendar,
    substitutions,
    system,
    instance,
    task,
    functions,
    verbRules,
    records,
    record,
    entry,
    organization,
    person,
    position,
    organizationChanges,
    surveys,
    survey,
    surveyTypeIn,
  ]),
])

/** Built once per page load, around the query client that its guards read. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: CrashPage,
    defaultPendingMs: 150,
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

/** Where the person is, to return to after signing in again; nothing on the sign-in page itself. */
export function returnAddress(router: AppRouter): string | undefined {
  const { pathname, href, search } = router.state.location
  if (pathname === '/signin') return 'back' in search ? search.back : undefined
  return pathname === '/' ? undefined : href
}

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
