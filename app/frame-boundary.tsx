'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { Component, startTransition, type ReactNode } from 'react'
import ErrorPage from './error'

interface FrameBoundaryState {
  failure: { error: unknown } | null
}

/**
 * A surprise in the frame around every page, such as a database that is away, is said in the frame's place: in the visitor's
 * language and colours. `catchError` of Next.js does the same, and brings the error page of its other router into every page.
 */
export class FrameBoundary extends Component<{ children: ReactNode }, FrameBoundaryState> {
  override state: FrameBoundaryState = { failure: null }

  static getDerivedStateFromError(error: unknown): FrameBoundaryState {
    // A redirect, and a page that is not found, are for boundaries further out.
    unstable_rethrow(error)
    return { failure: { error } }
  }

  readonly forget = () => this.setState({ failure: null })

  override render() {
    const { failure } = this.state
    return failure ? <FrameFailure error={failure.error} onRetry={this.forget} /> : this.props.children
  }
}

function FrameFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const router = useRouter()
  function retry() {
    startTransition(() => {
      router.refresh()
      onRetry()
    })
  }
  return (
    <main className="mx-auto w-full max-w-page px-4 py-6 sm:px-6">
      <ErrorPage error={error} retry={retry} />
    </main>
  )
}
