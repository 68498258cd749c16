/**
 * Slither 0.11 reads the lengths of arrays before the constants of a file, and fails on `Micro[PAYEES]`. The compiler has worked
 * the length out: it is the last number in the name of the array's type.
 */
export function withLiteralLengths(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withLiteralLengths)
  if (typeof node !== 'object' || node === null) return node
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withLiteralLengths(value)]),
  )
  const { nodeType, length, typeDescriptions } = copy as Partial<ArrayTypeName>
  if (nodeType !== 'ArrayTypeName' || length?.nodeType !== 'Identifier') return copy
  const value = /\[(\d+)\][^[]*$/.exec(typeDescriptions?.typeString ?? '')?.[1]
  if (!value) throw new Error(`An array of unknown length: ${typeDescriptions?.typeString}`)
  return {
    ...copy,
    length: {
      ...length,
      nodeType: 'Literal',
      kind: 'number',
      value,
      hexValue: Buffer.from(value).toString('hex'),
      typeDescriptions: { typeIdentifier: `t_rational_${value}_by_1`, typeString: `int_const ${value}` },
    },
  }
}

/** A part of the syntax tree, as the compiler writes it. */
interface ArrayTypeName {
  nodeType: string
  length: { nodeType: string } | null
  typeDescriptions: { typeString: string }
}
