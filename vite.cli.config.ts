import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/**
 * The command line is bundled: loading some three hundred small files takes longer than most
 * commands. The AWS SDK stays outside, so that the installed client is the one that is used.
 */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/bin.ts',
    outDir: 'dist/cli',
    target: 'node20',
    minify: true,
    rolldownOptions: {
      external: [/^@aws-sdk\//u, /^@smithy\//u, /^node:/u, ...builtinModules],
    },
  },
});
