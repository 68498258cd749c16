import localFont from 'next/font/local'

// As the package `geist` has them, but not ahead of the page: its words are read in a font of the machine, of the same measure,
// until this one has come. Ahead of it they are half as many bytes again on a slow network, before anything is seen.
const sans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  preload: false,
})

export const fontVariables = sans.variable
