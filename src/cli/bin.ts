#!/usr/bin/env node
import { main } from './main.ts';
import { createNodeIo } from './node-io.ts';

process.exitCode = await main(process.argv.slice(2), createNodeIo());
