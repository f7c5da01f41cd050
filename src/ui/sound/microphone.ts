/**
 * Records one sentence that a member of staff reads aloud. Only the office's recordings place imports this
 * (tests/guards/microphone.test.ts): nothing on a person's page or in a run can reach the microphone.
 */
import { longestRecording } from '../../domain/recordings.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { type SoundBytes, secondsOf } from './player.ts';

export type MicrophoneFailure = { readonly type: 'unsupported' | 'refused' | 'no-microphone' | 'not-recorded' | 'too-large' };

export interface Recorded {
  readonly bytes: SoundBytes;
  readonly mime: string;
  readonly seconds: number;
  /** 0 to 1; near 0 the microphone heard nothing. */
  readonly loudest: number;
}

export interface RecordingNow {
  /** How loud it is at this moment, 0 to 1. */
  readonly level: () => number;
  readonly seconds: () => number;
  readonly stop: () => void;
  /** The microphone is closed by then. */
  readonly ended: Promise<Result<Recorded, MicrophoneFailure>>;
}

/** Small first; what each engine can play of the others is in docs/decisions/0022. Opus in MP4 is never asked for: few can play it. */
const mimes = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/ogg;codecs=opus'];
const bitsPerSecond = 28_000;
/** It stops by itself a little before the longest, so that what was recorded is never a moment too long to be kept. */
const stopAfter = (longestRecording.seconds - 0.5) * 1_000;

const mimeHere = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : mimes.find((mime) => MediaRecorder.isTypeSupported(mime));

const whyNoStream = (problem: unknown): MicrophoneFailure => {
  const name = problem instanceof DOMException ? problem.name : '';
  return { type: name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'no-microphone' };
};

const streamFrom = async (): Promise<Result<MediaStream, MicrophoneFailure>> => {
  try {
    const audio = { channelCount: 1, noiseSuppression: true, autoGainControl: true, echoCancellation: false };
    return ok(await navigator.mediaDevices.getUserMedia({ audio, video: false }));
  } catch (problem) {
    return failed(whyNoStream(problem));
  }
};

/** How far the sound swings around its middle; speech close by reaches a quarter. */
const levelIn = (samples: Uint8Array): number => {
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / samples.length) * 4);
};

const meterOf = (stream: MediaStream) => {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  let loudest = 0;
  const level = (): number => {
    analyser.getByteTimeDomainData(samples);
    const now = levelIn(samples);
    loudest = Math.max(loudest, now);
    return now;
  };
  return { level, loudest: () => loudest, close: () => void context.close().catch(() => undefined) };
};

const finished = async (chunks: readonly Blob[], mime: string, loudest: number): Promise<Result<Recorded, MicrophoneFailure>> => {
  const bytes = new Uint8Array(await new Blob([...chunks]).arrayBuffer());
  if (bytes.length > longestRecording.bytes) return failed({ type: 'too-large' });
  const seconds = await secondsOf(bytes);
  if (seconds === null) return failed({ type: 'not-recorded' });
  return ok({ bytes, mime, seconds: Math.min(seconds, longestRecording.seconds), loudest });
};

const recordFrom = (stream: MediaStream, mimeType: string): RecordingNow => {
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
  const meter = meterOf(stream);
  const chunks: Blob[] = [];
  const began = performance.now();
  const ended = new Promise<Result<Recorded, MicrophoneFailure>>((done) => {
    const close = () => {
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
      meter.close();
    };
    recorder.ondataavailable = ({ data }) => void chunks.push(data);
    recorder.onstop = () => {
      close();
      done(finished(chunks, recorder.mimeType || mimeType, meter.loudest()));
    };
    recorder.onerror = () => {
      close();
      done(failed({ type: 'not-recorded' }));
    };
  });
  const stop = () => void (recorder.state !== 'inactive' && recorder.stop());
  const timer = setTimeout(stop, stopAfter);
  recorder.start();
  return { level: meter.level, seconds: () => (performance.now() - began) / 1_000, stop, ended };
};

export const record = async (): Promise<Result<RecordingNow, MicrophoneFailure>> => {
  const mime = mimeHere();
  if (!mime || !navigator.mediaDevices?.getUserMedia) return failed({ type: 'unsupported' });
  const stream = await streamFrom();
  if (!stream.ok) return stream;
  try {
    return ok(recordFrom(stream.value, mime));
  } catch {
    // A browser that claims what it cannot do; the microphone must not stay open for that.
    for (const track of stream.value.getTracks()) track.stop();
    return failed({ type: 'not-recorded' });
  }
};
