/** What differs between two versions, place by place, in the reader's words. */
import { useTranslation } from 'react-i18next';
import { type Checklist, itemsWithPaths } from '../../../domain/checklist.ts';
import { type Change, changesBetween } from '../../../forms/changes.ts';
import { labelIn, readIn } from './markRows.ts';

interface Versions {
  readonly before: Checklist;
  readonly after: Checklist;
}

/** Kinds in the order in which they matter: what is asked first, then how it is worded. */
const groups = {
  added: ['added', 'choice-added', 'language-added'],
  removed: ['removed', 'choice-removed', 'language-removed'],
  asked: ['rule', 'type', 'left-out', 'brought-back'],
  reworded: ['reworded', 'choice-reworded'],
  placed: ['moved', 'reordered'],
  marks: ['marks'],
} as const satisfies Readonly<Record<string, readonly Change['kind'][]>>;
const groupNames = Object.keys(groups).filter((name): name is keyof typeof groups => name in groups);
const isIn = (name: keyof typeof groups, { kind }: Change): boolean => groups[name].some((each) => each === kind);

export const ChangesView = ({ before, after }: Versions) => {
  const { t } = useTranslation('library');
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p class="field-hint">{t('library.changes.none')}</p>;
  return (
    <div class="changes">
      {groupNames.map((name) => {
        const own = changes.filter((change) => isIn(name, change));
        return own.length === 0 ? null : (
          <section key={name}>
            <h4>
              {t(`library.changes.group.${name}`)} <span class="library-count">{own.length}</span>
            </h4>
            <ul role="list">
              {own.map((change) => (
                <ChangeRow key={JSON.stringify(change)} change={change} before={before} after={after} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
};

const useLabels = ({ before, after }: Versions): ((path: string) => string) => {
  const { i18n } = useTranslation('library');
  const find = (checklist: Checklist, path: string) => itemsWithPaths(checklist.items).find((each) => each.path === path)?.item;
  return (path) => {
    const [checklist, item] = find(after, path) ? [after, find(after, path)] : [before, find(before, path)];
    return item ? labelIn(item, readIn(checklist, i18n.language).name, checklist.defaultLanguage) : path;
  };
};

/** About which item or choice it is. */
const useSubject = (versions: Versions): ((change: Change) => string) => {
  const { t } = useTranslation('library');
  const labels = useLabels(versions);
  return (change) => {
    if ('choice' in change) return t('library.changes.choiceOf', { choice: change.choice.name, list: change.list });
    if (change.kind === 'language-added' || change.kind === 'language-removed') return change.language;
    return 'path' in change && change.path !== '' ? labels(change.path) : t('library.changes.whole');
  };
};

/** What about it, where the heading does not say. */
const aboutIt = (t: (key: string, values?: Record<string, string>) => string, change: Change): string => {
  if (change.kind === 'rule') return t(`library.changes.rule.${change.what}`);
  if (change.kind === 'reworded') return t(`library.changes.words.${change.what}`, { language: change.language });
  if (change.kind === 'choice-reworded') return t('library.changes.words.choice', { language: change.language });
  if (change.kind === 'added' || change.kind === 'removed') return '';
  return t(`library.changes.kind.${change.kind}`);
};

const ChangeRow = ({ change, ...versions }: Versions & { readonly change: Change }) => {
  const { t } = useTranslation('library');
  const subject = useSubject(versions)(change);
  const about = aboutIt((key, values) => t(key, values ?? {}), change);
  return (
    <li class="change">
      <p>
        <strong dir="auto">{subject}</strong>
        {about !== '' && <span class="change-about"> · {about}</span>}
      </p>
      {'before' in change && (
        <div class="change-texts">
          <del dir="auto">{change.before || t('library.changes.nothing')}</del>
          {'after' in change && <ins dir="auto">{change.after || t('library.changes.nothing')}</ins>}
        </div>
      )}
    </li>
  );
};
