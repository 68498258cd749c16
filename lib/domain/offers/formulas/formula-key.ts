/** The name in addresses, rows and files: TimeOfUse is time-of-use. */
export function formulaKey(formula: string): string {
  return formula.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}
