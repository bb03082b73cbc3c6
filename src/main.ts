import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { runMain } from './action/main.ts';

await runMain(core, process.env, dirname(fileURLToPath(import.meta.url)));
