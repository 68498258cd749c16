/**
 * A copy of a text. Programs keep a part of a long text as a place in it: as long as somebody remembers the name of a meter,
 * the piece of the file where it stood would stay in memory.
 */
export function detached(text: string): string {
  return Array.from(text).join('')
}
