import type { ReactNode } from 'react'
import { SectionNav } from './section-nav'

/** The consumer's pages side by side. It authorises nothing: each page does. */
export default function ConsumerLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SectionNav />
      {children}
    </>
  )
}
