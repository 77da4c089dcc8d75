import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { featuresOff } from './chromium-flags';

it('keeps off what Playwright turns off, since our list is heeded in place of its own', () => {
  const playwright = dirname(require.resolve('playwright-core/package.json'));
  const code = readFileSync(join(playwright, 'lib', 'coreBundle.js'), 'utf8');
  const [, list] = /\bdisabledFeatures = \[(.*?)\]/s.exec(code) ?? [];
  const names = (list ?? '').replaceAll(/\/\/.*/g, '').match(/\w+/g) ?? [];
  expect(names).toContain('PaintHolding');
  expect(featuresOff).toEqual(expect.arrayContaining(names));
});
