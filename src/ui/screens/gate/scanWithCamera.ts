/** Looks at the camera's pictures until one holds a code. Loaded only when somebody scans; no picture is kept or sent. */
import { failed, ok, type Result } from '../../../domain/result.ts';
import { type WatchFailure, watchCamera } from '../../camera/watchCamera.ts';

const lookEvery = 120;
/** Enough for a code on another screen, and quick on a slow phone. */
const pictureSide = 640;

export const scanWithCamera = async (video: HTMLVideoElement, gone: AbortSignal): Promise<Result<string, WatchFailure>> => {
  let found: string | null = null;
  const seen = (text: string): boolean => {
    found = text;
    return true;
  };
  const watched = await watchCamera({ video, gone, every: lookEvery, side: pictureSide, seen });
  if (!watched.ok) return watched;
  return found === null ? failed({ type: 'stopped' }) : ok(found);
};
