/**
 * A copy as bytes, in a file or on the way to one (docs/decisions/0027-backups.md): a line that says what it is, then parts, each
 * its length, its CBOR, and the SHA-256 of the part before's hash and this CBOR. So a part that is changed, missing, moved or from
 * another copy is noticed, and so is a file that was cut short: it has no end. Nothing is ever held but one part.
 */
import * as v from 'valibot';
import { failed, ok, type Result } from '../../src/domain/result.ts';
import { type Bytes, concat, sameBytes } from '../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';
import { Whole } from '../../src/protocol/parts.ts';
import { sha256 } from '../primitives.ts';
import { isKnownMigration } from '../store/migrations.ts';
import { type CopyItem, type Kind, kindsOf, type Row, tableNames } from './shape.ts';

export type CopyFailure = { readonly type: 'not-a-copy' | 'newer' | 'cut-short' | 'damaged' };

const name = 'fieldbook backup';
const opening = new TextEncoder().encode(`${name} 1\n`);
const lengthBytes = 4;
const hashBytes = 32;
/** A piece is a quarter of a megabyte, or one entry of the largest size. */
const mostInPart = 4 << 20;

export async function* toBytes(items: AsyncIterable<CopyItem>): AsyncGenerator<Bytes> {
  let before = sha256(opening);
  yield opening;
  for await (const item of items) {
    const part = encodeCbor(item);
    before = sha256(concat(before, part));
    const length = new Uint8Array(lengthBytes);
    new DataView(length.buffer).setUint32(0, part.length);
    yield concat(length, part, before);
  }
}

const Column = (kind: Kind) => {
  const value = kind.startsWith('text')
    ? v.string()
    : kind.startsWith('number')
      ? v.pipe(v.number(), v.safeInteger())
      : v.instance(Uint8Array);
  return kind.endsWith('?') ? v.nullable(value) : value;
};
const Head = v.strictObject({ is: v.literal('head'), at: Whole, migrations: v.array(v.string()) });
const End = v.strictObject({ is: v.literal('end'), rows: v.record(v.string(), Whole) });
const Rows = v.strictObject({ is: v.literal('rows'), table: v.picklist(tableNames), rows: v.array(v.array(v.unknown())) });
const Item = v.variant('is', [Head, Rows, End]);
const columnsByTable = new Map(tableNames.map((table) => [table, kindsOf(table).map(Column)]));

/** Past here every value is of its column's kind. */
const isRow = (row: readonly unknown[], columns: readonly ReturnType<typeof Column>[]): row is Row =>
  row.length === columns.length && columns.every((column, at) => v.is(column, row[at]));

const parseItem = (part: Bytes): CopyItem | null => {
  const value = decodeCbor(part);
  const item = value.ok ? v.safeParse(Item, value.value) : null;
  if (!item?.success) return null;
  if (item.output.is !== 'rows') return item.output;
  const { table, rows } = item.output;
  const columns = columnsByTable.get(table) ?? [];
  const read: Row[] = [];
  for (const row of rows) {
    if (!isRow(row, columns)) return null;
    read.push(row);
  }
  return { is: 'rows', table, rows: read };
};

/** Takes bytes as they come and gives back so many at a time; `null` when there are no more. */
const createIntake = (source: AsyncIterable<Uint8Array>) => {
  const chunks = source[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let length = 0;
  return async (wanted: number): Promise<Bytes | null> => {
    while (length < wanted) {
      const next = await chunks.next();
      if (next.done) return null;
      held.push(next.value);
      length += next.value.length;
    }
    const whole = held.length === 1 && held[0] ? held[0] : concat(...held);
    held = [whole.subarray(wanted)];
    length -= wanted;
    return new Uint8Array(whole.subarray(0, wanted));
  };
};
type Intake = ReturnType<typeof createIntake>;

/** Ends after the first failure. The last item is the end, and its counts are those of the rows that came. */
export async function* fromBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Result<CopyItem, CopyFailure>> {
  const take = createIntake(source);
  const title = await take(opening.length);
  if (!title || !sameBytes(title, opening)) return yield failed({ type: isNewer(title) ? 'newer' : 'not-a-copy' });
  const counted: Record<string, number> = {};
  let before = sha256(opening);
  for (let parts = 0; ; parts += 1) {
    const part = await takePart(take, before);
    if (!part.ok) return yield part;
    before = part.value.hash;
    const item = parseItem(part.value.bytes);
    if (item?.is === 'head' && !item.migrations.every(isKnownMigration)) return yield failed({ type: 'newer' });
    if (!item || (item.is === 'head') !== (parts === 0)) return yield failed({ type: 'damaged' });
    if (item.is === 'rows') counted[item.table] = (counted[item.table] ?? 0) + item.rows.length;
    if (item.is !== 'end') yield ok(item);
    else return yield (await take(1)) === null && sameCounts(item.rows, counted) ? ok(item) : failed({ type: 'damaged' });
  }
}

const isNewer = (title: Bytes | null): boolean => title !== null && new TextDecoder('latin1').decode(title).startsWith(`${name} `);

const sameCounts = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean =>
  tableNames.every((table) => (a[table] ?? 0) === (b[table] ?? 0));

const takePart = async (take: Intake, before: Bytes): Promise<Result<{ readonly bytes: Bytes; readonly hash: Bytes }, CopyFailure>> => {
  const head = await take(lengthBytes);
  if (!head) return failed({ type: 'cut-short' });
  const length = new DataView(head.buffer).getUint32(0);
  if (length > mostInPart) return failed({ type: 'damaged' });
  const bytes = await take(length);
  const hash = await take(hashBytes);
  if (!bytes || !hash) return failed({ type: 'cut-short' });
  return sameBytes(hash, sha256(concat(before, bytes))) ? ok({ bytes, hash }) : failed({ type: 'damaged' });
};
