/** A pretended microphone and a pretended loudspeaker: what the screens ask of the browser, and whether the microphone is closed again. */
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

export interface PretendedSound {
  /** Microphones opened so far; `open` counts those that nobody closed. */
  readonly microphones: () => { readonly opened: number; readonly open: number };
  readonly refuse: (name: string | null) => void;
  /** What has been sent to the loudspeaker, in bytes; the newest last. */
  readonly played: readonly number[];
  readonly sounding: () => boolean;
  /** The sound comes to its end. */
  readonly end: () => Promise<void>;
}

const bytesRead = 9_000;

export const pretendSound = (seconds = 3): PretendedSound => {
  const tracks: { stopped: boolean; stop: () => void }[] = [];
  const played: number[] = [];
  let refused: string | null = null;
  let sounding: { onended: (() => void) | null } | null = null;

  const getUserMedia = async () => {
    if (refused !== null) throw new DOMException('no', refused);
    const track = {
      stopped: false,
      stop: () => {
        track.stopped = true;
      },
    };
    tracks.push(track);
    return { getTracks: () => [track] };
  };
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { mediaDevices: { getUserMedia } }));

  class PretendedRecorder {
    static isTypeSupported = (mime: string) => mime.includes('webm');
    state = 'inactive';
    mimeType = 'audio/webm;codecs=opus';
    ondataavailable: ((event: { data: Blob }) => void) | null = null;
    onstop: (() => void) | null = null;
    start() {
      this.state = 'recording';
    }
    stop() {
      this.state = 'inactive';
      this.ondataavailable?.({ data: new Blob([new Uint8Array(bytesRead).fill(7)]) });
      this.onstop?.();
    }
  }
  vi.stubGlobal('MediaRecorder', PretendedRecorder);

  class PretendedContext {
    state = 'running';
    destination = {};
    onstatechange: (() => void) | null = null;
    decodeAudioData = async (bytes: ArrayBuffer) => {
      if (bytes.byteLength < 100) throw new DOMException('no sound', 'EncodingError');
      return { duration: seconds, bytes: bytes.byteLength };
    };
    createBufferSource() {
      const source = {
        buffer: null as { bytes: number } | null,
        onended: null as (() => void) | null,
        connect: () => undefined,
        start: () => {
          played.push(source.buffer?.bytes ?? 0);
          sounding = source;
        },
      };
      return source;
    }
    createAnalyser = () => ({ fftSize: 1024, getByteTimeDomainData: (into: Uint8Array) => into.fill(160) });
    createMediaStreamSource = () => ({ connect: () => undefined });
    resume = async () => undefined;
    close = async () => {
      this.state = 'closed';
      sounding = null;
      this.onstatechange?.();
    };
  }
  vi.stubGlobal('AudioContext', PretendedContext);
  vi.stubGlobal('OfflineAudioContext', PretendedContext);

  return {
    microphones: () => ({ opened: tracks.length, open: tracks.filter(({ stopped }) => !stopped).length }),
    refuse: (name) => {
      refused = name;
    },
    played,
    sounding: () => sounding !== null,
    end: () =>
      act(async () => {
        sounding?.onended?.();
        sounding = null;
        await Promise.resolve();
      }),
  };
};

export const forgetSound = (): void => {
  vi.unstubAllGlobals();
};
