import type { Page } from '@playwright/test'

declare global {
  interface Window {
    moved?: string[]
  }
}

/** Notes what moves for longer than a blink from now on, although the visitor asked for less motion. */
export async function watchMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const moved = (window.moved = [] as string[])
    const BLINK_MS = 1
    const look = (animations: Animation[]) => {
      for (const animation of animations) {
        const effect = animation.effect
        const { duration, iterations } = effect?.getComputedTiming() ?? {}
        const target = effect instanceof KeyframeEffect ? effect.target : null
        if (Number(duration) <= BLINK_MS && iterations === 1) continue
        moved.push(`${animation.constructor.name} of ${duration} ms on ${target?.outerHTML.slice(0, 120)}`)
      }
    }
    for (const kind of ['animationstart', 'transitionrun'])
      document.addEventListener(kind, ({ target }) => target instanceof Element && look(target.getAnimations()), true)
    document.addEventListener('DOMContentLoaded', () => look(document.getAnimations()))
  })
}

export async function motions(page: Page): Promise<string[]> {
  const moved = await page.evaluate(() => window.moved)
  if (!moved) throw new Error('motion is not watched on this page')
  return [...new Set(moved)].map((what) => `moves although less motion is asked for: ${what}`)
}
