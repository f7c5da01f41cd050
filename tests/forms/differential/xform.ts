/**
 * Writes a checklist as an XForm, the way pyxform does, for the engine we compare with. Development only, and only as much of
 * the format as the invented forms need: no media, one language.
 */
import type { Checklist, Choice, Item } from '../../../src/domain/checklist.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

interface Placed {
  readonly item: Item;
  readonly path: string;
  readonly repeats: readonly string[];
}

const placed = (items: readonly Item[], under: string, repeats: readonly string[]): Placed[] =>
  items.flatMap((item) => {
    const path = `${under}/${item.name}`;
    const inner = item.type === 'repeat' ? [...repeats, path] : repeats;
    return [{ item, path, repeats: inner }, ...placed(item.children ?? [], path, inner)];
  });

/** `${name}` as a path: relative where both stand in the same repeat, so that it means the same round. */
const pathTo = (target: Placed, here: Placed): string => {
  const outer = target.item.type === 'repeat' ? target.repeats.slice(0, -1) : target.repeats;
  const shared = outer.filter((repeat) => here.repeats.includes(repeat)).at(-1);
  if (shared === undefined) return target.path;
  const up = here.path.slice(shared.length).split('/').length - 1;
  return [...Array(up).fill('..'), ...target.path.slice(shared.length + 1).split('/')].join('/');
};

const nearest = (all: readonly Placed[], name: string, here: Placed): Placed => {
  const called = all.filter(({ item }) => item.name === name);
  const common = ({ path }: Placed): number => path.split('/').filter((part, index) => here.path.split('/')[index] === part).length;
  const [found] = [...called].sort((a, b) => common(b) - common(a));
  if (!found) throw new Error(`no question called ${name}`);
  return found;
};

class Writing {
  readonly #checklist: Checklist;
  readonly #all: readonly Placed[];

  constructor(checklist: Checklist) {
    this.#checklist = checklist;
    this.#all = placed(checklist.items, '/data', []);
  }

  #expression(text: string, here: Placed, { inFilter = false } = {}): string {
    // pyxform writes these three out in full, wherever they stand.
    const full = text.replace(/indexed-repeat\((?:[^()]|\([^()]*\))*\)/gu, (call) =>
      call.replace(/\$\{([^}]+)\}(?=\s*[,)])/gu, (_, name: string) => nearest(this.#all, name, here).path),
    );
    const written = full.replace(/\$\{([^}]+)\}/gu, (_, name: string) => {
      const path = pathTo(nearest(this.#all, name, here), here);
      return inFilter && path.startsWith('..') ? `current()/${path}` : path;
    });
    return escaped(written);
  }

  /** Outermost repeats stand there twice, as a template and once for real; what is nested follows the one it is in. */
  #instance(items: readonly Item[], within: 'form' | 'template' | 'round'): string {
    return items
      .map((item) => {
        const own = escaped(isRun(item.default) ? '' : (item.default ?? ''));
        const element = (attribute: string, inside: typeof within) =>
          `<${item.name}${attribute}>${item.children ? this.#instance(item.children, inside) : own}</${item.name}>`;
        if (item.type !== 'repeat') return element('', within);
        const template = within === 'round' ? '' : element(' jr:template=""', 'template');
        return within === 'template' ? template : template + element('', 'round');
      })
      .join('');
  }

  #bind(here: Placed): string {
    const { item, path } = here;
    const attributes = [`nodeset="${path}"`, `type="${bindType(item)}"`];
    const add = (name: string, text: string | undefined) =>
      text !== undefined && attributes.push(`${name}="${this.#expression(text, here)}"`);
    add('relevant', item.relevant);
    add('required', item.required);
    add('readonly', item.readonly ?? (item.type === 'note' ? 'true()' : undefined));
    add('constraint', item.constraint);
    if (item.trigger === undefined) add('calculate', item.calculation);
    return `<bind ${attributes.join(' ')}/>`;
  }

  #setvalue(here: Placed, event: string, text: string): string {
    return `<setvalue ref="${here.path}" event="${event}" value="${this.#expression(text, here)}"/>`;
  }

  #firstLoads(): string {
    return this.#all
      .filter(({ item, repeats }) => isRun(item.default) && repeats.length === 0)
      .map((here) => this.#setvalue(here, 'odk-instance-first-load', here.item.default ?? ''))
      .join('');
  }

  #body(items: readonly Item[], under: string): string {
    return items.map((item) => this.#control(this.#at(`${under}/${item.name}`))).join('');
  }

  #at(path: string): Placed {
    const found = this.#all.find((each) => each.path === path);
    if (!found) throw new Error(path);
    return found;
  }

  #control(here: Placed): string {
    const { item, path } = here;
    const label = `<label>${escaped(item.labels.English ?? item.name)}</label>`;
    const inner = item.children ? this.#body(item.children, path) : '';
    if (item.type === 'group') return `<group ref="${path}">${label}${inner}</group>`;
    if (item.type === 'repeat') {
      const count = item.repeatCount === undefined ? '' : ` jr:count="${this.#expression(item.repeatCount, here)}"`;
      const news = this.#all
        .filter((each) => isRun(each.item.default) && each.repeats.at(-1) === path)
        .map((each) => this.#setvalue(each, 'odk-instance-first-load odk-new-repeat', each.item.default ?? ''))
        .join('');
      return `<group ref="${path}">${label}<repeat nodeset="${path}"${count}>${news}${inner}</repeat></group>`;
    }
    if (item.type === 'calculate' || item.type === 'hidden') return '';
    const triggered = this.#all
      .filter((each) => each.item.trigger?.some((name) => nearest(this.#all, name, each).path === path))
      .map((each) => this.#setvalue(each, 'xforms-value-changed', each.item.calculation ?? ''))
      .join('');
    const [tag, attributes] = controlOf(item);
    return `<${tag} ref="${path}"${attributes}>${label}${this.#itemset(here)}${triggered}</${tag}>`;
  }

  #itemset(here: Placed): string {
    const { list, choiceFilter, parameters } = here.item;
    if (list === undefined) return '';
    const filter = choiceFilter === undefined ? '' : `[${this.#expression(choiceFilter, here, { inFilter: true })}]`;
    const name = list.replace(/\.csv$/u, '');
    const nodeset = `instance('${name}')/root/item${filter}`;
    return `<itemset nodeset="${nodeset}"><value ref="${parameters?.value ?? 'name'}"/><label ref="${parameters?.label ?? 'label'}"/></itemset>`;
  }

  #lists(): string {
    const { lists, tables } = this.#checklist;
    const columns = ({ name, labels, columns: more }: Choice): Record<string, string> => ({ name, label: labels.English ?? '', ...more });
    const fromTables = Object.entries(tables).map(([name, table]) => ({
      name: name.replace(/\.csv$/u, ''),
      rows: table.rows.map((cells) => Object.fromEntries(table.columns.map((column, index) => [column, cells[index] ?? '']))),
    }));
    const fromLists = Object.entries(lists).map(([name, choices]) => ({ name, rows: choices.map(columns) }));
    return [...fromLists, ...fromTables]
      .map(({ name, rows }) => `<instance id="${name}"><root>${rows.map(rowXml).join('')}</root></instance>`)
      .join('');
  }

  form(): string {
    const { items } = this.#checklist;
    return [
      '<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"',
      ' xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">',
      '<h:head><h:title>Invented</h:title><model odk:xforms-version="1.0.0">',
      `<instance><data id="invented" version="1">${this.#instance(items, 'form')}<meta><instanceID/></meta></data></instance>`,
      this.#lists(),
      this.#all.map((here) => this.#bind(here)).join(''),
      '<bind nodeset="/data/meta/instanceID" readonly="true()" type="string"/>',
      this.#firstLoads(),
      `</model></h:head><h:body>${this.#body(items, '/data')}</h:body></h:html>`,
    ].join('');
  }
}

const rowXml = (columns: Readonly<Record<string, string>>): string =>
  `<item>${Object.entries(columns)
    .map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
    .join('')}</item>`;

/** As in src/forms/engine/load.ts. */
const isRun = (text: string | undefined): boolean => text !== undefined && /\$\{|[\w.:-]\(/u.test(text);

const isWhole = ({ parameters }: Item): boolean =>
  [parameters?.start ?? '1', parameters?.end ?? '10', parameters?.step ?? '1'].every((text) => Number.isInteger(Number(text)));

const bindType = (item: Item): string => {
  switch (item.type) {
    case 'integer':
      return 'int';
    case 'range':
      return isWhole(item) ? 'int' : 'decimal';
    case 'decimal':
    case 'date':
    case 'time':
    case 'dateTime':
    case 'barcode':
      return item.type;
    case 'rank':
      return 'odk:rank';
    default:
      return 'string';
  }
};

const controlOf = (item: Item): readonly [string, string] => {
  switch (item.type) {
    case 'select_one':
      return ['select1', ''];
    case 'select_multiple':
      return ['select', ''];
    case 'rank':
      return ['odk:rank', ''];
    case 'acknowledge':
      return ['trigger', ''];
    case 'range': {
      const { start = '1', end = '10', step = '1' } = item.parameters ?? {};
      return ['range', ` start="${start}" end="${end}" step="${step}"`];
    }
    default:
      return ['input', ''];
  }
};

export const xformOf = (checklist: Checklist): string => new Writing(checklist).form();
