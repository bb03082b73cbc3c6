import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Files that share a cluster run one after the other.
  test: { globalSetup: './cluster.ts', fileParallelism: false, testTimeout: 90_000, hookTimeout: 90_000 },
});
