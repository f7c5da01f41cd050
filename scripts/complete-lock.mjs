/**
 * Names in package-lock.json the binaries of platforms that the registry at hand did not have when the lock was written.
 * Without them `npm ci` refuses the lock, and on another platform npm would leave its binary out. No checksum is known
 * for these, so npm takes what the registry says. Run after adding a package, when tests/guards/lock.test.ts asks for it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './project.mjs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const file = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** Such packages say in their name where they run: `rollup-linux-x64-musl`. */
const platformOf = (name) => {
  const words = name.split('/').pop().split('-');
  const os = words.find((word) => systems.includes(word));
  if (!os) throw new Error(`cannot tell from its name where ${name} runs`);
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : ['glibc'];
  return { cpu: [words[words.indexOf(os) + 1]], ...(os === 'linux' ? { libc } : {}), os: [os] };
};

const missing = Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`])
    .map(([name, version]) => [`node_modules/${name}`, { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) }]),
);
const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) }).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${missing.length} added.`);
