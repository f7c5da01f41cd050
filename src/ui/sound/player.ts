/** Plays sound from memory. No address and no media element, so that the policy of the page need not allow any; nothing is written anywhere. */
import { failed, ok, type Result } from '../../domain/result.ts';

export type PlayFailure = { readonly type: 'not-played' };
export type SoundBytes = Uint8Array<ArrayBuffer>;

/** How long it is, by decoding it; `null` for what this browser cannot decode. */
export const secondsOf = async (bytes: SoundBytes): Promise<number | null> => {
  try {
    const decoded = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.slice().buffer);
    return decoded.duration > 0 ? decoded.duration : null;
  } catch {
    // A codec or container of another engine, or no sound at all.
    return null;
  }
};

export interface Playing {
  readonly seconds: number;
  readonly ended: Promise<void>;
}

/** One at a time: what is begun ends what was playing. */
export const createPlayer = () => {
  let context: AudioContext | null = null;
  const stop = (): void => {
    const playing = context;
    context = null;
    void playing?.close().catch(() => undefined);
  };

  const start = async (own: AudioContext, bytes: SoundBytes): Promise<Playing> => {
    const buffer = await own.decodeAudioData(bytes.slice().buffer);
    const source = own.createBufferSource();
    source.buffer = buffer;
    source.connect(own.destination);
    const ended = new Promise<void>((done) => {
      source.onended = () => done();
      // Closed from outside, a source does not say that it ended.
      own.onstatechange = () => own.state === 'closed' && done();
    });
    await own.resume();
    source.start();
    return { seconds: buffer.duration, ended };
  };

  /** Begun within the tap, because a phone lets sound begin only there; what is to be played may come a moment later. */
  const play = async (load: () => Promise<SoundBytes | null>): Promise<Result<Playing | null, PlayFailure>> => {
    stop();
    try {
      const own = new AudioContext();
      context = own;
      const bytes = await load();
      if (context !== own) return ok(null);
      const playing = bytes && (await start(own, bytes));
      if (context !== own) return ok(null);
      if (!playing) stop();
      return playing ? ok(playing) : failed({ type: 'not-played' });
    } catch {
      // No sound device, or a format that this browser does not know.
      stop();
      return failed({ type: 'not-played' });
    }
  };
  return { play, stop };
};
export type Player = ReturnType<typeof createPlayer>;
