import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { messageOptions } from './messages.config.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = `http://127.0.0.1:${process.env.PORT ?? '4300'}`;

/**
 * The live line is a websocket and nothing else, so the other transports of engine.io (2 kB) stay
 * out of the pages.
 */
const websocketOnly: Plugin = {
  name: 'phien:websocket-only',
  enforce: 'pre',
  load(id) {
    if (!/engine\.io-client\/build\/esm\/transports\/index\.js$/.test(id)) return null;
    return "import { WS } from './websocket.js'; export const transports = { websocket: WS };";
  },
};

/** What goes over the live line is text: taking bytes out of packets (0.6 kB) stays out of the pages. */
const textOnly: Plugin = {
  name: 'phien:text-only',
  enforce: 'pre',
  load(id) {
    const [, file] = /socket\.io-parser\/build\/esm\/(binary|is-binary)\.js$/.exec(id) ?? [];
    if (file === undefined) return null;
    const refuse = "() => { throw new Error('The live line is text.'); }";
    return file === 'binary'
      ? `export const deconstructPacket = ${refuse}; export const reconstructPacket = ${refuse};`
      : 'export const isBinary = () => false; export const hasBinary = () => false;';
  },
};

/**
 * A compiled message needs to know which language is spoken, and nothing else of Paraglide's
 * runtime (2 kB: cookies, addresses, servers).
 */
const messagesAskUs: Plugin = {
  name: 'phien:messages-ask-us',
  enforce: 'pre',
  resolveId(source, importer) {
    const isMessage = importer?.replaceAll('\\', '/').includes('/src/paraglide/messages/');
    return isMessage && source === '../runtime.js' ? here('./src/i18n/spoken-language.ts') : null;
  },
};

/**
 * The board draws lines. uPlot hands out its other shapes (steps, bars, splines) and its own insides
 * as properties, which no bundler can drop; nothing here asks for them.
 */
const linesOnly: Plugin = {
  name: 'phien:lines-only',
  transform(code, id) {
    if (!/uplot[\\/]dist[\\/]uPlot\.esm\.js$/.test(id)) return null;
    const [from, to] = [
      code.indexOf('uPlot.assign ='),
      code.indexOf('export { uPlot as default }'),
    ];
    if (from < 0 || to < from) throw new Error('uPlot ends in another way than it did.');
    return { code: code.slice(0, from) + code.slice(to), map: null };
  },
};

/** Every query here has one page; what asks for pages without end stays out. */
const noEndlessQueries: Plugin = {
  name: 'phien:no-endless-queries',
  enforce: 'pre',
  load(id) {
    if (!/query-core[\\/]build[\\/]modern[\\/]infiniteQueryBehavior\.js$/.test(id)) return null;
    const refuse = "() => { throw new Error('No query here is endless.'); }";
    return `export const infiniteQueryBehavior = ${refuse};
      export const hasNextPage = () => false; export const hasPreviousPage = () => false;`;
  },
};

/**
 * A new page begins at its top, and that is all that is asked of the router's memory for places one
 * had scrolled to (1.5 kB): whether it should, the router says in `_scroll.n`, once for each page.
 */
const pagesBeginAtTheTop: Plugin = {
  name: 'phien:pages-begin-at-the-top',
  enforce: 'pre',
  load(id) {
    if (!/router-core[\\/]dist[\\/]esm[\\/]scroll-restoration\.js$/.test(id)) return null;
    return `export function setupScrollRestoration(router) {
        router.subscribe('onRendered', () => {
          const { n: isWanted } = router._scroll;
          router._scroll.n = true;
          if (isWanted) scrollTo(0, 0);
        });
      }
      export const storageKey = '';
      export const defaultGetScrollRestorationKey = ({ href }) => href;
      export const getElementScrollRestorationEntry = () => undefined;`;
  },
};

/**
 * What is built by itself, one at a time: a page that must stand alone and stay small shares no
 * chunk with the others, or each would bring a part of the rest. `main` is every other screen.
 */
const pages = {
  main: here('./index.html'),
  till: here('./till/index.html'),
  slip: here('./slip/index.html'),
  gate: here('./gate/index.html'),
  declare: here('./declare/index.html'),
  tv: here('./tv/index.html'),
  f: here('./f/index.html'),
  verify: here('./verify/index.html'),
  apply: here('./apply/index.html'),
};
type Page = keyof typeof pages;

const isPage = (mode: string): mode is Page => mode in pages;

/**
 * The first screen of the till is a chunk of its own that its script asks for; the page asks for it at
 * once, so that a phone that has never been here does not wait twice.
 */
const tillStartsAtOnce: Plugin = {
  name: 'phien:till-starts-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk');
      const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/till/start.ts'));
      const entry = chunks.find(({ isEntry }) => isEntry);
      if (!start || !entry) return [];
      const isNew = ({ fileName }: { fileName: string }) =>
        fileName !== entry.fileName && !entry.imports.includes(fileName);
      const needed = [start, ...chunks.filter(({ fileName }) => start.imports.includes(fileName))];
      return needed
        .filter(isNew)
        .flatMap(({ fileName, viteMetadata }) => [
          preload({ rel: 'modulepreload', href: `/${fileName}` }),
          ...[...(viteMetadata?.importedCss ?? [])].map((file) =>
            preload({ rel: 'preload', as: 'style', href: `/${file}` }),
          ),
        ]);
    },
  },
};

const preload = (attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head',
});

/*
 * The kernel and the till's core are pure, and of engine.io's other transports nothing is called: a
 * page that takes one function of them does not wait for the rest.
 */
const pure =
  /[\\/]libs[\\/](?:kernel|till)[\\/]|engine\.io-client[\\/]build[\\/]esm[\\/](?:transports|contrib)[\\/]/;

/*
 * What most screens stand on is one file: ten small ones compress worse, and the board, which has the
 * least room, pays for every one. It does without what is left out here.
 */
const ground = {
  name: 'ground',
  minShareCount: 4,
  test: (id: string) =>
    !/icons|useMutation|mutationObserver|fold-text|fair-plan|plan-requests|plan\.rules|my_optional|kernel[\\/]ids|my_failed|toast_|uqr|reports\.rules|(my|ui)\/(asked-twice|field|form|toast|problem-line|qr-picture|search-field|sheet)|(socket|engine)\.io/.test(
      id,
    ),
};

/** The mode names the page to build; in any other mode, such as in development, it is `main`. */
export default defineConfig(({ mode, command }) => {
  const page = isPage(mode) ? mode : 'main';
  return {
    root: here('.'),
    plugins: [
      ...(command === 'serve'
        ? [paraglideVitePlugin({ ...messageOptions, emitTsDeclarations: true })]
        : []),
      react(),
      websocketOnly,
      textOnly,
      messagesAskUs,
      linesOnly,
      noEndlessQueries,
      pagesBeginAtTheTop,
      tillStartsAtOnce,
    ],
    resolve: {
      alias: {
        '@phien/kernel': here('../../libs/kernel/index.ts'),
        '@phien/till': here('../../libs/till/index.ts'),
      },
    },
    build: {
      outDir: here('../../dist/web'),
      emptyOutDir: false,
      manifest: `.vite/${page}.json`,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: pages[page],
        /* Every part's address stands in the first script, where a name is felt and nobody reads it. */
        output: {
          codeSplitting: { groups: [ground] },
          chunkFileNames: 'assets/[hash:7].js',
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css'))
              ? 'assets/[hash:7][extname]'
              : 'assets/[name]-[hash][extname]',
        },
        treeshake: { moduleSideEffects: [{ test: pure, sideEffects: false }] },
      },
    },
    server: {
      host: '127.0.0.1',
      port: 4301,
      strictPort: true,
      proxy: {
        '/api': { target: api },
        '/socket.io': { target: api, ws: true },
      },
    },
  };
});
