#!/usr/bin/env node
import { runDind } from './dind/run.ts';

process.exitCode = await runDind(process.argv.slice(2), process.env);
