// Reads the settings the way the web app and the worker will, so that a wrong one is named before anything starts.
import { loadEnv } from '@/lib/env'

export function checkEnv(): void {
  loadEnv()
}
