'use client'

import { useEffect } from 'react'

/**
 * A surprise outside `FrameBoundary`, where language, theme and fonts are made up: they may be what failed, so nothing here
 * depends on them. Both languages, and the browser's own look. Without it every page ships the larger one of Next.js.
 */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => console.error(error), [error])
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <body
        style={{ font: '1rem/1.5 system-ui, sans-serif', maxWidth: '40rem', margin: '0 auto', padding: '4rem 1rem' }}
      >
        <title>Switchyard</title>
        <h1 style={{ fontSize: '1.75rem', lineHeight: 1.25 }}>Switchyard cannot be shown right now</h1>
        <p>
          Something went wrong on our side. Your agreement and your balance are as they were. Try again in a moment.
        </p>
        <p lang="zh-Hans">我们这边出了问题，暂时无法显示页面。您的合同与余额保持原样，请稍后再试。</p>
        {digest && <p>Reference 参考编号: {digest}</p>}
        <button type="button" onClick={retry} style={{ font: 'inherit', minHeight: '2.75rem', padding: '0 1rem' }}>
          Try again 重试
        </button>
      </body>
    </html>
  )
}
