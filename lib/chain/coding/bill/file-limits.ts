/** What a page has to know of bill files before what reads them is loaded. */

/** Of text. A bill that closes a year and was made again twelve times takes 60,000. */
export const LONGEST_BILL_FILE = 512 * 1024
