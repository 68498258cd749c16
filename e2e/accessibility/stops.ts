/** Runs inside the page: what Tab should reach, and what it finds there. Each function stands alone, as a page gets only its text. */

export interface Stop {
  /** Place in the order of the document; null for the page itself, -1 for a place that scrolls and holds nothing to press. */
  place: number | null
  name: string
  faults: string[]
}

declare global {
  interface Window {
    stops?: { count: number; look: () => Stop; unreachable: () => string[]; missed: (seen: number[]) => string[] }
  }
}

export function installStops(): void {
  const CANDIDATES = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'
  const PRESSABLE_BY_CODE = 'onClick'
  const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)}`
  const radioOut = (element: Element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
    const same = group.filter((one) => one.name === element.name && one.form === element.form)
    return same.some((one) => one.checked)
  }
  const tabbable = (element: HTMLElement) =>
    element.tabIndex >= 0 && !element.matches(':disabled') && !element.closest('[inert]') && shown(element)
  const expected = [...document.querySelectorAll<HTMLElement>(CANDIDATES)].filter(
    (element) => tabbable(element) && !radioOut(element),
  )

  /** Where a ring may be drawn: on the element, or around it when it is itself too small to see. */
  const carriers = (element: HTMLElement) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const around = [element.parentElement, element.parentElement?.parentElement, ...labels]
    const beside = [element.nextElementSibling, element.previousElementSibling]
    return [element, ...around, ...beside].filter((one) => one instanceof HTMLElement || one instanceof SVGElement)
  }
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
      getComputedStyle(element)
    const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`
    return [outline, boxShadow, borderColor, backgroundColor].join('|')
  }
  const before = new Map(expected.flatMap((element) => carriers(element).map((one) => [one, look(one)])))

  /** How many sides of a ring are cut away by what holds the element. */
  const cutSides = (element: Element) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(element)
    const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth)
    const box = element.getBoundingClientRect()
    let cut = 0
    const ring = { top: box.top - reach, left: box.left - reach, right: box.right + reach, bottom: box.bottom + reach }
    for (let holder = element.parentElement; holder; holder = holder.parentElement) {
      const style = getComputedStyle(holder)
      if (holder === document.body || holder === document.documentElement) break
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
      const edge = holder.getBoundingClientRect()
      const sides = [edge.top > ring.top, edge.left > ring.left, edge.right < ring.right, edge.bottom < ring.bottom]
      cut = Math.max(cut, sides.filter(Boolean).length)
    }
    return cut
  }

  const focusFaults = (element: HTMLElement): string[] => {
    const carrier = carriers(element).find((one) => shown(one) && before.has(one) && before.get(one) !== look(one))
    if (!carrier) return ['focus cannot be seen']
    const { outlineStyle, outlineWidth } = getComputedStyle(carrier)
    const ringed = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    if (!ringed && getComputedStyle(carrier).boxShadow === 'none') return ['focus has neither an outline nor a ring']
    return ringed && cutSides(carrier) > 1 ? [`${cutSides(carrier)} sides of its focus ring are cut off`] : []
  }

  const coverFaults = (element: HTMLElement): string[] => {
    const carrier = carriers(element).find((one) => one.getBoundingClientRect().width > 2) ?? element
    const boxes = [...carrier.getClientRects()]
    const seen = boxes.filter(({ top, bottom, left, right }) => {
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    })
    if (seen.length === 0) return ['focus is off the screen']
    const covers = seen.flatMap(({ left, right, top, bottom }) => {
      const places = [
        [(left + right) / 2, top + 2],
        [(left + right) / 2, bottom - 2],
        [left + 2, (top + bottom) / 2],
        [right - 2, (top + bottom) / 2],
      ] as const
      return places.map(([x, y]) => {
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null
        let top = document.elementFromPoint(x, y)
        if (!top || carrier.contains(top) || top.contains(carrier)) return null
        while (top && !/fixed|sticky/.test(getComputedStyle(top).position)) top = top.parentElement
        return top && !top.contains(carrier) ? name(top) : null
      })
    })
    const tall = carrier.getBoundingClientRect().height > innerHeight / 2
    const covered = tall ? covers.every(Boolean) : covers.some(Boolean)
    return covered ? [`focus is behind ${covers.find(Boolean)}`] : []
  }

  window.stops = {
    count: expected.length,
    look() {
      // Even the blink that is left of a transition takes a frame.
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
      const element = document.activeElement
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
        return { place: null, name: 'the page', faults: [] }
      const place = expected.indexOf(element as HTMLElement)
      const here = element as HTMLElement
      const faults = place < 0 ? [] : [...focusFaults(here), ...coverFaults(here)]
      return { place, name: name(element), faults }
    },
    unreachable() {
      const reached = (element: Element) =>
        expected.some((one) => one === element || one.contains(element) || element.contains(one)) ||
        Boolean(element.closest('label, [inert], [tabindex="-1"]:not(main), :disabled, input[type="radio"], select'))
      return [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => shown(element) && !reached(element))
        .filter((element) => {
          const props = Object.entries(element).find(([key]) => key.startsWith('__reactProps$'))?.[1] as object
          const byHand = getComputedStyle(element).cursor === 'pointer'
          return byHand || (props && PRESSABLE_BY_CODE in props)
        })
        .map((element) => `can be pressed but not reached with Tab: ${name(element)}`)
    },
    missed: (seen) =>
      expected.flatMap((element, place) => (seen.includes(place) ? [] : [`Tab never comes to ${name(element)}`])),
  }
}
