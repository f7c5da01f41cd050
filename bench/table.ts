/** The rows as a person reads them: on the screen while they come, and as bench/RESULTS.md. */
import type { Machine } from './machine.ts';
import type { Row, Verdict } from './measure.ts';

const signs: Readonly<Record<Verdict, string>> = {
  reached: '✓ reached',
  missed: '✗ missed',
  told: 'told',
  'not measured': '– not measured',
};
const ratioOf = ({ ratio }: Row): string => (ratio === undefined ? '' : `${ratio.toFixed(2)}×`);

export const printRow = (row: Row): string => {
  const beside = [row.floor && `floor ${row.floor}`, ratioOf(row), row.figure && `figure ${row.figure}`].filter(Boolean).join(' | ');
  return `${signs[row.verdict].padEnd(15)} ${row.measure}\n${' '.repeat(16)}${row.ours}${beside ? ` | ${beside}` : ''}`;
};

export const summary = (rows: readonly Row[]): string => {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return `${count('reached')} reached, ${count('missed')} missed, ${count('not measured')} not measured, ${count('told')} told without a figure`;
};

const cells = (row: Row): string =>
  [row.measure, row.ours, row.floor ?? '', ratioOf(row), row.figure, signs[row.verdict]]
    .map((cell) => cell.replaceAll('|', '\\|'))
    .join(' | ');

const missed = (rows: readonly Row[]): string => {
  const list = rows.filter(({ verdict }) => verdict === 'missed');
  if (list.length === 0) return 'None.';
  return list
    .map(
      ({ measure, ours, floor, ratio, figure }) =>
        `- ${measure}: ${ours}${floor ? ` against ${floor}${ratio === undefined ? '' : ` (${ratio.toFixed(2)}×)`}` : ''}; asked for ${figure}.`,
    )
    .join('\n');
};

/** On a rented machine others are served too, and everything takes longer then. */
export const hostSentence = ({ takenByHost }: Machine): string =>
  takenByHost === null ? '' : ` Its host gave ${takenByHost} % of the processors' time to others meanwhile.`;

export const asMarkdown = (rows: readonly Row[], machine: Machine): string => `# What the bench measured

Written by \`npm run bench -- --write\`; do not edit by hand. Figures are those of the design. A *floor* is the same work with nothing
protected, in the same run, taking turns; numbers are medians (lowest–highest).

${machine.date}, ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}, ${machine.browser} headless.${hostSentence(machine)}
${summary(rows)}.

| measure | ours | floor | ratio | figure | |
| --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${cells(row)} |`).join('\n')}

## Missed

${missed(rows)}

## How each was taken

${rows.flatMap(({ measure, note }) => (note ? [`- **${measure}.** ${note}`] : [])).join('\n')}

Records are invented from a seed (\`bench/invented.ts\`): notes in English, Korean and Vietnamese with slips of the thumb, about 1 KiB as JSON. 500 of them
gzip to about a fifth. Slowed CPU and slow 4G are the browser’s own throttling unless said; it slows the page’s thread and not workers, the cipher or the database.
`;
