/** Every item of the checklist in order: asked now or not, why not, and what it holds. */
import type { ComponentChildren } from 'preact';
import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../../domain/checklist.ts';
import { isAsked, isContainer } from '../../../domain/itemTypes.ts';
import type { NodeState, Run } from '../../../forms/engine/run.ts';
import { Tag, type TagKind } from '../../parts/Tag.tsx';
import { labelIn, readIn } from './markRows.ts';
import { anchorOf } from './PreviewAnswer.tsx';
import { useDrawnBefore } from './useDrawnBefore.ts';
import { depthOf, type Preview, whyHidden } from './usePreview.ts';

type Doing = 'asked' | 'answered' | 'hidden' | 'left-out' | 'not-collected' | 'worked-out' | 'shown';
const kinds: Readonly<Record<Doing, TagKind>> = {
  asked: 'accent',
  answered: 'good',
  hidden: 'plain',
  'left-out': 'plain',
  'not-collected': 'plain',
  'worked-out': 'plain',
  shown: 'plain',
};

const doingOf = ({ item, relevant, value }: NodeState): Doing => {
  if (item.hidden) return 'left-out';
  if (!item.supported) return 'not-collected';
  if (!relevant) return 'hidden';
  if (isAsked(item)) return value === '' ? 'asked' : 'answered';
  return item.type === 'calculate' || item.type === 'hidden' ? 'worked-out' : 'shown';
};

export const PreviewList = ({ preview, checklist }: { readonly preview: Preview; readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const { run } = preview;
  const drawn = useDrawnBefore(run, checklist, i18n.language);
  return (
    <section class="preview-list" aria-label={t('import.preview.list')}>
      <ul role="list">
        {run.paths().map((path) => {
          const state = run.state(path);
          if (!state) return null;
          // Which group hides it may change while it stays hidden.
          const sameWhile = [doingOf(state), state.value, state.relevant ? '' : whyHidden(run, state)?.rule].join('\n');
          return drawn(path, sameWhile, () => <PreviewRow key={path} state={state} run={run} checklist={checklist} />);
        })}
      </ul>
    </section>
  );
};

const PreviewRow = ({ state, run, checklist }: { readonly state: NodeState; readonly run: Run; readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const { name, lang, dir } = readIn(checklist, i18n.language);
  const { item, path, value } = state;
  const doing = doingOf(state);
  const words = (
    <span lang={lang} dir={dir}>
      {labelIn(item, name, checklist.defaultLanguage)}
    </span>
  );
  return (
    <li class={`preview-row preview-depth-${Math.min(4, depthOf(path))}`}>
      <div class="preview-row-head">
        {isContainer(item) ? (
          <strong>{words}</strong>
        ) : doing === 'asked' || doing === 'answered' ? (
          <ToQuestion path={path}>{words}</ToQuestion>
        ) : (
          words
        )}
        <Tag kind={kinds[doing]}>{t(`import.preview.doing.${doing}`)}</Tag>
      </div>
      {value !== '' && (
        <p class="preview-value">
          {t('import.preview.value')} <code dir="auto">{value}</code>
        </p>
      )}
      {doing === 'hidden' && <WhyHidden state={state} run={run} checklist={checklist} />}
      {doing === 'not-collected' && item.why && <p class="preview-value">{t(`import.why.${item.why}`)}</p>}
    </li>
  );
};

/** Not a link: an address with a fragment would stand in the browser's history, and a question's name in it says too much. */
const ToQuestion = ({ path, children }: { readonly path: string; readonly children: ComponentChildren }) => (
  <button
    type="button"
    class="preview-jump"
    onClick={() => {
      const place = document.getElementById(anchorOf(path));
      place?.scrollIntoView({ block: 'nearest' });
      place?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    }}
  >
    {children}
  </button>
);

const WhyHidden = ({ state, run, checklist }: { readonly state: NodeState; readonly run: Run; readonly checklist: Checklist }) => {
  const { t, i18n } = useTranslation('library');
  const why = whyHidden(run, state);
  if (!why) return null;
  const group = why.inGroup && labelIn(why.inGroup.item, readIn(checklist, i18n.language).name, checklist.defaultLanguage);
  return (
    <p class="preview-value">
      {group ? t('import.preview.groupHidden', { group }) : t('import.preview.onlyIf')} <code dir="auto">{why.rule}</code>
    </p>
  );
};
