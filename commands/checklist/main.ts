/**
 * `npm run --silent checklist -- inspect FILE [--json] [--media DIR]` says what a form holds and what was found in it;
 * `-- drive FILE [--now ISO] [--media DIR]` fills it in, one line of JSON at a time. Ends with 2 when it cannot be read.
 */
import { createInterface } from 'node:readline';
import { openDriving } from './drive.ts';
import { inspection, unreadable } from './inspect.ts';
import { openForm } from './openForm.ts';
import { printed } from './printed.ts';
import { type Asked, readArguments } from './readArguments.ts';

const usage = 'Say: checklist inspect FILE [--json] [--media DIR], or: checklist drive FILE [--now ISO] [--media DIR]';
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const inspect = ({ file, media, json }: Asked): number => {
  const form = openForm(file, media);
  const seen = form.ok ? inspection(form.value) : unreadable(form.failure);
  say(json ? JSON.stringify(seen, null, 2) : printed(seen));
  return form.ok ? 0 : 2;
};

const drive = async ({ file, media, now }: Asked): Promise<number> => {
  const form = openForm(file, media);
  if (!form.ok) {
    say(JSON.stringify(unreadable(form.failure)));
    return 2;
  }
  const answer = openDriving(form.value.checklist, now);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') say(JSON.stringify(answer(line)));
  return 0;
};

const asked = readArguments(process.argv.slice(2));
if (asked) process.exitCode = asked.what === 'inspect' ? inspect(asked) : await drive(asked);
else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
}
