'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from './button'

/** The button that sends its form; it shows by itself that the form is on its way. */
export function SubmitButton({ pending, variant = 'primary', ...rest }: ButtonProps) {
  const form = useFormStatus()
  return <Button type="submit" variant={variant} {...rest} pending={pending || form.pending} />
}
