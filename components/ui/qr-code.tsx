import encodeQR from 'qr'

export interface QrCodeProps {
  text: string
  /** What it holds, for who cannot see it. */
  label: string
}

/** Light around it, as wide as readers want it. */
const BORDER = 4

/** A QR code as a drawing: dark on light in any theme, since many readers take nothing else, and sharp on paper. */
export function QrCode({ text, label }: QrCodeProps) {
  const rows = qrRows(text)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className="h-auto w-full rounded-control"
      style={{ background: '#fff' }}
    >
      <path d={rows.map(darkIn).join('')} fill="#000" />
    </svg>
  )
}

/** Row by row, whether a square is dark. */
export function qrRows(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
}

/** Runs of dark squares, each as one bar. */
export function darkIn(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`
  }
  return path
}
