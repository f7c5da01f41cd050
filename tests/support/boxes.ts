/**
 * Whether every text on a screen can be read: none is cut off by what holds it, runs out of the page, or lies on another.
 * Measured from the boxes of the text itself, so that it holds for any script and any size of type.
 */
import type { Page } from 'playwright-core';

/** Runs inside the page; everything it needs is within. Gives one line for each trouble. */
const troublesHere = (withLists: boolean): string[] => {
  const slack = 2;
  interface Line {
    readonly node: Text;
    readonly element: Element;
    readonly size: number;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const told = (text: string) => `“${text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}”`;
  const isForEyes = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1;
  };

  /** Where a text may be seen: what the boxes around it leave, until one can be scrolled. */
  const cutBy = (line: Line): string | null => {
    let [horizontally, vertically] = [true, true];
    for (let box = line.element; box !== document.documentElement && (horizontally || vertically); ) {
      const style = getComputedStyle(box);
      const around = box.getBoundingClientRect();
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (horizontally && cuts(style.overflowX) && (line.left < around.left - slack || line.right > around.right + slack))
        return box.className;
      if (vertically && cuts(style.overflowY) && (line.top < around.top - slack || line.bottom > around.bottom + slack))
        return box.className;
      horizontally &&= !['auto', 'scroll'].includes(style.overflowX);
      vertically &&= !['auto', 'scroll'].includes(style.overflowY);
      if (!box.parentElement) break;
      box = box.parentElement;
    }
    const wide = horizontally && (line.left < -slack || line.right > document.documentElement.clientWidth + slack);
    return wide ? 'the page' : null;
  };

  /** Scrolled out of the box that holds it: nobody sees it just now, and nothing lies on it. */
  const isScrolledAway = (element: Element, left: number, right: number, middle: number): boolean => {
    for (let box: Element | null = element; box && box !== document.documentElement; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const around = box.getBoundingClientRect();
      if (overflowY !== 'visible' && (middle < around.top || middle > around.bottom)) return ['auto', 'scroll'].includes(overflowY);
      if (overflowX !== 'visible' && (right < around.left || left > around.right)) return ['auto', 'scroll'].includes(overflowX);
    }
    return false;
  };

  const lines: Line[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || ['OPTION', 'SCRIPT', 'STYLE', 'TITLE'].includes(element.tagName) || !isForEyes(element))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1) continue;
      // The box of a tall script's font is far higher than its letters: what counts is about as high as the type is large.
      const middle = (top + bottom) / 2;
      if (isScrolledAway(element, left, right, middle)) continue;
      lines.push({ node: node as Text, element, size, left, right, top: middle - size * 0.4, bottom: middle + size * 0.4 });
    }
  }

  const troubles = new Set<string>();
  for (const line of lines) {
    const by = cutBy(line);
    if (by !== null) troubles.add(`${told(line.node.data)} is cut off by .${by}`);
  }

  /** What stays in its place while the page scrolls lies over the page, and is meant to. */
  const floats = (element: Element): boolean => {
    for (let each: Element | null = element; each && each !== root; each = each.parentElement)
      if (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(each).position)) return true;
    return false;
  };
  const lying = lines.filter(({ element }) => !floats(element)).sort((a, b) => a.top - b.top);
  lying.forEach((line, at) => {
    for (const other of lying.slice(at + 1)) {
      if (other.top >= line.bottom - slack) break;
      if (other.node === line.node || Math.min(line.right, other.right) - Math.max(line.left, other.left) <= slack) continue;
      if (Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top) < Math.min(line.size, other.size) * 0.25) continue;
      troubles.add(`${told(line.node.data)} and ${told(other.node.data)} lie on each other`);
    }
  });

  const pen = document.createElement('canvas').getContext('2d');
  for (const select of withLists ? root.querySelectorAll('select') : []) {
    const chosen = select.selectedOptions[0]?.text ?? '';
    const style = getComputedStyle(select);
    if (!pen || !isForEyes(select) || style.opacity === '0' || style.color === 'rgba(0, 0, 0, 0)') continue;
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = select.clientWidth - Number.parseFloat(style.paddingInlineStart) - Number.parseFloat(style.paddingInlineEnd);
    if (pen.measureText(chosen).width > room + slack) troubles.add(`${told(chosen)} has no room in its list`);
  }
  return [...troubles];
};

/** `lists`: whether what is chosen in a list must be seen whole too. A native list cannot break its line; opened, it shows it. */
export const boxTroubles = (page: Page, { lists }: { readonly lists: boolean }): Promise<string[]> => page.evaluate(troublesHere, lists);
