/** The same for a person at a terminal: what the form is, its questions as an outline, and what was found. */
import type { Inspection, Unreadable } from './inspect.ts';

type Seen = Inspection | Unreadable;
type Found = Seen['findings'][number];

const order = ['error', 'warning', 'repair', 'note'];

const where = ({ sheet, row, column, cell }: Found): string =>
  [sheet && `sheet ${sheet}`, row !== null && `row ${row}`, column && `column ${column}`, cell && `(${cell})`].filter(Boolean).join(' ');

const findingLine = (finding: Found): string => {
  const place = where(finding);
  const suggestion = finding.suggestion === null ? '' : ` Did you mean: ${finding.suggestion}`;
  return `  ${finding.severity}: ${place ? `${place}: ` : ''}${finding.message}${suggestion}`;
};

const outlineOf = ({ nodes, defaultLanguage }: Seen): readonly string[] =>
  nodes.map(({ path, name, type, list, labels, supported }) => {
    const label = (labels[defaultLanguage ?? ''] ?? '').replace(/\s+/g, ' ').slice(0, 80);
    const kind = `${type}${list === null ? '' : ` ${list}`}${supported ? '' : ', not asked'}`;
    return `${'  '.repeat(path.split('/').length - 1)}${name} (${kind})${label === '' ? '' : ` ${label}`}`;
  });

const headOf = (seen: Seen): readonly string[] => [
  `${seen.title} (${seen.id}${seen.version === null ? '' : `, version ${seen.version}`})`,
  `Languages: ${seen.languages.map(({ name, code, direction }) => `${name} [${code ?? 'unknown'}, ${direction}]`).join(', ')}`,
  `Rows: ${seen.nodes.length}; lists of choices: ${Object.keys(seen.lists).length}`,
];

export const printed = (seen: Seen): string => {
  const sorted = order.flatMap((severity) => seen.findings.filter((finding) => finding.severity === severity));
  const found = sorted.length === 0 ? ['Nothing was found wrong.'] : [`Findings: ${sorted.length}`, ...sorted.map(findingLine)];
  return [...(seen.id === null ? [] : [...headOf(seen), '', ...outlineOf(seen), '']), ...found].join('\n');
};
