/** Listening to what stands on the screen for the person: a recording in their language, or the phone's own voice; one at a time. */
import { useSignal } from '@preact/signals';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { placeName, type Recording, recordingsIn } from '../../../domain/recordings.ts';
import { sumOf } from '../../../domain/sum.ts';
import type { Notebook } from '../../../store/notebook.ts';
import { createPlayer } from '../../sound/player.ts';
import { localVoiceFor, speak, stopSpeaking } from '../../sound/voices.ts';
import { useNotebook } from '../../useNotebook.ts';
import type { TwoLanguages } from '../twoLanguages.ts';
import { isHeardOnly, TalkListeningContext } from './listening.ts';
import { openSound } from './openSound.ts';
import { goesWith, inOrder } from './spokenFor.ts';

type Heard = { readonly by: 'recording'; readonly recording: Recording } | { readonly by: 'phone'; readonly voice: SpeechSynthesisVoice };

export interface ListeningNow {
  readonly says: string;
  readonly is: 'coming' | 'playing' | 'failed';
  readonly seconds?: number | undefined;
}

interface SpokenChoice {
  /** Spoken languages to choose from; empty where there are no recordings to go with the words. */
  readonly languages: readonly string[];
  readonly language: string | undefined;
  readonly choose: (language: string) => void;
}

export interface Listening extends SpokenChoice {
  readonly heardFor: (says: string) => Heard | null;
  readonly now: ListeningNow | null;
  readonly toggle: (says: string) => void;
}

/** The recording of a text, if all of it is here and the text still says what was read. */
const recordingOf = (notebook: Notebook, words: TwoLanguages, language: string | undefined, says: string): Recording | null => {
  const recording = recordingsIn(notebook.recordsOf)
    .get(language ?? '')
    ?.get(placeName(words.placeOf(says)));
  if (!recording || recording.source !== sumOf(words.original(says))) return null;
  return recording.parts.every(notebook.hasPart) ? recording : null;
};

const languagesFor = (words: TwoLanguages, recorded: Iterable<string>): readonly string[] =>
  isHeardOnly(words) ? [words.chosen] : inOrder([...recorded].filter((language) => goesWith(language, words.personTag)));

const useSpokenChoice = (words: TwoLanguages): SpokenChoice => {
  const { recordsOf } = useNotebook();
  const talk = useContext(TalkListeningContext);
  const chosenHere = useSignal<string | undefined>(undefined);
  const languages = languagesFor(words, recordingsIn(recordsOf).keys());
  const wanted = talk ? talk.heardIn : chosenHere.value;
  return {
    languages,
    language: languages.find((each) => each === wanted) ?? languages[0],
    choose: (chosen) => {
      chosenHere.value = chosen;
      talk?.hearIn(chosen);
    },
  };
};

/** `passage`: changes with what is shown; what was playing then ends. */
export const useListening = (words: TwoLanguages, passage: string): Listening => {
  const notebook = useNotebook();
  const talk = useContext(TalkListeningContext);
  const choice = useSpokenChoice(words);
  const { language } = choice;
  const now = useSignal<ListeningNow | null>(null);
  const player = useMemo(createPlayer, []);
  const stop = () => {
    player.stop();
    stopSpeaking();
    now.value = null;
  };
  useEffect(() => stop, [passage, words.chosen, language]);
  useEffect(() => {
    const whenHidden = () => document.visibilityState === 'hidden' && stop();
    document.addEventListener('visibilitychange', whenHidden);
    return () => document.removeEventListener('visibilitychange', whenHidden);
  }, []);

  const heardFor = (says: string): Heard | null => {
    const recording = recordingOf(notebook, words, language, says);
    if (recording) return { by: 'recording', recording };
    const voice = isHeardOnly(words) || words.lacks(says) || words.person(says) === '' ? null : localVoiceFor(words.personTag);
    return voice && { by: 'phone', voice };
  };
  const play = async (says: string, heard: Heard): Promise<boolean> => {
    if (heard.by === 'phone') {
      now.value = { says, is: 'playing' };
      return speak(words.person(says), heard.voice);
    }
    now.value = { says, is: 'coming' };
    const began = await player.play(() => openSound(notebook, heard.recording));
    if (!began.ok || !began.value) return began.ok;
    now.value = { says, is: 'playing', seconds: began.value.seconds };
    talk?.listenedTo(says, heard.recording.language);
    await began.value.ended;
    return true;
  };
  const toggle = async (says: string): Promise<void> => {
    const wasPlaying = now.peek()?.says === says && now.peek()?.is !== 'failed';
    const heard = heardFor(says);
    stop();
    if (wasPlaying || !heard) return;
    const played = await play(says, heard);
    if (now.peek()?.says === says) now.value = played ? null : { says, is: 'failed' };
  };
  return {
    ...choice,
    heardFor,
    now: now.value,
    toggle: (says) => void toggle(says),
  };
};
