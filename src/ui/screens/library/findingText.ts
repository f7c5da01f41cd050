/** A finding in the reader's language: what is wrong, where, what stands there, and what would be right. */
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../forms/xlsform/finding.ts';

export const severities = ['error', 'warning', 'repair', 'note'] as const satisfies readonly Finding['severity'][];

export interface FindingText {
  readonly where: string;
  readonly what: string;
}

export const useFindingText = (): ((finding: Finding) => FindingText) => {
  const { t } = useTranslation('library');
  const where = ({ sheet, row, column }: Finding): string => {
    const said = [
      sheet ? t('import.where.sheet', { sheet }) : '',
      row === null ? '' : t('import.where.row', { row }),
      column ? t('import.where.column', { column }) : '',
    ].filter(Boolean);
    return said.length > 0 ? said.join(' · ') : t('import.where.whole');
  };
  return (finding) => ({ where: where(finding), what: t(`import.findings.${finding.code}`, finding.values) });
};

/** For an e-mail to whoever wrote the form: plain lines, most serious first. */
export const findingsAsText = (
  findings: readonly Finding[],
  textOf: (finding: Finding) => FindingText,
  said: { readonly severity: (severity: Finding['severity']) => string; readonly suggestion: (text: string) => string },
): string =>
  severities
    .flatMap((severity) => {
      const own = findings.filter((finding) => finding.severity === severity);
      if (own.length === 0) return [];
      const lines = own.map((finding) => {
        const { where, what } = textOf(finding);
        const quoted = finding.text === '' ? '' : ` [${finding.text}]`;
        return `- ${where}: ${what}${quoted}${finding.suggestion ? ` ${said.suggestion(finding.suggestion)}` : ''}`;
      });
      return [`${said.severity(severity)} (${own.length})`, ...lines, ''];
    })
    .join('\n');
