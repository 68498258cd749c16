/** What the QR code in a picture says. The browser's own reader where it has one, else one that is loaded with the page: no network. */
import decodeQR, { BarcodeDetector as OwnDetector } from 'qr/decode.js'

export interface QrReader {
  detect: (image: ImageBitmapSource) => Promise<{ rawValue: string }[]>
}

interface NativeDetector {
  new (options: { formats: string[] }): QrReader
  getSupportedFormats: () => Promise<string[]>
}

/** For the pictures of a camera, many a second. */
export async function cameraReader(): Promise<QrReader> {
  const native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector
  const formats = await native?.getSupportedFormats().catch((): string[] => [])
  return native && formats?.includes('qr_code')
    ? new native({ formats: ['qr_code'] })
    : new OwnDetector({ formats: ['qr_code'] })
}

/** Larger pictures say no more, and take longer. */
const LARGEST_SIDE = 2_000
const PATIENCE_MS = 4_000

/** Null if there is no code in it, or it is no picture. */
export async function qrInPicture(file: Blob): Promise<string | null> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height))
    const [width, height] = [Math.ceil(picture.width * scale), Math.ceil(picture.height * scale)]
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) return null
    context.drawImage(picture, 0, 0, width, height)
    return decodeQR(context.getImageData(0, 0, width, height), { effort: Infinity, timeLimit: PATIENCE_MS })
  } catch {
    // The reader throws where it finds none; what is no picture ends here too. Either way there is no code.
    return null
  }
}
