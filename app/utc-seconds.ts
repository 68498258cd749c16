/** Now, as the domain takes it. Asked once for a page, so that all of it speaks of the same instant. */
export function utcSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
