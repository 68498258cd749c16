import 'server-only'
import { formGiven } from '@/app/form-given'
import { env } from '@/lib/env'
import { FormReader } from './form-reader'

/** Times in a form are of the market's clock. */
export const readerOf = (form: FormData): FormReader => new FormReader(formGiven(form), env.marketTimeZone)
