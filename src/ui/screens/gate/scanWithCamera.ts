/** Looks at the camera's pictures until one holds a code. Loaded only when somebody scans; no picture is kept or sent. */
import decodeQr from 'qr/decode.js';
import { failed, ok, type Result } from '../../../domain/result.ts';

export type ScanFailure = { readonly type: 'no-camera' } | { readonly type: 'stopped' };

const lookEvery = 120;
/** Enough for a code on another screen, and quick on a slow phone. */
const pictureWidth = 640;

const findCode = (video: HTMLVideoElement, canvas: HTMLCanvasElement): string | null => {
  if (video.videoWidth === 0) return null;
  canvas.width = Math.min(pictureWidth, video.videoWidth);
  canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) return null;
  drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQr(drawing.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    // No code in this picture; the decoder throws for that.
    return null;
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const scanWithCamera = async (video: HTMLVideoElement, gone: AbortSignal): Promise<Result<string, ScanFailure>> => {
  const stream = await navigator.mediaDevices?.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => null);
  if (!stream) return failed({ type: 'no-camera' });
  const canvas = document.createElement('canvas');
  try {
    video.srcObject = stream;
    await video.play();
    while (!gone.aborted) {
      const text = findCode(video, canvas);
      if (text !== null) return ok(text);
      await pause(lookEvery);
    }
    return failed({ type: 'stopped' });
  } catch {
    return failed({ type: 'no-camera' });
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
};
