import { defineConfig } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** @typedef {{ selector: string, message: string }} Ban A piece of syntax that is not allowed. */

const processEnv = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only src/env.ts reads process.env: take the value from env().',
  },
  {
    selector: "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
    message: 'Only src/env.ts reads process.env: take the value from env().',
  },
]

const ambientClock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Take 'now' as an argument; only src/server/lib/clock.ts reads the clock.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take 'now' as an argument; only src/server/lib/clock.ts reads the clock.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "Take 'now' as an argument; only src/server/lib/clock.ts reads the clock.",
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: "Take 'now' as an argument; only src/server/lib/clock.ts reads the clock.",
  },
]

const mathRandom = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Use src/server/lib/tokens.ts, or a seeded generator that is passed in.',
  },
]

const sleeps = [
  {
    selector: "NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout']",
    message: 'A test waits for what it tests, never for time to pass.',
  },
  {
    selector: "NewExpression[callee.name='Promise'] > Identifier[name='setTimeout']",
    message: 'A test waits for what it tests, never for time to pass.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?timers\\u002Fpromises$/]',
    message: 'A test waits for what it tests, never for time to pass.',
  },
  {
    selector: "MemberExpression[property.name='waitForTimeout']",
    message: 'Wait for what the page shows: expect(...).toBeVisible(), toHaveURL, toHaveText.',
  },
  {
    selector: "Literal[value='networkidle']",
    message: 'Wait for what the page shows: expect(...).toBeVisible(), toHaveURL, toHaveText.',
  },
]

const weakTests = [
  {
    selector: "MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|fixme|todo|fails)$/]",
    message: 'Every test runs, every time.',
  },
  {
    selector: 'MemberExpression[property.name=/^toMatch(Inline|File)?Snapshot$/]',
    message: 'Say what matters about the result instead of storing all of it.',
  },
]

/** @param {readonly Ban[]} bans @returns {['error', ...Ban[]]} */
const banned = (...bans) => ['error', ...bans]

const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'e2e/**/*.ts']
const NEXT_ENTRIES = [
  'src/app/**/{page,layout,template,default,loading,error,not-found,global-error,global-not-found}.tsx',
  'src/app/**/{forbidden,unauthorized}.tsx',
  'src/app/**/{manifest,robots,sitemap,icon,apple-icon,opengraph-image,twitter-image}.{ts,tsx}',
]

/** Rules of this house that need no types; tests/structure/lint.test.ts shows each of them bite. */
export const houseRules = defineConfig(
  {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { parser: tseslint.parser },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': banned(...mathRandom),
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': banned(...processEnv, ...ambientClock, ...mathRandom),
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@trpc/server',
              importNames: ['initTRPC'],
              message: 'Procedures are made by the builders of src/server/api/trpc.ts alone.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/env.ts'], rules: { 'no-restricted-syntax': banned(...ambientClock, ...mathRandom) } },
  // Next replaces NEXT_RUNTIME while building, so it has to stand there in full.
  { files: ['src/instrumentation.ts'], rules: { 'no-restricted-syntax': banned(...ambientClock, ...mathRandom) } },
  { files: ['src/server/lib/clock.ts', 'src/app/_lib/device-clock.ts'], rules: { 'no-restricted-syntax': banned(...processEnv, ...mathRandom) } },
  { files: ['src/server/api/trpc.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'process', 'crypto', 'performance', 'localStorage'].map(
          (name) => ({ name, message: 'Domain code is pure: it takes what it needs as arguments.' }),
        ),
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({
          name,
          message: 'Domain code is pure: it computes and returns.',
        })),
      ],
    },
  },
  {
    files: TESTS,
    rules: {
      'no-console': 'off',
      'no-restricted-syntax': banned(...mathRandom, ...sleeps, ...weakTests),
    },
  },
  {
    files: [...NEXT_ENTRIES, '*.config.{ts,mjs}', '.dependency-cruiser.mjs', 'e2e/support/global-setup.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
)

const typed = defineConfig({
  files: ['**/*.{ts,tsx,mjs}'],
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/consistent-type-exports': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // React accepts handlers and form actions that return a promise.
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    // It asks for `!`, which no-non-null-assertion refuses.
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    // Spreading a text into its characters is meant; spreading an instance or a promise is not.
    '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  },
})

export default defineConfig(
  {
    ignores: ['.next/**', '.next-*/**', '.data/**', '.cache/**', 'src/generated/**', 'next-env.d.ts', '.dependency-cruiser.mjs'],
  },
  typed,
  // In plain JavaScript there is no cast: what a package without types gives is checked by running it.
  {
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['src/**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
  houseRules,
)
