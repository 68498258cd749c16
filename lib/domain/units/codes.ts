/** On chain an enum value is the position of its name. */

export function codeOf<Name extends string>(names: readonly Name[], name: Name): number {
  const code = names.indexOf(name)
  if (code < 0) throw new RangeError(`no code for ${name}`)
  return code
}

export function nameOf<Name extends string>(names: readonly Name[], code: number | bigint): Name {
  const name = names[Number(code)]
  if (name === undefined) throw new RangeError(`no name for code ${code}`)
  return name
}
