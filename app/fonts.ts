import { GeistSans } from 'geist/font/sans'
import localFont from 'next/font/local'

// As geist/font/mono has it, but fetched only where an address or a hash is shown: nobody waits for it to read a page.
const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
})

export const fontVariables = `${GeistSans.variable} ${mono.variable}`
