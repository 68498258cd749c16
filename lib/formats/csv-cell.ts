/** A cell of a file that people open in a spreadsheet. */

/** A spreadsheet takes a text that begins so for a formula, which may send what else is in the sheet to a stranger. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[",;\t\r\n]/

/** For texts that come from people or files. Numbers written by this program need none of it. */
export function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
