/** The checks themselves: each finds what it is for on a page made for it, and nothing on a page without a fault. */
import { expect, test, type Page } from '@playwright/test'
import { barriers, COLOUR_RULES, NARROW_RULES } from './barriers'
import { chartFaults } from './charts'
import { motions, watchMotion } from './motion'
import { pageFacts } from './page-facts'
import { overflows } from './reflow'
import { walkFaults } from './walk'

const ADDRESS = 'http://page.test/'
const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bills · Switchyard</title>
<style>:focus-visible { outline: 2px solid #075985 } body, figure { margin: 0 } body { font: 16px sans-serif } .skip { position: fixed; z-index: 9; left: -999px }
.skip:focus { left: 0 } header { position: sticky; top: 0; height: 60px; background: #fff } html { scroll-padding-top: 80px }</style>`
const FRAME = `<a class="skip" href="#content">Skip to the content</a><header><a href="/">Home</a></header>`

async function show(page: Page, main: string, head = HEAD): Promise<void> {
  const body = `${head}<body>${FRAME}<main id="content" tabindex="-1"><h1>Bills</h1>${main}</main></body></html>`
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(ADDRESS)
}

const SOUND = `<h2>May</h2><p><a href="#a">Bill of May</a></p><p><button>Show</button></p>
<fieldset><legend>Order</legend><label><input type="radio" name="o" checked>New</label> <label><input type="radio" name="o">Old</label></fieldset>
<p><label>Day <input type="date"></label></p><figure><svg aria-hidden="true" width="300" height="90"></svg><figcaption>Use (kWh)</figcaption>
<table><caption>Use</caption><tr><th scope="col">May</th></tr><tr><td>3 kWh</td></tr></table></figure>`

test('a page without a fault passes every check', async ({ page }) => {
  await watchMotion(page)
  await show(page, SOUND)
  expect((await pageFacts(page, 'en')).findings).toEqual([])
  expect(await chartFaults(page)).toEqual([])
  expect(await walkFaults(page)).toEqual([])
  expect(await motions(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await overflows(page)).toEqual([])
})

test('axe looks for small targets, pale words and places that only a mouse can scroll', async ({ page }) => {
  const small = `<button style="width:12px;height:12px;padding:0;border:0" aria-label="A"></button>`
  const pale = '<p style="color:#bbb">Pale</p>'
  const scrolls = `<div style="height:60px;overflow:auto">${'<p>Line</p>'.repeat(20)}</div>`
  await show(page, `${small}${small}${pale}${scrolls}`)
  const all = (await barriers(page)).join('\n')
  for (const rule of ['target-size', 'color-contrast']) expect(all).toContain(rule)
  expect((await barriers(page, COLOUR_RULES)).join()).toContain('color-contrast')
  expect((await barriers(page, NARROW_RULES)).join()).toContain('target-size')
})

test('a page in another language, with two titles or a skipped level is found', async ({ page }) => {
  await show(page, '<h1>Again</h1><h3>Too deep</h3>')
  expect((await pageFacts(page, 'zh-Hans')).findings).toEqual([
    expect.stringContaining('“en”'),
    '2 headings of level 1',
    'heading “Too deep” skips to level 3',
  ])
})

test('motion that was asked not to be is found', async ({ page }) => {
  await watchMotion(page)
  await show(
    page,
    '<style>@keyframes turn { to { rotate: 1turn } }</style><p style="animation: turn 2s infinite">Wait</p>',
  )
  await expect.poll(() => motions(page)).toEqual([expect.stringContaining('of 2000 ms')])
})

test('what is wider than a narrow window is found, even where it is clipped', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await show(page, '<p style="width:500px">Wide</p>')
  expect((await overflows(page))[0]).toContain('the page scrolls sideways by 180 px')
  await show(page, '<div style="overflow:hidden"><p style="margin-left:400px">Clipped</p></div>')
  expect(await overflows(page)).toEqual([expect.stringContaining('text beyond the edge')])
  await show(page, '<div style="overflow:auto"><p style="width:500px">Scrolled</p></div>')
  expect(await overflows(page)).toEqual([expect.stringContaining('has to be scrolled sideways')])
})

test('a row of links that hides where one is, is found', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const link = (name: string, more = '') =>
    `<li><a href="#${name}" ${more} style="display:block;width:200px">${name}</a>`
  const row = (links: string) =>
    `<nav><ul style="display:flex;overflow-x:auto;padding:0;list-style:none">${links}</ul></nav>`
  await show(page, row(link('Bills') + link('Notices', 'aria-current="page"')))
  expect(await overflows(page)).toEqual([expect.stringContaining('the link to this page is out of sight')])
})

test('a picture without a table or a unit is found', async ({ page }) => {
  await show(
    page,
    '<figure><svg aria-hidden="true" width="300" height="90"></svg><figcaption>Use</figcaption></figure>',
  )
  const faults = (await chartFaults(page)).join('\n')
  expect(faults).toContain('without its figures in a table')
  expect(faults).toContain('without a unit')
})

const WALKS: [name: string, main: string, fault: RegExp][] = [
  ['a focus that cannot be seen', '<button style="outline:0">Show</button>', /focus cannot be seen/],
  [
    'a focus that only changes a colour',
    '<style>.b:focus{outline:0;background:#eee}</style><button class="b">Show</button>',
    /neither/,
  ],
  [
    'a focus ring that is cut off',
    '<p style="overflow:hidden;width:80px"><button style="width:80px">Show</button></p>',
    /cut off/,
  ],
  [
    'a focus behind a bar that stays',
    '<style>footer{position:fixed;bottom:0;height:90px;width:100%;background:#fff}</style><div style="height:160vh"></div><button>Show</button><footer>Bar</footer>',
    /focus is behind <footer>/,
  ],
  ['a focus off the screen', '<button style="position:absolute;left:-999px">Show</button>', /off the screen/],
  ['an order of its own', '<a href="#a">First</a> <a href="#b" tabindex="2">Second</a>', /Tab goes back/],
  ['a part that only a mouse can press', '<p style="cursor:pointer">Show</p>', /not reached with Tab/],
  [
    'a trap',
    `<button id="t">Show</button><script>t.onkeydown = (event) => event.key === 'Tab' && event.preventDefault()</script>`,
    /Tab does not leave/,
  ],
]
for (const [name, main, fault] of WALKS) {
  test(`${name} is found on the way through the page`, async ({ page }) => {
    await show(page, main)
    expect((await walkFaults(page)).join('\n')).toMatch(fault)
  })
}

test('a first stop that leads nowhere is found', async ({ page }) => {
  await show(page, '<a href="#a">Bill</a>', HEAD.replace('</style>', 'main { display: contents }</style>'))
  await page.evaluate(() => document.querySelector('main')?.removeAttribute('tabindex'))
  expect(await walkFaults(page)).toContain('the first stop does not lead to the content')
})
