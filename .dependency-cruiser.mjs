// The arrow of docs/architecture.md as rules:
// app -> trpc -> routers -> services -> {domain, db, jobs, email}.
// tests/structure/boundaries.test.ts shows each of them bite.

const TEST_FILES = '[.]test[.]tsx?$'

const SPECIAL_FILES =
  'page|layout|template|default|loading|error|not-found|global-error|route|manifest|robots|sitemap|icon|apple-icon|opengraph-image'

/** What Next, node or npm starts by itself. */
const ENTRIES = [
  `^src/app/.+/(${SPECIAL_FILES})[.]tsx?$`,
  `^src/app/(${SPECIAL_FILES})[.]tsx?$`,
  '^src/(instrumentation|instrumentation-client|proxy)[.]ts$',
  '^(scripts|bench|prisma)/',
]

const LAYERS = {
  text: '^src/text/',
  domain: '^src/domain/',
  env: '^src/env[.]ts$',
  lib: '^src/server/lib/',
  generated: '^src/generated/',
  db: '^src/server/db/',
  email: '^src/server/email/',
  enqueue: '^src/server/jobs/enqueue[^/]*[.]ts$',
  jobs: '^src/server/jobs/',
  live: '^src/server/live/',
  services: '^src/server/services/',
  sessionCookie: '^src/server/auth/session-cookie[.]ts$',
  auth: '^src/server/auth/',
  runtime: '^src/server/runtime[.]ts$',
  procedures: '^src/server/api/',
  routers: '^src/server/api/routers/',
  trpc: '^src/trpc/',
  ui: '^src/components/ui/',
  components: '^src/components/',
  app: '^src/app/',
}

/** Where the named layers lie. */
const paths = (...layers) => layers.map((layer) => LAYERS[layer])

/** Everything in `from` may import, of src, only what lies in `layers`. */
const mayImportOnly = (name, from, layers, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST_FILES },
  to: { path: '^src/', pathNot: paths(...layers) },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    mayImportOnly('text-is-a-leaf', LAYERS.text, ['text'], 'Sentences come from messages/ alone, so that anyone may read them.'),
    mayImportOnly('env-is-a-leaf', LAYERS.env, ['env'], 'The configuration is read before anything else.'),
    mayImportOnly('domain-is-pure', LAYERS.domain, ['domain', 'text'], 'Domain code takes what it needs as arguments.'),
    {
      name: 'domain-reaches-nothing',
      comment: 'No core module and no package except those that only compute.',
      severity: 'error',
      from: { path: LAYERS.domain, pathNot: TEST_FILES },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(d3-force|minisearch|papaparse|temporal-polyfill|temporal-spec|rrule-temporal|zod)/',
      },
    },
    mayImportOnly('lib-is-a-leaf', LAYERS.lib, ['lib', 'domain', 'env', 'text'], 'Everybody may import lib, so lib imports nobody.'),
    mayImportOnly('db-knows-no-services', LAYERS.db, ['db', 'generated', 'lib', 'domain', 'env', 'text'], 'Queries decide nothing.'),
    mayImportOnly(
      'email-renders-and-sends',
      LAYERS.email,
      ['email', 'db', 'generated', 'lib', 'domain', 'env', 'text'],
      'Why a mail leaves is decided by services and jobs.',
    ),
    mayImportOnly(
      'live-listens',
      LAYERS.live,
      ['live', 'enqueue', 'db', 'generated', 'lib', 'domain', 'env', 'text'],
      'Live updates carry what was written; they decide nothing.',
    ),
    mayImportOnly(
      'services-below-procedures',
      LAYERS.services,
      ['services', 'auth', 'db', 'generated', 'enqueue', 'email', 'live', 'lib', 'domain', 'env', 'text'],
      'A service loads, decides, writes and enqueues by src/server/jobs/enqueue.ts; tasks and procedures call it.',
    ),
    {
      name: 'enqueue-knows-no-task',
      comment: 'Services import enqueue and tasks import services: a task here would close the circle.',
      severity: 'error',
      from: { path: LAYERS.enqueue },
      to: { path: '^src/', pathNot: paths('enqueue', 'db', 'generated', 'lib', 'domain', 'env') },
    },
    mayImportOnly(
      'jobs-call-services',
      LAYERS.jobs,
      ['jobs', 'services', 'auth', 'db', 'generated', 'email', 'live', 'lib', 'domain', 'env', 'text'],
      'A task calls services; it knows no procedure and no page.',
    ),
    mayImportOnly(
      'auth-below-procedures',
      LAYERS.auth,
      ['auth', 'services', 'db', 'generated', 'enqueue', 'email', 'lib', 'domain', 'env', 'text'],
      'Signing in knows no procedure and no page.',
    ),
    mayImportOnly(
      'routers-call-services',
      LAYERS.routers,
      ['procedures', 'services', 'sessionCookie', 'live', 'lib', 'domain', 'text'],
      'A router is an input schema, a service and an output: no query of its own.',
    ),
    {
      name: 'procedures-below-app',
      severity: 'error',
      comment: 'What makes and lists procedures knows no page.',
      from: { path: LAYERS.procedures, pathNot: TEST_FILES },
      to: { path: paths('app', 'components', 'trpc', 'jobs'), pathNot: paths('enqueue') },
    },
    mayImportOnly(
      'trpc-calls-procedures',
      LAYERS.trpc,
      ['trpc', 'procedures', 'auth', 'runtime', 'domain', 'env', 'text', 'lib'],
      'Pages reach procedures and sign-in here, and nothing beneath them.',
    ),
    {
      name: 'trpc-calls-the-root',
      comment: 'Callers are made of the whole router, so that none is left out of the access table.',
      severity: 'error',
      from: { path: LAYERS.trpc },
      to: { path: LAYERS.routers },
    },
    {
      name: 'pages-call-procedures',
      comment: 'Pages and route handlers go through src/trpc, which checks and authorizes.',
      severity: 'error',
      from: { path: LAYERS.app, pathNot: ['^src/app/api/', TEST_FILES] },
      to: { path: '^src/(server|generated)/', pathNot: paths('lib', 'sessionCookie'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-stay-thin',
      comment: 'src/app/api parses, calls and responds: no service and no query.',
      severity: 'error',
      from: { path: '^src/app/api/', pathNot: TEST_FILES },
      to: {
        path: [LAYERS.services, LAYERS.jobs, LAYERS.email, LAYERS.generated, LAYERS.routers],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-pages',
      severity: 'error',
      comment: 'Pages are the outermost layer; what two of them share lies in src/components.',
      from: { path: '^src/', pathNot: [LAYERS.app, TEST_FILES] },
      to: { path: LAYERS.app },
    },
    mayImportOnly('ui-fetches-nothing', LAYERS.ui, ['ui', 'domain', 'text'], 'Primitives are given what they show.'),
    {
      name: 'components-call-procedures',
      severity: 'error',
      comment: 'Components see data through src/trpc alone.',
      from: { path: LAYERS.components, pathNot: TEST_FILES },
      to: { path: '^src/(server|generated)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'prisma-in-db-only',
      comment: 'Only src/server/db makes clients and SQL; everybody may name the types.',
      severity: 'error',
      from: { path: '^src/', pathNot: [LAYERS.db, LAYERS.generated, TEST_FILES] },
      to: { path: LAYERS.generated, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-knows-no-tools',
      severity: 'error',
      comment: 'What runs in production knows neither scripts nor tests.',
      from: { path: '^src/', pathNot: TEST_FILES },
      to: { path: ['^(tests|e2e|bench|scripts|prisma)/', TEST_FILES] },
    },
    {
      name: 'src-needs-no-dev-package',
      severity: 'error',
      comment: 'Production installs no development dependencies.',
      from: { path: '^src/', pathNot: TEST_FILES },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      comment: 'What is imported stands in package.json.',
      from: { path: '^(src|scripts|tests|e2e|bench|prisma)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'The file that is imported exists.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Files that need each other are one file, or lack a third.',
      from: { path: '^(src|scripts|tests|e2e|bench|prisma)/', pathNot: LAYERS.generated },
      to: { circular: true },
    },
    {
      name: 'no-dead-code',
      severity: 'error',
      comment: 'Everything in src is reached from a page, a route, a start-up file, a script or a benchmark.',
      from: {
        path: ENTRIES,
        pathNot: TEST_FILES,
      },
      // Outcomes are recorded for learning weights from them later: until then only tests read them.
      to: {
        path: '^src/',
        pathNot: [...ENTRIES, TEST_FILES, LAYERS.generated, '[.]d[.]ts$', '/list-outcomes[.]ts$'],
        reachable: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    exclude: { path: '^([.]next|[.]data|[.]cache)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
