'use client'

import { Button } from '@/components/ui/button'

/** Opens the browser's print dialog, where a bill can be saved as PDF too. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()} className="print:hidden">
      {label}
    </Button>
  )
}
