/** How wide the labels of an axis are, and how many of them there is room for, without a picture to measure them in. */

const DIGIT_PX = 7.5
/** With the little by which it stands apart from figures. */
const HAN_PX = 14
const FIRST_HAN = 0x2e80
const LEAST_GAP_PX = 12

/** Of text at 12 pixels, never less than it takes. */
export function labelWidth(text: string): number {
  return Math.ceil(
    [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < FIRST_HAN ? DIGIT_PX : HAN_PX), 0),
  )
}

/** Every how many-th label is shown, so that they keep apart on an axis of this width; those at its ends are moved inside it. */
export function labelStep(labels: readonly string[], width: number): number {
  const pitch = width / Math.max(1, labels.length)
  const label = Math.max(0, ...labels.map(labelWidth))
  const moved = Math.max(0, (label - pitch) / 2)
  return Math.max(1, Math.ceil((label + Math.max(LEAST_GAP_PX, moved)) / pitch))
}
