/** Looks at the camera's pictures and gives the text of every code in them, until somebody has seen enough. No picture is kept or sent. */
import decodeQr from 'qr/decode.js';
import { failed, ok, type Result } from '../../domain/result.ts';

export type WatchFailure = { readonly type: 'no-camera' } | { readonly type: 'stopped' };

export interface Watching {
  readonly video: HTMLVideoElement;
  readonly gone: AbortSignal;
  /** Milliseconds between two looks, so that a slow phone can draw. */
  readonly every: number;
  /** Of the square that is looked at: more pixels show finer codes, and take longer. */
  readonly side: number;
  /** What a picture said; the answer ends the watching. */
  readonly seen: (text: string) => boolean | Promise<boolean>;
}

/** The square in the middle, as it is shown: what lies outside it would only cost time. */
const codeIn = ({ video, side }: Watching, canvas: HTMLCanvasElement): string | null => {
  const { videoWidth, videoHeight } = video;
  const shown = Math.min(videoWidth, videoHeight);
  if (shown === 0) return null;
  const drawn = Math.min(side, shown);
  canvas.width = drawn;
  canvas.height = drawn;
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) return null;
  drawing.drawImage(video, (videoWidth - shown) / 2, (videoHeight - shown) / 2, shown, shown, 0, 0, drawn, drawn);
  try {
    return decodeQr(drawing.getImageData(0, 0, drawn, drawn));
  } catch {
    // No code in this picture; the decoder throws for that.
    return null;
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const watchCamera = async (watching: Watching): Promise<Result<void, WatchFailure>> => {
  const { video, gone, every, seen, side } = watching;
  const wished = { facingMode: 'environment', width: { ideal: side * 2 }, height: { ideal: side } };
  const stream = await navigator.mediaDevices?.getUserMedia({ video: wished }).catch(() => null);
  if (!stream) return failed({ type: 'no-camera' });
  const canvas = document.createElement('canvas');
  try {
    video.srcObject = stream;
    await video.play();
    while (!gone.aborted) {
      const text = codeIn(watching, canvas);
      if (text !== null && (await seen(text))) return ok(undefined);
      await pause(every);
    }
    return failed({ type: 'stopped' });
  } catch {
    return failed({ type: 'no-camera' });
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
};
