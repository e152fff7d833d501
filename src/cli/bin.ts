#!/usr/bin/env node
import { reportInternalError } from './internal-error.ts';
import { main } from './main.ts';
import { createNodeIo } from './node-io.ts';

const io = createNodeIo();
process.on('uncaughtException', (error) => {
  process.exit(reportInternalError(error, io));
});
process.exitCode = await main(process.argv.slice(2), io);
