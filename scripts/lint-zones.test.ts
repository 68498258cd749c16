// Every arrow that "who may import whom" forbids, drawn once: the rule must refuse it. And the allowed ones pass.
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint({ cwd: process.cwd() })

async function rulesBrokenBy(file: string, imported: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import * as it from '${imported}'\n\nconsole.log(it)\n`, { filePath: file })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'unparsable')
}

const ZONE = 'import/no-restricted-paths'
const forbidden: [file: string, imported: string, rule: string][] = [
  ['app/x/page.tsx', '@/lib/db/write/offers', ZONE],
  ['app/x/page.tsx', '@/lib/db/client', ZONE],
  ['app/x/page.tsx', '@/lib/chain/read', ZONE],
  ['app/x/page.tsx', '@/lib/chain/contracts', ZONE],
  ['components/x.tsx', '@/app/layout', ZONE],
  ['components/x.tsx', '@/lib/db/read/offers', ZONE],
  ['components/x.tsx', '@/lib/env', ZONE],
  ['components/x.tsx', '@/lib/chain/read', ZONE],
  ['lib/services/x.ts', '@/app/layout', ZONE],
  ['lib/services/x.ts', '@/components/ui/button', ZONE],
  ['lib/services/x.ts', '@/lib/format/money', ZONE],
  ['lib/db/x.ts', '@/lib/chain/contracts', ZONE],
  ['lib/db/read/x.ts', '../../chain/read', ZONE],
  ['lib/chain/x.ts', '@/lib/db/client', ZONE],
  ['lib/chain/intents/x.ts', '@/lib/db/read/offers', ZONE],
  ['lib/domain/x.ts', '@/lib/db/client', ZONE],
  ['lib/domain/x.ts', '@/lib/chain/contracts', ZONE],
  ['lib/domain/x.ts', '@/lib/env', ZONE],
  ['lib/domain/x.ts', '@/lib/format/money', ZONE],
  ['lib/domain/x.ts', '@/lib/errors', ZONE],
  ['lib/format/x.ts', '@/lib/db/read/offers', ZONE],
  ['lib/worker/x.ts', '@/app/layout', ZONE],
  ['lib/domain/x.ts', 'viem', 'no-restricted-imports'],
  ['lib/domain/x.ts', 'node:fs', 'no-restricted-imports'],
  ['lib/services/x.ts', '@prisma/client', 'no-restricted-imports'],
  ['lib/services/x.ts', '@/lib/db/generated/client', 'no-restricted-imports'],
  ['app/x/page.tsx', '@prisma/client', 'no-restricted-imports'],
  ['lib/chain/x.ts', '@prisma/adapter-pg', 'no-restricted-imports'],
  ['lib/services/x.ts', '@/contracts/generated/abis', 'no-restricted-imports'],
  ['lib/db/x.ts', '@/contracts/generated/abis', 'no-restricted-imports'],
  ['components/x.tsx', '@/contracts/generated/abis', 'no-restricted-imports'],
]

const allowed: [file: string, imported: string][] = [
  ['app/x/page.tsx', '@/lib/db/read/offers'],
  ['app/x/page.tsx', '@/lib/chain/intents/agreement'],
  ['app/x/page.tsx', '@/components/ui/button'],
  ['components/x.tsx', '@/lib/chain/contracts'],
  ['components/x.tsx', '@/lib/domain/units/units'],
  ['lib/services/x.ts', '@/lib/db/write/offers'],
  ['lib/services/x.ts', '@/lib/chain/read'],
  ['lib/db/x.ts', '@prisma/client'],
  ['lib/chain/x.ts', '@/contracts/generated/abis'],
  ['lib/domain/x.ts', '@/lib/domain/units/units'],
]

describe('import zones', () => {
  it.each(forbidden)('%s may not import %s', async (file, imported, rule) => {
    expect(await rulesBrokenBy(file, imported)).toContain(rule)
  })

  it.each(allowed)('%s may import %s', async (file, imported) => {
    expect(await rulesBrokenBy(file, imported)).toEqual([])
  })
})

describe('the rest of the house rules', () => {
  const broken = async (file: string, code: string) =>
    (await eslint.lintText(code, { filePath: file }))[0]?.messages.map(({ ruleId }) => ruleId) ?? []

  it('reads process.env in lib/env.ts only', async () => {
    const code = 'export const a = process.env.PORT\n'
    expect(await broken('lib/services/x.ts', code)).toContain('no-restricted-syntax')
    expect(await broken('lib/services/x.ts', "import { env } from 'node:process'\nexport const a = env\n")).toContain(
      'no-restricted-syntax',
    )
    expect(await broken('lib/env.ts', code)).toEqual([])
    expect(await broken('scripts/x.ts', code)).toEqual([])
  })

  it('refuses files of more than 250 lines', async () => {
    expect(await broken('lib/services/x.ts', 'export {}\n'.repeat(251))).toContain('max-lines')
    expect(await broken('lib/services/x.ts', 'export {}\n'.repeat(250))).not.toContain('max-lines')
  })
})
