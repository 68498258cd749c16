import { faultsAt, type Fault, type Operator } from './operators'
import { childrenOf, parse, rangeOf, type SyntaxNode } from './syntax'

/** A source with one fault. */
export interface Mutant {
  /** Function, operator and what becomes what; the same in every run while the function stays as it is. */
  name: string
  operator: Operator
  line: number
  content: string
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function functionName(node: SyntaxNode): string | null {
  return node.nodeType === 'FunctionDefinition' ? node.name || (node.kind ?? '') : null
}

/** All mutants of a source, in its order. */
export function mutantsOf(path: string, content: string): readonly Mutant[] {
  const source = Buffer.from(content)
  const seen = new Map<string, number>()
  const mutants: Mutant[] = []
  const add = (within: string, { operator, start, end, text }: Fault) => {
    const was = oneLine(source.toString('utf8', start, end))
    const base = `${within}: ${operator}: ${was || '(nothing)'} → ${oneLine(text) || '(nothing)'}`
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    mutants.push({
      name: count === 1 ? base : `${base} (${count})`,
      operator,
      line: source.toString('utf8', 0, start).split('\n').length,
      content: Buffer.concat([source.subarray(0, start), Buffer.from(text), source.subarray(end)]).toString('utf8'),
    })
  }
  const visit = (node: SyntaxNode, parent: SyntaxNode | null, role: string, within: string) => {
    const inside = functionName(node) ?? within
    for (const fault of faultsAt(node, { parent, role, source })) add(inside, fault)
    const children = [...childrenOf(node)].sort(([, a], [, b]) => rangeOf(a).start - rangeOf(b).start)
    for (const [name, child] of children) visit(child, node, name, inside)
  }
  visit(parse(path, content), null, '', 'file')
  return mutants
}
