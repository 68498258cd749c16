/** The facts of a refusal are named as the arguments of the contract's error of the same name. */
export type Refusal = { name: string; facts: Record<string, bigint | string> }

export type Decision<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export function ok<T>(value: T): Decision<T> {
  return { ok: true, value }
}

export function refuse(name: string, facts: Refusal['facts'] = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { name, facts } }
}
