import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTarget, targetText, uniqueTargets } from '../../../src/config/target.ts';

test('a target that is said twice, in whatever words, is one', () => {
  const words = ['deploy/web -n shop', 'crd/widgets.example.com', 'deployment/web -n shop', 'deployment/web'];
  const targets = uniqueTargets(words.map((word) => readTarget(word, 'input "wait-for"')));
  assert.deepEqual(targets.map(targetText), ['deployment/web -n shop', 'crd/widgets.example.com', 'deployment/web']);
});
