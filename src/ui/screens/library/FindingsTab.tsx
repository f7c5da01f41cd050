/** What reading found, most serious first. Nothing here stops anybody: every row came in as far as it could. */
import { type Signal, useSignal } from '@preact/signals';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../../domain/search.ts';
import type { Finding } from '../../../forms/xlsform/finding.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { showToast } from '../../parts/Toast.tsx';
import { AddFiles } from './AddFiles.tsx';
import { findingsAsText, severities, useFindingText } from './findingText.ts';
import type { LibraryDraft } from './libraryDraft.ts';

const shownAtFirst = 100;

export const FindingsTab = ({ draft }: { readonly draft: LibraryDraft }) => {
  const { t } = useTranslation('library');
  const textOf = useFindingText();
  const only = useSignal<Finding['severity'] | 'all'>('all');
  const search = useSignal('');
  const { findings } = draft;
  const wanted = foldText(search.value.trim());
  const shown = findings.filter((finding) => {
    if (only.value !== 'all' && finding.severity !== only.value) return false;
    const { where, what } = textOf(finding);
    return wanted === '' || foldText(`${where} ${what} ${finding.text}`).includes(wanted);
  });
  const present = severities.filter((severity) => findings.some((finding) => finding.severity === severity));
  return (
    <div class="findings">
      {findings.length === 0 ? (
        <Notice kind="good" still title={t('import.clean.title')}>
          {t('import.clean.text')}
        </Notice>
      ) : (
        <>
          <p class="library-about">{t('import.about', { count: findings.length })}</p>
          <FindingsControls only={only} search={search} findings={findings} shown={shown} present={present} />
          {present.map((severity) => (
            <FindingGroup key={severity} severity={severity} findings={shown.filter((finding) => finding.severity === severity)} />
          ))}
          {shown.length === 0 && <p class="field-hint">{t('import.noneShown')}</p>}
        </>
      )}
      <AddFiles draft={draft} />
    </div>
  );
};

interface ControlsProps {
  readonly only: Signal<Finding['severity'] | 'all'>;
  readonly search: Signal<string>;
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
  readonly present: readonly Finding['severity'][];
}

const FindingsControls = ({ only, search, findings, shown, present }: ControlsProps) => {
  const { t } = useTranslation('library');
  return (
    <div class="findings-controls">
      <Choice
        legend={t('import.show')}
        options={(['all', ...present] as const).map((value) => ({
          value,
          label: value === 'all' ? t('import.all') : t(`import.severity.${value}.some`, { count: countOf(findings, value) }),
        }))}
        value={only.value}
        onChange={(value) => {
          only.value = value ?? 'all';
        }}
      />
      <TextInput
        type="search"
        label={t('import.search')}
        value={search.value}
        onInput={(value) => {
          search.value = value;
        }}
      />
      <FindingsActions findings={shown} />
    </div>
  );
};

const countOf = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length;

const FindingsActions = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useTranslation('library');
  const textOf = useFindingText();
  const copy = async () => {
    const said = {
      severity: (severity: Finding['severity']) => t(`import.severity.${severity}.title`),
      suggestion: (text: string) => t('import.suggestion', { text }),
    };
    try {
      await navigator.clipboard.writeText(findingsAsText(findings, textOf, said));
      showToast(t('import.copied'));
    } catch {
      // Some browsers refuse without saying why; printing still works.
      showToast(t('import.notCopied'));
    }
  };
  return (
    <div class="buttons no-print">
      <Button icon="copy" onClick={() => void copy()}>
        {t('import.copy')}
      </Button>
      <Button icon="print" onClick={() => print()}>
        {t('import.print')}
      </Button>
    </div>
  );
};

const FindingGroup = ({ severity, findings }: { readonly severity: Finding['severity']; readonly findings: readonly Finding[] }) => {
  const { t } = useTranslation('library');
  const shown = useSignal(shownAtFirst);
  if (findings.length === 0) return null;
  return (
    <section class="findings-group">
      <h2>{t(`import.severity.${severity}.title`)}</h2>
      <p class="field-hint">{t(`import.severity.${severity}.about`)}</p>
      <ul class={`findings-list findings-${severity}`} role="list">
        {findings.slice(0, shown.value).map((finding, at) => (
          <FindingRow key={at} finding={finding} />
        ))}
      </ul>
      {findings.length > shown.value && (
        <Button
          kind="quiet"
          onClick={() => {
            shown.value += shownAtFirst;
          }}
        >
          {t('import.more', { count: findings.length - shown.value })}
        </Button>
      )}
    </section>
  );
};

const FindingRow = ({ finding }: { readonly finding: Finding }) => {
  const { t } = useTranslation('library');
  const { where, what } = useFindingText()(finding);
  return (
    <li class="finding">
      <p class="finding-where">{where}</p>
      <div class="finding-words">
        <p>{what}</p>
        {finding.text !== '' && (
          <p class="finding-quoted">
            {t('import.written')} <code dir="auto">{finding.text}</code>
          </p>
        )}
        {finding.suggestion !== null && (
          <p class="finding-quoted">
            {t('import.better')} <code dir="auto">{finding.suggestion}</code>
          </p>
        )}
      </div>
    </li>
  );
};
