import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

// Who may import whom (docs: STYLE 2). Each zone: files in `target` may import from the project only what `may` lists,
// and themselves. Folders that appear in no zone (scripts, prisma, bench, e2e) may import anything from lib.
const PROJECT = ['app', 'components', 'lib', 'contracts', 'prisma', 'scripts', 'bench', 'e2e']
const LIB = [
  'domain',
  'services',
  'db',
  'chain',
  'formats',
  'auth',
  'format',
  'worker',
  'env.ts',
  'env-client.ts',
  'errors.ts',
]
const zones = [
  {
    target: 'app',
    may: [
      'components',
      'lib/services',
      'lib/db/read',
      'lib/auth',
      'lib/format',
      'lib/errors.ts',
      'lib/domain',
      'lib/chain/intents',
      'lib/chain/coding',
      'lib/env.ts',
    ],
  },
  {
    target: 'components',
    may: [
      'lib/domain',
      'lib/format',
      'lib/errors.ts',
      'lib/chain/intents',
      'lib/chain/coding',
      'lib/chain/contracts.ts',
      'lib/chain/refusal.ts',
      'lib/env-client.ts',
    ],
  },
  { target: 'lib/services', may: ['lib/domain', 'lib/db', 'lib/chain', 'lib/formats', 'lib/errors.ts', 'lib/env.ts'] },
  { target: 'lib/db', may: ['lib/domain', 'lib/errors.ts', 'lib/env.ts'] },
  { target: 'lib/chain', may: ['lib/domain', 'lib/errors.ts', 'lib/env.ts', 'contracts/generated'] },
  { target: 'lib/formats', may: ['lib/domain', 'lib/errors.ts'] },
  { target: 'lib/format', may: ['lib/domain', 'lib/errors.ts', 'lib/env.ts', 'lib/env-client.ts'] },
  {
    target: 'lib/auth',
    may: ['lib/services', 'lib/db', 'lib/domain', 'lib/chain/intents', 'lib/errors.ts', 'lib/env.ts'],
  },
  // Mails leave from here, in words.
  {
    target: 'lib/worker',
    may: ['lib/services', 'lib/db', 'lib/chain', 'lib/domain', 'lib/format', 'lib/errors.ts', 'lib/env.ts'],
  },
  { target: 'lib/domain', may: ['contracts/vectors'] },
]

/** The rule takes what is forbidden, folder by folder; a folder that is partly allowed is forbidden with exceptions. */
function restrictedPaths({ target, may }) {
  const allowed = [target, ...may]
  const sources = [...PROJECT.filter((folder) => folder !== 'lib'), ...LIB.map((name) => `lib/${name}`)]
  return sources
    .filter((from) => !allowed.includes(from))
    .map((from) => ({
      target: `./${target}`,
      from: `./${from}`,
      except: allowed.filter((path) => path.startsWith(`${from}/`)).map((path) => `./${path.slice(from.length + 1)}`),
      message: `${target} may import only ${allowed.join(', ')}.`,
    }))
}

const PRISMA = { regex: '^@prisma/|^prisma($|/)|db/generated', message: 'Only lib/db imports Prisma.' }
const ABIS = { regex: 'contracts/generated', message: 'Only lib/chain imports the generated ABIs.' }
const OUTSIDE_DOMAIN = { regex: '^(?!\\.|@/lib/domain/)', message: 'lib/domain imports nothing outside itself.' }
const restrictedImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })
const SOURCES = '**/*.{ts,tsx,mjs}'
const TESTS = ['**/*.test.{ts,tsx}', '**/*.spec.{ts,tsx}']

const config = [
  {
    ignores: [
      '.next/**',
      '.next-bench/**',
      '.data/**',
      'node_modules/**',
      'next-env.d.ts',
      '**/generated/**',
      'contracts/out/**',
      'contracts/cache/**',
      'playwright-report/**',
      'test-results/**',
    ],
  },
  ...next,
  ...typescript,
  {
    files: [SOURCES],
    rules: {
      'import/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: zones.flatMap(restrictedPaths) }],
      'max-lines': ['error', { max: 250 }],
      ...restrictedImports(PRISMA, ABIS),
    },
  },
  // Later entries replace earlier ones: each place names all it must not import.
  { files: [`lib/db/${SOURCES}`, 'prisma.config.ts'], rules: restrictedImports(ABIS) },
  { files: [`lib/chain/${SOURCES}`], rules: restrictedImports(PRISMA) },
  // Putting the contracts on a chain needs their bytecode and constructors, which no other program does.
  { files: ['scripts/deploy.ts'], rules: restrictedImports(PRISMA) },
  // Samples are read by tests only.
  {
    files: [`lib/domain/${SOURCES}`],
    ignores: [...TESTS, '**/*.sample.ts'],
    rules: restrictedImports(PRISMA, ABIS, OUTSIDE_DOMAIN),
  },
  // Forge runs the compiler as a program of its own, by its shebang.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: [SOURCES],
    ignores: ['lib/env*.ts', 'scripts/**', 'e2e/**', 'bench/**', '*.config.{ts,mjs}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Read the environment in lib/env.ts (server) or lib/env-client.ts (browser) only.',
        },
        {
          selector: "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
          message: 'Read the environment in lib/env.ts (server) or lib/env-client.ts (browser) only.',
        },
      ],
    },
  },
]

export default config
