import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { globalSetup: './cluster.ts', testTimeout: 90_000 },
});
