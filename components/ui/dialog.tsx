'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './button'
import { Icon } from './icon'

export interface DialogProps {
  /** The words on the button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode
  triggerLook?: ButtonLook
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** Buttons at the foot; on a phone they fill the width. */
  actions?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** A decision that must not be lost by a click beside it. */
  persistent?: boolean
}

/** A sheet from the bottom edge on a phone, a centred window elsewhere. Escape closes it and focus returns. */
export function Dialog(props: DialogProps) {
  const { trigger, triggerLook = {}, title, description, children, actions, open, onOpenChange, persistent } = props
  const t = useTranslations('ui')
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={persistent}>
      {trigger && <Base.Trigger className={buttonClasses(triggerLook)}>{trigger}</Base.Trigger>}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className="float fixed inset-x-0 bottom-0 z-50 flex max-h-[90dvh] flex-col rounded-b-none transition duration-200 ease-out
            data-ending-style:translate-y-6 data-ending-style:opacity-0 data-starting-style:translate-y-6 data-starting-style:opacity-0
            sm:inset-0 sm:m-auto sm:h-fit sm:w-[min(32rem,calc(100vw-3rem))] sm:rounded-card"
        >
          <header className="flex items-start justify-between gap-4 px-4 pt-4 sm:px-6 sm:pt-5">
            <Base.Title className="text-lg font-semibold tracking-tight">{title}</Base.Title>
            <Base.Close
              aria-label={t('close')}
              className="-mt-2 -mr-2 grid size-11 place-items-center rounded-control text-quiet hover:bg-sunken hover:text-ink sm:-mt-1 sm:size-9"
            >
              <Icon name="close" />
            </Base.Close>
          </header>
          <div className="min-h-0 overflow-y-auto px-4 pt-2 pb-6 sm:px-6">
            {description && <Base.Description className="text-sm text-soft">{description}</Base.Description>}
            {children && <div className="mt-4">{children}</div>}
          </div>
          {actions && (
            <footer className="flex flex-col-reverse gap-2 border-t border-line px-4 py-4 sm:flex-row sm:justify-end sm:px-6">
              {actions}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
