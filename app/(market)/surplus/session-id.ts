/** A session's number as it stands in an address; null if it is none. The database keeps 63 bits. */
export function sessionIdOf(text: string): bigint | null {
  if (!/^[1-9]\d{0,18}$/.test(text)) return null
  const id = BigInt(text)
  return id >> 63n === 0n ? id : null
}
