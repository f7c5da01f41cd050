/** The phone's own voices. One that would send the words to somebody's server is never used, whatever language it speaks. */
import { signal } from '@preact/signals';

const here = (): SpeechSynthesis | null => (typeof speechSynthesis === 'undefined' ? null : speechSynthesis);

const voices = signal<readonly SpeechSynthesisVoice[]>([]);
let listening = false;

/** Browsers make the list in their own time; it is looked at when a screen first asks. */
const look = (): void => {
  const synthesis = here();
  if (!synthesis || listening) return;
  listening = true;
  const read = () => {
    voices.value = synthesis.getVoices().filter(({ localService }) => localService);
  };
  synthesis.addEventListener?.('voiceschanged', read);
  read();
};

/** What browsers call the languages that we spell otherwise. */
const spelled: Readonly<Record<string, RegExp>> = {
  'zh-Hans': /^(zh|cmn)[-_](CN|SG|Hans)/i,
  'zh-Hant': /^(zh|cmn)[-_](TW|Hant)/i,
  fil: /^(fil|tl)\b/i,
  id: /^(id|in)\b/i,
};

export const localVoiceFor = (tag: string): SpeechSynthesisVoice | null => {
  look();
  const base = tag.split('-')[0] ?? tag;
  const fits = spelled[tag] ?? new RegExp(`^${base}\\b`, 'i');
  return voices.value.find(({ lang }) => fits.test(lang.replace('_', '-'))) ?? null;
};

/** Resolves when it has ended, or was stopped. */
export const speak = (text: string, voice: SpeechSynthesisVoice): Promise<boolean> =>
  new Promise((done) => {
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    said.onend = () => done(true);
    said.onerror = ({ error }) => done(error === 'canceled' || error === 'interrupted');
    here()?.speak(said);
  });

export const stopSpeaking = (): void => here()?.cancel();
