/** Why a line of a meter file cannot be used. The sentence is the message `fileFaults.<name>`, in both languages. */
export interface FileFault {
  name: string
  facts: Readonly<Record<string, string | number>>
  /** From 1; null if it is about the file as a whole. */
  line: number | null
}
