import type { ReactNode } from 'react'
import { seriesColour } from './legend'

export interface Share {
  key: string
  label: ReactNode
  /** Size in the smallest unit; the parts are drawn in proportion. */
  value: bigint
  /** The same, written for people. */
  text: ReactNode
}

/** What a whole is made of: one bar, and a list that says it in figures. Draws nothing for a whole of zero. */
export function ShareBar({ shares }: { shares: Share[] }) {
  const whole = shares.reduce((sum, share) => sum + share.value, 0n)
  return (
    <div>
      {whole > 0n && (
        <div aria-hidden="true" className="flex h-3 gap-0.5 overflow-hidden rounded-full">
          {shares.map(
            (share, index) =>
              share.value > 0n && (
                <span
                  key={share.key}
                  className="min-w-0.5"
                  style={{
                    background: seriesColour(index),
                    width: `${Number((share.value * 10_000n) / whole) / 100}%`,
                  }}
                />
              ),
          )}
        </div>
      )}
      <ul className="mt-4 space-y-2 text-sm">
        {shares.map((share, index) => (
          <li key={share.key} className="flex items-baseline justify-between gap-4">
            <span className="flex items-baseline gap-2">
              <span aria-hidden="true" className="size-2.5 rounded-[3px]" style={{ background: seriesColour(index) }} />
              {share.label}
            </span>
            <span className="figure">{share.text}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
