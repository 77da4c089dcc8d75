import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { preProcessFile } from 'typescript';
import { projectFolder } from '../../tools/machine/project-folder';

/** What each part of the house may import. The trade's own order: plan, sell and count, show, report. */
const MAY_SEE: Record<string, readonly string[]> = (() => {
  const order = ['kernel', 'till', 'allocator', 'places', 'store', 'identity', 'planning'];
  const pure = ['kernel'];
  const table: Record<string, readonly string[]> = {
    kernel: [],
    till: pure,
    allocator: pure,
    places: pure,
    parcel: pure,
    store: ['kernel', 'places'],
    identity: ['kernel', 'store'],
    planning: ['kernel', 'till', 'allocator', 'places', 'store', 'identity'],
    sales: order,
    visitors: order,
    dashboard: [...order, 'sales', 'visitors'],
    reports: [...order, 'parcel', 'sales', 'visitors', 'dashboard'],
    'apps/web': ['kernel', 'till'],
    'tools/simulate': ['kernel', 'till'],
    'tools/verify': ['kernel', 'till', 'parcel'],
  };
  const all = Object.keys(table).filter((name) => !name.includes('/'));
  return {
    ...table,
    'apps/api': all,
    'apps/worker': all,
    tools: all,
    test: all,
  };
})();

/** Libraries that a pure part does without: it runs in a browser, in a worker thread, on paper. */
const PURE = ['kernel', 'till', 'allocator', 'places'];
const IMPURE = /^(node:|@nestjs\/|typeorm|pg$|bullmq|ioredis|socket\.io|express|reflect-metadata)/;

/** A search reckons for minutes: the allocator opens its threads itself, in one folder. */
const OPENS_THREADS = /^libs\/allocator\/threads\//;

interface Arrow {
  file: string;
  to: string;
}

const partOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  if (first === 'libs') return second;
  const deeper = `${first}/${second}`;
  return deeper in MAY_SEE ? deeper : first;
};

/** What is wrong with one import, or nothing. Files are named from the root, with slashes. */
function fault({ file, to }: Arrow): string | undefined {
  const from = partOf(file);
  const isSpec = /\.spec\.tsx?$|\/testing?\//.test(file);
  const allowed = MAY_SEE[from];
  if (!allowed) return `${file}: the table of arrows does not know ${from}`;
  if (to.startsWith('@phien/')) {
    const lib = to.slice('@phien/'.length);
    if (lib.includes('/')) return `${file}: from outside only a lib's door, not ${to}`;
    if (lib === from) return `${file}: inside a lib import the file, not the door`;
    return allowed.includes(lib) ? undefined : `${file}: ${from} must not see ${lib}`;
  }
  if (to.startsWith('.')) {
    const target = relative(projectFolder, resolve(projectFolder, dirname(file), to));
    const into = partOf(target);
    if (into === from || (from === 'test' && into === 'test')) return undefined;
    /* Playwright reads no decorators, and so no lib's door: a story takes a reader of files by path. */
    if (file.startsWith('test/browser/') && /^libs\/\w+\/testing\//.test(target)) return undefined;
    if (target.startsWith('libs/')) return `${file}: reach ${into} by its door, not by ${to}`;
    if (from === 'tools' || into === 'tools' || from === 'test') return undefined;
    return `${file}: ${from} must not reach into ${into}`;
  }
  if (OPENS_THREADS.test(file) && to === 'node:worker_threads') return undefined;
  if (PURE.includes(from) && !isSpec && IMPURE.test(to))
    return `${file}: ${from} is pure, ${to} is not`;
  return undefined;
}

function sources(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !/\/(node_modules|paraglide)\/|\.d\.ts$/.test(name));
}

const imports = (file: string): Arrow[] =>
  preProcessFile(readFileSync(join(projectFolder, file), 'utf8')).importedFiles.map(
    ({ fileName }) => ({
      file,
      to: fileName,
    }),
  );

it('lets every import point the way of the trade', () => {
  const files = ['apps', 'libs', 'tools', 'test'].flatMap(sources);
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap(imports).map(fault).filter(Boolean)).toEqual([]);
});

it.each([
  [{ file: 'libs/sales/document/x.ts', to: '@phien/visitors' }, 'sales must not see visitors'],
  [{ file: 'libs/visitors/gate/x.ts', to: '@phien/sales' }, 'visitors must not see sales'],
  [{ file: 'libs/planning/fair/x.ts', to: '@phien/dashboard' }, 'planning must not see dashboard'],
  [{ file: 'libs/kernel/money/x.ts', to: '@phien/till' }, 'kernel must not see till'],
  [{ file: 'libs/till/cart/x.ts', to: 'node:crypto' }, 'till is pure'],
  [{ file: 'libs/allocator/search/x.ts', to: 'node:worker_threads' }, 'allocator is pure'],
  [{ file: 'libs/allocator/threads/x.ts', to: 'node:fs' }, 'allocator is pure'],
  [{ file: 'libs/sales/document/x.ts', to: '../../planning/fair/fair.entity' }, 'by its door'],
  [{ file: 'libs/sales/document/x.ts', to: '@phien/planning/fair' }, "only a lib's door"],
  [{ file: 'libs/sales/document/x.ts', to: '@phien/sales' }, 'import the file'],
  [{ file: 'apps/web/src/board/x.tsx', to: '@phien/store' }, 'apps/web must not see store'],
  [{ file: 'tools/simulate/main.ts', to: '@phien/store' }, 'tools/simulate must not see store'],
  [{ file: 'test/browser/x.spec.ts', to: '../../libs/sales/register/x' }, 'by its door'],
  [{ file: 'libs/mystery/x.ts', to: '@phien/kernel' }, 'does not know mystery'],
])('says so when %j does not', (arrow, words) => {
  expect(fault(arrow)).toContain(words);
});

/** Words that tell a reader nothing. */
const EMPTY_WORDS = /(^|[-./])(manager|helper|util|utils|common|misc|data|info)s?([-./]|$)/;

it('names files by the words of the trade', () => {
  const files = ['apps', 'libs', 'tools', 'test'].flatMap(sources);
  expect(files.filter((file) => EMPTY_WORDS.test(file))).toEqual([]);
  expect(
    ['libs/sales/sale-helper.ts', 'libs/x/data.ts'].every((file) => EMPTY_WORDS.test(file)),
  ).toBe(true);
});
