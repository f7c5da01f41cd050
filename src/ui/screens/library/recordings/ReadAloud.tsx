/** A checklist's lines in one spoken language: read, listened to, kept, published. */
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../../domain/checklist.ts';
import { useNotebook } from '../../../useNotebook.ts';
import { SaveProblem } from '../../saving/SaveProblem.tsx';
import { WordsMissing } from '../../WordsMissing.tsx';
import { LineView } from './LineView.tsx';
import { Publish } from './Publish.tsx';
import { keptTake, takeId } from './takes.ts';
import { type Desk, useDesk } from './useDesk.ts';
import { type Lines, useLines } from './useLines.ts';

export interface ReadAloudProps {
  readonly checklist: Checklist;
  readonly language: string;
  readonly reader: string;
}

export const ReadAloud = ({ checklist, language, reader }: ReadAloudProps) => {
  const { t } = useTranslation('library');
  const notebook = useNotebook();
  const lines = useLines(checklist, language);
  const desk = useDesk({ lines, language, reader });
  const drafts = lines.lines.map((line) => takeId(language, line)).filter((id) => keptTake(notebook, id));
  return (
    <>
      <WordsMissing words={lines.words} />
      <div class="recordings-head">
        <p role="status">{t('recordings.progress', { done: lines.lines.filter(lines.isDone).length, all: lines.lines.length })}</p>
        <Publish drafts={drafts} />
      </div>
      {lines.leftOut && <p class="field-hint">{t('recordings.leftOut')}</p>}
      <SaveProblem failure={desk.failure} />
      <Part part="own" lines={lines} desk={desk} />
      <Part part="always" lines={lines} desk={desk} />
    </>
  );
};

const Part = ({ part, lines, desk }: { readonly part: 'always' | 'own'; readonly lines: Lines; readonly desk: Desk }) => {
  const { t } = useTranslation('library');
  const own = lines.lines.filter((line) => line.part === part);
  return own.length === 0 ? null : (
    <section class="section">
      <h2>{t(`recordings.part.${part}`)}</h2>
      <ul role="list" class="spoken-lines">
        {own.map((line) => (
          <LineView key={line.name} line={line} words={lines.words} {...desk.at(line)} />
        ))}
      </ul>
    </section>
  );
};
