import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumFlags } from '../../tools/machine/chromium-flags';

/*
 * A page of a story lives for seconds: to optimize its scripts takes longer than it saves, and with
 * room for what is young less of it is collected.
 */
const forShortVisits = '--js-flags=--no-maglev,--no-turbofan,--min-semi-space-size=16';

const project = join(__dirname, '..', '..');

/**
 * The stories that a person could tell of the web, in a real Chromium against the real api, worker
 * and Postgres; and the rules of the web, which need neither. Two workers, each with a server of
 * its own, since a story waits more than it works; the stories of one file stay in one worker.
 */
export default defineConfig({
  testDir: project,
  testMatch: ['test/browser/**/*.spec.ts', 'apps/web/src/**/*.spec.ts'],
  testIgnore: ['**/node_modules/**', 'dist/**'],
  outputDir: join(project, 'test-results', 'browser'),
  workers: 2,
  retries: 0,
  /* Against what hangs alone: a machine may be a third as fast, and stand still for seconds. */
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'vi-VN',
    timezoneId: 'America/New_York',
    /* What breathes or glimmers is drawn sixty times a second, for nobody. */
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: [...chromiumFlags, forShortVisits],
    },
  },
});
