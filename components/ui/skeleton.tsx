import { classes } from './classes'

/** The grey shape of something on its way. Give it the height of what it stands for, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      data-loading
      className={classes('animate-pulse rounded-control bg-sunken', className ?? 'h-5 w-full')}
    />
  )
}
