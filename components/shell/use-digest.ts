import { useEffect } from 'react'

/** Writes a surprise to the console. @returns its digest, which finds the entry in the server's log; null if it has none. */
export function useDigest(error: unknown): string | null {
  useEffect(() => console.error(error), [error])
  return error instanceof Error && 'digest' in error ? String(error.digest) : null
}
