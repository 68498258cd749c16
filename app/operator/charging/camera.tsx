'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { cameraReader } from './read-qr'

const LOOK_EVERY_MS = 200

export interface CameraProps {
  onText: (text: string) => void
  onClose: () => void
}

/** Looks through the camera until it sees a QR code. The pictures stay on the device. */
export function Camera({ onText, onClose }: CameraProps) {
  const t = useTranslations('charging.scan')
  const video = useRef<HTMLVideoElement>(null)
  const [isBarred, setBarred] = useState(false)
  const found = useRef(onText)
  useEffect(() => {
    found.current = onText
  })
  useEffect(() => {
    const element = video.current
    if (!element) return
    const watch = watchCamera(element, (text) => found.current(text))
    watch.started.catch(() => setBarred(true))
    return watch.stop
  }, [])
  if (isBarred)
    return (
      <Callout tone="warning" title={t('noCamera')} todo={<Button onClick={onClose}>{t('close')}</Button>} live>
        {t('noCameraMeaning')}
      </Callout>
    )
  return (
    <div className="space-y-3">
      <video
        ref={video}
        muted
        playsInline
        aria-label={t('picture')}
        className="aspect-square w-full max-w-96 rounded-card bg-sunken object-cover"
      />
      <p role="status" className="text-sm text-quiet">
        {t('looking')}
      </p>
      <Button onClick={onClose}>{t('close')}</Button>
    </div>
  )
}

function watchCamera(video: HTMLVideoElement, onText: (text: string) => void) {
  let isOver = false
  let stream: MediaStream | null = null
  const started = (async () => {
    // Undefined where the page does not come over a safe connection.
    if (!navigator.mediaDevices) throw new Error('no camera')
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (isOver) return stop()
    video.srcObject = stream
    await video.play()
    const reader = await cameraReader()
    while (!isOver) {
      const [code] = video.videoWidth > 0 ? await reader.detect(video) : []
      if (code && !isOver) return onText(code.rawValue)
      await new Promise((next) => setTimeout(next, LOOK_EVERY_MS))
    }
  })()
  function stop() {
    isOver = true
    stream?.getTracks().forEach((track) => track.stop())
  }
  return { started, stop }
}
