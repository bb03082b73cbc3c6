import * as core from '@actions/core';
import { runPost } from './action/post.ts';

await runPost(core, process.env);
