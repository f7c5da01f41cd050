/** One help line: what it is for, its numbers, and what it may tell to whom. When it was checked, or that it was not. */
import type { DirectoryEntry } from '../../../domain/directory.ts';
import type { ReviewState } from '../../../domain/wordingStates.ts';
import { formatDay } from '../../words.ts';
import { DialLink } from '../DialLink.tsx';
import { Said } from '../Said.tsx';
import type { Say, TwoLanguages } from '../twoLanguages.ts';

export interface CardEntryProps {
  readonly entry: DirectoryEntry;
  readonly words: TwoLanguages;
  /** The mark that stands above the whole card. */
  readonly above: ReviewState | null;
}

export const CardEntry = ({ entry, words, above }: CardEntryProps) => {
  const says = (part: string) => `directory:entries.${entry.id}.${part}`;
  return (
    <article class="line-entry">
      <p class="quiet">{words.worker(`directory:kinds.${entry.kind}`)}</p>
      <div class="line-name">
        <Said words={words} says={says('name')} above={above} />
      </div>
      <Said words={words} says={says('for')} above={above} />
      <div class="buttons">
        {entry.lines.map((line) => (
          <DialLink key={`${line.way} ${line.number}`} number={line.number} way={line.way} />
        ))}
      </div>
      {entry.lines
        .filter(({ send }) => send)
        .map(({ send }) => (
          <p key={send}>{words.worker('directory:labels.send', { word: send })}</p>
        ))}
      {entry.lines.length === 0 && <p class="quiet">{words.worker('directory:lines.noNumberYet')}</p>}
      <details class="more">
        <summary>{words.worker('directory:labels.sharesInformationWith')}</summary>
        <Said words={words} says={says('shares')} above={above} />
        <Facts entry={entry} say={words.worker} tag={words.workerTag} says={says} />
      </details>
    </article>
  );
};

const Facts = ({
  entry,
  say,
  tag,
  says,
}: {
  readonly entry: DirectoryEntry;
  readonly say: Say;
  readonly tag: string;
  readonly says: (part: string) => string;
}) => (
  <dl class="facts">
    <div class="fact">
      <dt>{say('directory:labels.official')}</dt>
      <dd>{say(says('official'))}</dd>
    </div>
    <div class="fact">
      <dt>{say('directory:labels.languages')}</dt>
      <dd>{say(says('languages'))}</dd>
    </div>
    <div class="fact">
      <dt>{say('directory:labels.hours')}</dt>
      <dd>{say(`directory:hours.${entry.hours}`)}</dd>
    </div>
    <div class="fact">
      <dt>{say('directory:labels.sharesInformationWith')}</dt>
      <dd>{entry.sharesInformationWith.map((whom) => say(`directory:sharesWith.${whom}`)).join('; ')}</dd>
    </div>
    <div class="fact">
      <dt>{say('directory:lines.title')}</dt>
      <dd>
        {entry.checkedOn && entry.checkedBy
          ? say('directory:lines.checked', { day: formatDay(entry.checkedOn, tag), who: entry.checkedBy })
          : say('directory:lines.toBeChecked')}
      </dd>
    </div>
  </dl>
);
