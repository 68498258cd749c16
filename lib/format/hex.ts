/** The ends of a long hexadecimal name, enough to recognise it: "0x1234…abcd". */
export function shortHex(hex: string): string {
  return hex.length <= 13 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`
}
