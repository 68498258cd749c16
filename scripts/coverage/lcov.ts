/** What a coverage report in the lcov format says, file by file. */
export interface FileCoverage {
  path: string
  lines: Share
  branches: Share
}

export interface Share {
  hit: number
  found: number
}

export function readLcov(text: string): readonly FileCoverage[] {
  return text
    .split('end_of_record')
    .filter((record) => record.includes('SF:'))
    .map((record) => ({
      path: /^SF:(.+)$/m.exec(record)?.[1] ?? '',
      lines: { hit: count(record, 'LH'), found: count(record, 'LF') },
      branches: { hit: count(record, 'BRH'), found: count(record, 'BRF') },
    }))
}

function count(record: string, key: string): number {
  return Number(new RegExp(`^${key}:(\\d+)$`, 'm').exec(record)?.[1] ?? 0)
}

/** Lines and branches that no test reached, as `12` and `34 (branch 0.1)`. */
export function missesOf(text: string, path: string): readonly string[] {
  const record = text.split('end_of_record').find((part) => part.includes(`SF:${path}\n`)) ?? ''
  const lines = [...record.matchAll(/^DA:(\d+),0$/gm)].map(([, line]) => `${line}`)
  const branches = [...record.matchAll(/^BRDA:(\d+),(\d+),(\d+),(?:0|-)$/gm)]
  return [...lines, ...branches.map(([, line, block, branch]) => `${line} (branch ${block}.${branch})`)]
}

export const add = (a: Share, b: Share): Share => ({ hit: a.hit + b.hit, found: a.found + b.found })

/** A file without branches has all of them. */
export const percent = ({ hit, found }: Share): number => (found === 0 ? 100 : (100 * hit) / found)
