const eslint = require('@eslint/js');
const hooks = require('eslint-plugin-react-hooks');
const { defineConfig, globalIgnores } = require('eslint/config');
const typescript = require('typescript-eslint');

const nodeGlobals = Object.fromEntries(
  [
    ...['process', 'console', 'Buffer', 'URL', 'performance', 'fetch', 'AbortSignal'],
    ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  ].map((name) => [name, 'readonly']),
);

module.exports = defineConfig(
  globalIgnores([
    'dist/',
    '.phien/',
    'test-results/',
    'playwright-report/',
    'apps/web/src/paraglide/',
    'apps/web/public/',
    'apps/api/metadata.ts',
    '**/*.generated.*',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [eslint.configs.recommended, typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      // Verbs of one family share a signature, whether or not one of them has to wait.
      '@typescript-eslint/require-await': 'off',
      // `value` of a tuple that is taken apart to leave something out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true, allowNever: true },
      ],
      // Event handlers and timers may be async; what they reject with is caught by the process.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    extends: [hooks.configs.flat.recommended],
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'libs/*/testing/**/*.ts'],
    rules: {
      // What comes out of supertest, JSON and raw SQL is judged by the assertions.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
  },
  {
    files: ['**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
);
