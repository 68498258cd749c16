/** What comes before the root of an XML file. A document type is found where it begins, whatever length it would have. */

const MOST = 65_536

export class Prolog {
  private text: string | null = ''

  /** Of the file so far, and this text after it. */
  holdsDoctype(text: string): boolean {
    if (this.text === null) return false
    this.text += text
    const next = afterRemarks(this.text)
    const found = this.text.startsWith('<!DOCTYPE', next)
    // A tag, or more than anyone has to say before one: the parser sees to the rest.
    if (/^<[^!?]/.test(this.text.slice(next, next + 2)) || this.text.length > MOST) this.text = null
    return found
  }
}

/** Where the first thing begins that is no blank, comment or instruction that ends in this text. */
function afterRemarks(text: string): number {
  for (let at = 0; ; ) {
    const begin = text.indexOf('<', at)
    if (begin < 0) return text.length
    const end = text.startsWith('<!--', begin) ? '-->' : text.startsWith('<?', begin) ? '?>' : null
    const found = end === null ? -1 : text.indexOf(end, begin + 2)
    if (end === null || found < 0) return begin
    at = found + end.length
  }
}
