import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/**
 * The command line is bundled, with everything that it uses: loading hundreds of small files takes
 * longer than most commands. What is optional is the project's own: msw. See docs/decisions/bundled-command-line.md.
 */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/bin.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: true,
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: { external: [/^node:/u, /^msw(?:\/|$)/u, ...builtinModules] },
  },
});
