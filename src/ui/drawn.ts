/** A piece of a page as plain data, and back: to be kept over a start, and drawn before any library is there. */
export type Drawn = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly Drawn[]];

const page = 'http://www.w3.org/1999/xhtml';
const signs = 'http://www.w3.org/2000/svg';
/** Nothing that loads or runs anything, whatever stands in what was kept. */
const tags = new Set('header main div h1 p form label span input button select option svg path'.split(' '));
const isHarmless = (attribute: string): boolean => /^(?!on|style$|src$|href$)[\w-]+$/.test(attribute);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDrawn = (value: unknown): value is Drawn => {
  if (typeof value === 'string') return true;
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [tag, attributes, children]: unknown[] = value;
  return typeof tag === 'string' && tags.has(tag) && hasTexts(attributes) && Array.isArray(children) && children.every(isDrawn);
};
const hasTexts = (attributes: unknown): boolean =>
  isRecord(attributes) && Object.entries(attributes).every(([name, text]) => isHarmless(name) && typeof text === 'string');

export const readDrawn = (value: unknown): readonly Drawn[] | null => (Array.isArray(value) && value.every(isDrawn) ? value : null);

/** Of a list what is chosen: the others are not seen before it is opened, and each name of a language asks for another font. */
const isUnseen = (node: Node): boolean => node instanceof HTMLOptionElement && !node.selected;

const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

/** What was typed stands in a property, and so is never part of it. */
export const drawnOf = (node: Node): readonly Drawn[] => {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element) || isUnseen(node)) return [];
  return [[node.localName, attributesOf(node), [...node.childNodes].flatMap(drawnOf)]];
};

export const make = (drawn: Drawn, namespace = page): Node => {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  const [tag, attributes, children] = drawn;
  const own = tag === 'svg' ? signs : namespace;
  const element = document.createElementNS(own, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => make(child, own)));
  return element;
};
