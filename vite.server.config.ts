/** Builds the endpoint (and the tools that need it) into plain JavaScript: Node 20 does not run TypeScript. */
import { defineConfig } from 'vite';

/** One line per program; each becomes dist/server/<name>.js. */
const programs = {
  main: 'server/main.ts',
  backup: 'commands/keeping/backup.ts',
  restore: 'commands/keeping/restore.ts',
  verify: 'commands/keeping/verify.ts',
  load: 'commands/load/main.ts',
  loadCarrier: 'commands/load/carrier.ts',
  demo: 'demo/main.ts',
  screens: 'tests/tools/screens.ts',
  languages: 'tests/tools/languages.ts',
  kills: 'tests/tools/kills.ts',
  fuzz: 'tests/tools/fuzz.ts',
  bench: 'bench/main.ts',
  bareServer: 'bench/bareServer.ts',
};

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    // Dependencies stay outside: libsql brings its own binary.
    // Shared parts lie beside the programs: some find the app or the endpoint from where they lie themselves.
    rolldownOptions: { input: programs, output: { chunkFileNames: '[name]-[hash].js' } },
  },
});
