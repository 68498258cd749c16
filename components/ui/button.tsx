import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { Spinner } from './spinner'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'medium' | 'small'

export interface ButtonLook {
  variant?: ButtonVariant
  size?: ButtonSize
  /** As wide as its container. */
  wide?: boolean
}

const VARIANT: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-deep',
  secondary: 'border-edge/60 bg-surface text-ink hover:border-edge hover:bg-sunken',
  quiet: 'border-transparent text-soft hover:bg-sunken hover:text-ink',
  danger: 'border-transparent bg-danger-fill text-on-accent hover:opacity-90',
}

/** Targets are 44 px tall on a phone, smaller only beside a mouse. */
const SIZE: Record<ButtonSize, string> = {
  medium: 'min-h-11 px-4 text-base sm:min-h-10 sm:text-sm',
  small: 'min-h-11 px-3 text-sm sm:min-h-8',
}

/** The classes of a button, for an element that has to be something else (a dialog's trigger, a summary). */
export function buttonClasses({ variant = 'secondary', size = 'medium', wide }: ButtonLook, extra?: string): string {
  return classes(
    'inline-flex select-none items-center justify-center gap-2 rounded-control border font-medium',
    'transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-60',
    VARIANT[variant],
    SIZE[size],
    wide && 'w-full',
    extra,
  )
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** The work this button started is running: it keeps its place and focus but cannot be pressed again. */
  pending?: boolean
  icon?: IconName
}

export function Button({ variant, size, wide, pending = false, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
      {...(pending && { onClick: undefined, type: 'button' })}
      className={buttonClasses({ variant, size, wide }, className)}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} size={18} />}
      {children}
    </button>
  )
}

export interface LinkButtonProps extends ComponentProps<typeof Link>, ButtonLook {
  icon?: IconName
  children: ReactNode
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ variant, size, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClasses({ variant, size, wide }, className)}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Link>
  )
}
