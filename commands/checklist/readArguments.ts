/** What was typed behind the command. */
import { parseArgs } from 'node:util';

export interface Asked {
  readonly what: 'inspect' | 'drive';
  readonly file: string;
  readonly json: boolean;
  /** A folder of csv files that the form looks into. */
  readonly media: string | undefined;
  /** The instant that the form shall take for now. */
  readonly now: string | undefined;
}

const options = { json: { type: 'boolean' }, media: { type: 'string' }, now: { type: 'string' } } as const;

export const readArguments = (args: readonly string[]): Asked | undefined => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [what, file] = positionals;
    const isInstant = values.now === undefined || !Number.isNaN(Date.parse(values.now));
    if ((what !== 'inspect' && what !== 'drive') || file === undefined || !isInstant) return undefined;
    return { what, file, json: values.json ?? false, media: values.media, now: values.now };
  } catch {
    // An option nobody knows: how it is used is said instead.
    return undefined;
  }
};
