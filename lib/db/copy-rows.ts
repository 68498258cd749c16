/** Rows in the binary format of COPY: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format". */

/** A cell as its column's type is sent. */
export type Column = null | Uint8Array | { text: string } | { int4: number } | { int8: bigint } | { day: string }

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const END = Buffer.from([0xff, 0xff])
const CHUNK = 256 * 1024
/** Most rows end within it: what is handed on is seldom copied to make room. */
const SPARE = 16 * 1024
/** 1 January 2000: PostgreSQL counts days from there. */
const EPOCH_DAY = 10_957
const DAY_MS = 86_400_000
/** Of one UTF-16 unit in UTF-8. */
const MOST_BYTES = 3

/** Grows as rows are added and is handed on when it is large enough. */
export class CopyRows {
  private buffer = Buffer.allocUnsafe(CHUNK + SPARE)
  private length = 0

  static *chunks(rows: Iterable<readonly Column[]>): Generator<Uint8Array> {
    const copy = new CopyRows()
    copy.bytes(SIGNATURE)
    for (const row of rows) {
      copy.row(row)
      if (copy.length >= CHUNK) yield copy.taken()
    }
    copy.bytes(END)
    yield copy.taken()
  }

  private row(columns: readonly Column[]): void {
    this.room(2)
    this.length = this.buffer.writeInt16BE(columns.length, this.length)
    for (const column of columns) this.column(column)
  }

  private column(column: Column): void {
    if (column === null) this.int4(-1)
    else if (column instanceof Uint8Array) {
      this.int4(column.length)
      this.bytes(column)
    } else if ('text' in column) this.text(column.text)
    else if ('int4' in column) this.sized(column.int4)
    else if ('day' in column) this.sized(Date.parse(column.day) / DAY_MS - EPOCH_DAY)
    else {
      this.int4(8)
      this.room(8)
      this.length = this.buffer.writeBigInt64BE(column.int8, this.length)
    }
  }

  /** Its length goes before it, and is known only then. */
  private text(text: string): void {
    this.room(4 + MOST_BYTES * text.length)
    const bytes = this.buffer.write(text, this.length + 4)
    this.int4(bytes)
    this.length += bytes
  }

  private sized(value: number): void {
    this.int4(4)
    this.int4(value)
  }

  private int4(value: number): void {
    this.room(4)
    this.length = this.buffer.writeInt32BE(value, this.length)
  }

  private bytes(bytes: Uint8Array): void {
    this.room(bytes.length)
    this.buffer.set(bytes, this.length)
    this.length += bytes.length
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return
    const grown = Buffer.allocUnsafe(Math.max(2 * this.buffer.length, this.length + bytes))
    this.buffer.copy(grown, 0, 0, this.length)
    this.buffer = grown
  }

  private taken(): Uint8Array {
    const chunk = this.buffer.subarray(0, this.length)
    // The stream still holds what was handed on.
    this.buffer = Buffer.allocUnsafe(CHUNK + SPARE)
    this.length = 0
    return chunk
  }
}
