/**
 * What a page can be read without waits until it is seen (docs/decisions/039-first-paint.md): the letters of the house, for
 * which a font of the machine of the same measure stands in, and the layout of what is below the first screen (`later`).
 * Named by a style sheet, a font still to come makes the first layout half as long again.
 */
const FAMILY = 'Geist'
/** Kept by browsers for good (`next.config.ts`): another file gets another name. */
const FILE = '/fonts/geist-latin-5.3.0.woff2'

/** Both at once: one more layout, not two. The page is whole with the letters, or when they are known not to come. */
const SCRIPT = `{
  const letters = new FontFace('${FAMILY}', 'url(${FILE})', { weight: '100 900' })
  const whole = () => document.documentElement.removeAttribute('data-loading')
  requestAnimationFrame(() => setTimeout(() => letters.load().then(() => document.fonts.add(letters)).then(whole, whole)))
}`

export function AfterFirstPaint() {
  return <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}
