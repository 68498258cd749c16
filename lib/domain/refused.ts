/**
 * Input that cannot be priced as it stands, refused by name: what is wrong, where, and what to do. For long readings of
 * files, where a Decision would have to be handed up through every row.
 */
export interface RefusedBecause {
  what: string
  todo: string
  /** The instant it is about (UTC seconds), if it is about one. */
  at?: number
  /** Where in a file it stands. */
  file?: string
  line?: number
}

export class Refused extends RangeError {
  constructor(
    override readonly name: string,
    readonly because: RefusedBecause,
  ) {
    const { what, todo, file, line } = because
    const place = [file, line === undefined ? undefined : `line ${line}`].filter(Boolean).join(', ')
    super(`${name}: ${place ? `${place}: ` : ''}${what}. ${todo}`)
  }
}
