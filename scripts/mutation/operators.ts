import { childrenOf, rangeOf, type SyntaxNode } from './syntax'

/** One small fault: this range of the source becomes this text. */
export interface Fault {
  operator: Operator
  start: number
  end: number
  text: string
}

export type Operator =
  | 'arithmetic'
  | 'comparison'
  | 'boundary'
  | 'boolean'
  | 'constant'
  | 'delete'
  | 'return'
  | 'modifier'

/** Where a node stands. */
export interface Place {
  parent: SyntaxNode | null
  /** Its name in the parent. */
  role: string
  source: Buffer
}

const SWAPPED: Record<string, string> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '**': '*',
  '<<': '>>',
  '>>': '<<',
  '&': '|',
  '|': '&',
  '^': '&',
  '++': '--',
  '--': '++',
}

const textOf = (source: Buffer, node: SyntaxNode): string => {
  const { start, end } = rangeOf(node)
  return source.toString('utf8', start, end)
}

const whole = (operator: Operator, node: SyntaxNode, text: string): Fault => ({ operator, ...rangeOf(node), text })

/** The same between two operands: only the sign changes. */
function between(operator: Operator, left: SyntaxNode, right: SyntaxNode, sign: string, text: string, source: Buffer) {
  const from = rangeOf(left).end
  const at = from + source.subarray(from, rangeOf(right).start).indexOf(sign)
  return { operator, start: at, end: at + sign.length, text }
}

/** Comparisons in the signs that types of our own have, too: they know `<` and `==` only. */
function comparisons(node: SyntaxNode, sign: string, a: string, b: string): Fault[] {
  const opposite = whole('comparison', node, sign === '!=' ? `(${a} == ${b})` : `(!(${a} ${sign} ${b}))`)
  const edges: Record<string, string> = {
    '<': `(!(${b} < ${a}))`,
    '>': `(${a} >= ${b})`,
    '<=': `(${a} < ${b})`,
    '>=': `(${a} > ${b})`,
  }
  const edge = edges[sign]
  return edge ? [opposite, whole('boundary', node, edge)] : [opposite]
}

function ofBinary(node: SyntaxNode, source: Buffer): Fault[] {
  const {
    leftExpression: left,
    rightExpression: right,
    operator: sign = '',
  } = node as SyntaxNode & {
    leftExpression: SyntaxNode
    rightExpression: SyntaxNode
  }
  if (sign === '&&' || sign === '||') {
    return [between('boolean', left, right, sign, sign === '&&' ? '||' : '&&', source)]
  }
  const swapped = SWAPPED[sign]
  if (swapped) return [between('arithmetic', left, right, sign, swapped, source)]
  return comparisons(node, sign, textOf(source, left), textOf(source, right))
}

function ofAssignment(node: SyntaxNode, source: Buffer): Fault[] {
  const {
    leftHandSide: left,
    rightHandSide: right,
    operator: sign = '',
  } = node as SyntaxNode & {
    leftHandSide: SyntaxNode
    rightHandSide: SyntaxNode
  }
  const swapped = SWAPPED[sign.slice(0, -1)]
  return swapped ? [between('arithmetic', left, right, sign, `${swapped}=`, source)] : []
}

function ofUnary(node: SyntaxNode, source: Buffer): Fault[] {
  const { operator: sign = '', prefix } = node
  const { start, end } = rangeOf(node)
  const swapped = SWAPPED[sign]
  if (swapped && sign.length === 2) {
    const at = prefix ? start : end - 2
    return [{ operator: 'arithmetic', start: at, end: at + 2, text: swapped }]
  }
  if (sign === '!') return [whole('boolean', node, textOf(source, node).slice(1))]
  return sign === '-' || sign === '~' ? [whole('arithmetic', node, textOf(source, node).slice(1))] : []
}

/** One more and one less; a text becomes an empty one. The length of an array is its type, not a value. */
function ofLiteral(node: SyntaxNode, { parent, role, source }: Place): Fault[] {
  if (parent?.nodeType === 'ArrayTypeName' && role === 'length') return []
  if (node.kind === 'bool') return [whole('boolean', node, node.value === 'true' ? 'false' : 'true')]
  if (node.kind === 'string') return [whole('constant', node, '""')]
  const written = /^[0-9a-fA-Fx_]+/.exec(textOf(source, node))?.[0]
  if (node.kind !== 'number' || !written) return []
  const { start } = rangeOf(node)
  const value = BigInt(written.replaceAll('_', ''))
  const to = (n: bigint): Fault => ({ operator: 'constant', start, end: start + written.length, text: n.toString() })
  return value === 0n ? [to(1n)] : [to(value + 1n), to(value - 1n)]
}

function ofMember(node: SyntaxNode, { source }: Place): Fault[] {
  const text = textOf(source, node)
  return node.memberName === 'max' && text.startsWith('type(') ? [whole('constant', node, `(${text} - 1)`)] : []
}

/**
 * True and false where it is decided. A branch that only refuses is deleted as a statement instead of never being taken, and a
 * loop that never ends is no fault that a test needs to find.
 */
function ofCondition(node: SyntaxNode): Fault[] {
  const { condition, trueBody, falseBody } = node as SyntaxNode & Record<string, SyntaxNode | null | undefined>
  if (!condition) return []
  if (node.nodeType === 'WhileStatement') return [whole('boolean', condition, 'false')]
  const refuses = trueBody?.nodeType === 'RevertStatement' && !falseBody
  return (refuses ? ['true'] : ['true', 'false']).map((value) => whole('boolean', condition, value))
}

/** A statement with its semicolon. */
function ofStatement(operator: Operator, node: SyntaxNode, source: Buffer): Fault[] {
  const { start, end } = rangeOf(node)
  const rest = /^\s*;/.exec(source.toString('utf8', end, end + 40))?.[0] ?? ''
  return [{ operator, start, end: end + rest.length, text: '{}' }]
}

/** A variable without its first value. */
function ofDeclaration(node: SyntaxNode): Fault[] {
  const value = node.initialValue as SyntaxNode | null | undefined
  const [declared] = childrenOf(node).filter(([role]) => role === 'declarations')
  if (!value || !declared) return []
  const many = (node.declarations as unknown[]).length > 1
  return many ? [] : [{ operator: 'delete', start: rangeOf(declared[1]).end, end: rangeOf(value).end, text: '' }]
}

/** Every fault that can be made at one node. */
export function faultsAt(node: SyntaxNode, place: Place): Fault[] {
  const { source, role, parent } = place
  switch (node.nodeType) {
    case 'BinaryOperation':
      return ofBinary(node, source)
    case 'Assignment':
      return ofAssignment(node, source)
    case 'UnaryOperation':
      return ofUnary(node, source)
    case 'Literal':
      return ofLiteral(node, place)
    case 'MemberAccess':
      return ofMember(node, place)
    case 'Conditional':
    case 'IfStatement':
    case 'WhileStatement':
      return ofCondition(node)
    case 'ExpressionStatement':
      return role === 'loopExpression' || role === 'initializationExpression' ? [] : ofStatement('delete', node, source)
    case 'RevertStatement':
    case 'EmitStatement':
      return ofStatement('delete', node, source)
    case 'VariableDeclarationStatement':
      return role === 'initializationExpression' ? [] : ofDeclaration(node)
    case 'Return':
      return node.expression ? ofStatement('return', node, source) : []
    case 'ModifierInvocation':
      return parent?.kind === 'constructor' ? [] : [whole('modifier', node, '')]
    default:
      return []
  }
}
