import { expect, it } from 'vitest'
import { withLiteralLengths } from './literal-lengths'

const arrayOf = (typeString: string, length: unknown) => ({
  nodeType: 'ArrayTypeName',
  length,
  typeDescriptions: { typeString },
})

it('writes the number in the place of a named length, and only there', () => {
  const named = arrayOf('Micro[3][6]', { nodeType: 'Identifier', name: 'PAYEES', src: '1:2:3' })
  const open = arrayOf('Micro[]', null)
  const [tree] = withLiteralLengths([{ named, open }]) as [{ named: unknown; open: unknown }]
  expect(tree.named).toMatchObject({ length: { nodeType: 'Literal', value: '6', hexValue: '36', src: '1:2:3' } })
  expect(tree.open).toEqual(open)
})

it('refuses to guess a length that the type does not tell', () => {
  expect(() => withLiteralLengths(arrayOf('Micro[]', { nodeType: 'Identifier' }))).toThrow('unknown length')
})
