'use client'

import { useSyncExternalStore } from 'react'
import { CompareStore, FIRST_STATE, type CompareState } from './compare-store'
import { compareWorker, type WorkerClient } from './worker/client'

let worker: WorkerClient | undefined
let store: CompareStore | undefined

/** One for the tab; the worker starts with the first question. */
export function compareClient(): WorkerClient {
  return (worker ??= compareWorker())
}

export function compareStore(): CompareStore {
  return (store ??= new CompareStore(compareClient()))
}

const onServer = () => FIRST_STATE

export function useCompare(): CompareState {
  return useSyncExternalStore(
    (listener) => compareStore().subscribe(listener),
    () => compareStore().now(),
    onServer,
  )
}
