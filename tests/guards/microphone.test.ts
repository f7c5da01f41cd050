/** Nobody we meet is ever recorded: the microphone is asked for in one file, and only the office's recordings place imports it. */
import { expect, test } from 'vitest';
import { filesUnder, importsOf, textOf, withoutComments } from '../support/source.ts';

const code = filesUnder('src', ['.ts', '.tsx']);
const saying = (pattern: RegExp): string[] => code.filter((path) => pattern.test(withoutComments(textOf(path))));
const microphone = 'src/ui/sound/microphone.ts';

test('one file opens a microphone; the camera is opened without one', () => {
  expect(saying(/\bnew MediaRecorder\b/)).toEqual([microphone]);
  expect(saying(/getUserMedia/).sort()).toEqual(['src/ui/camera/watchCamera.ts', microphone].sort());
  expect(withoutComments(textOf('src/ui/camera/watchCamera.ts'))).not.toMatch(/audio/);
  expect(saying(/SpeechRecognition|webkitSpeech|captureStream/)).toEqual([]);
});

test('only what belongs to the recordings place reaches it', () => {
  const users = code.filter((path) => importsOf(path).includes(microphone));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((path) => !path.startsWith('src/ui/screens/library/recordings/'))).toEqual([]);
  const places = code.filter((path) => importsOf(path).some((target) => target.startsWith('src/ui/screens/library/recordings/')));
  const outside = places.filter((path) => !path.startsWith('src/ui/screens/library/recordings/'));
  expect(outside).toEqual(['src/ui/routes.tsx']);
});
