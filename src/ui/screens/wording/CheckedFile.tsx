/** What a translator's file would change, which of its rows cannot go in and why, and one press to put the rest on phones. */
import { useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { longestName } from '../../../domain/wording.ts';
import { asWritten } from '../../../domain/wordingCheck.ts';
import type { BadRow, CheckedRows, GoodRow } from '../../../forms/wordingFiles/checkRows.ts';
import { sourceLanguage } from '../../../i18n/languages.ts';
import { Button } from '../../parts/Button.tsx';
import { Choices } from '../../parts/Choices.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { SaveProblem } from '../saving/SaveProblem.tsx';
import { useAccepting } from './useAccepting.ts';

interface CheckedFileProps {
  readonly tag: string;
  readonly checked: CheckedRows;
  readonly onDone: () => void;
}

export const CheckedFile = ({ tag, checked, onDone }: CheckedFileProps) => {
  const { t } = useTranslation('library');
  const { busy, failure, accept } = useAccepting(tag);
  const who = useSignal('');
  const alsoRead = useSignal(false);
  const pressed = useSignal(false);
  const goIn = [...checked.added, ...checked.changed, ...(alsoRead.value ? checked.read : [])];
  const publish = async () => {
    pressed.value = true;
    if (who.peek().trim() === '') return;
    if (await accept(goIn, { state: 'translated', who: who.peek() })) onDone();
  };
  return (
    <div class="wording-part" role="region" aria-label={t('wordings.files.look')}>
      <h3>{t('wordings.files.look')}</h3>
      <Counts checked={checked} />
      <BadRows rows={checked.bad} />
      <Changes tag={tag} rows={[...checked.added, ...checked.changed]} />
      {checked.read.length > 0 && (
        <Choices
          legend={t('wordings.files.read')}
          legendHidden
          layout="list"
          options={[{ value: 'read', label: t('wordings.files.read'), hint: t('wordings.files.readHint', { count: checked.read.length }) }]}
          value={alsoRead.value ? ['read'] : []}
          onChange={(chosen) => {
            alsoRead.value = chosen.length > 0;
          }}
        />
      )}
      {goIn.length > 0 && (
        <>
          <TextInput
            label={t('wordings.files.who')}
            hint={t('wordings.accept.whoHint')}
            error={pressed.value && who.value.trim() === '' ? t('wordings.files.whoError') : null}
            value={who.value}
            maxLength={longestName}
            onInput={(typed) => {
              who.value = typed;
            }}
          />
          <SaveProblem failure={failure} />
          <Button kind="main" icon="send" busy={busy} onClick={() => void publish()}>
            {t('wordings.files.publish', { count: goIn.length })}
          </Button>
        </>
      )}
    </div>
  );
};

const Counts = ({ checked: { added, changed, read, same, left, bad } }: Pick<CheckedFileProps, 'checked'>) => {
  const { t } = useTranslation('library');
  const counts = { added: added.length, changed: changed.length, same: read.length + same, left, bad: bad.length };
  return (
    <ul class="publish-list">
      {(['added', 'changed', 'same', 'left', 'bad'] as const)
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <li key={kind}>{t(`wordings.files.count.${kind}`, { count: counts[kind] })}</li>
        ))}
    </ul>
  );
};

/** More than anybody reads; the file has them all. */
const mostShown = 200;

const BadRows = ({ rows }: { readonly rows: readonly BadRow[] }) => {
  const { t } = useTranslation('library');
  if (rows.length === 0) return null;
  return (
    <Notice kind="care" still title={t('wordings.files.badTitle')}>
      <ul class="publish-list">
        {rows.slice(0, mostShown).map(({ where, key, problems }) => (
          <li key={`${where.part} ${where.row}`}>
            {t('wordings.files.badRow', { part: where.part, row: where.row })} <code dir="ltr">{key}</code>
            <br />
            {problems.map((problem) => (
              <span key={problem.type}>
                {t([`wordings.files.problem.${problem.type}`, `field:better.problem.${problem.type}`], {
                  names: 'names' in problem ? asWritten(problem.names) : '',
                })}{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Changes = ({ tag, rows }: { readonly tag: string; readonly rows: readonly GoodRow[] }) => {
  const { t } = useTranslation('library');
  if (rows.length === 0) return null;
  return (
    <details class="more">
      <summary>{t('wordings.files.changes')}</summary>
      <ul class="rows" role="list">
        {rows.slice(0, mostShown).map(({ key, english, was, text }) => (
          <li key={key} class="row text-row">
            <div class="text-row-words">
              <span lang={sourceLanguage} dir="ltr">
                {english}
              </span>
              {was && (
                <del lang={tag} dir="auto" class="soft">
                  {was}
                </del>
              )}
              <ins lang={tag} dir="auto">
                {text}
              </ins>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
};
