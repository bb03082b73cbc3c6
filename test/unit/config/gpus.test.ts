import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatGpus, parseGpus } from '../../../src/config/gpus.ts';

test('a request for GPUs is written as it is read', () => {
  const written = [
    'all',
    '2',
    'device=GPU-1',
    '"device=0,1"',
    'count=all,driver=nvidia',
    '"device=0,1",driver=nvidia,"capabilities=compute,utility","options=a=b,c=d"',
  ];
  for (const text of written) assert.equal(formatGpus(parseGpus(text, 'here')), text);
  const same: Record<string, string> = { 'count=-1': 'all', 'device=0,1': '"device=0,1"', 'capabilities=gpu': '1' };
  for (const [text, is] of Object.entries(same)) assert.equal(formatGpus(parseGpus(text, 'here')), is);
});
