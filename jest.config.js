/**
 * The specs run as they were built, in threads that load each package once and keep it from file
 * to file: to load TypeORM and Nest anew for each file cost as much as all the tests. Files of one
 * thread share what is global, so a spec leaves it as it found it.
 */
module.exports = {
  runner: 'jest-light-runner',
  testEnvironment: 'node',
  roots: ['libs', 'apps', 'test', 'tools'].map((root) => `<rootDir>/dist/${root}`),
  testMatch: ['**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/test/browser/'],
  transform: {},
  setupFilesAfterEnv: ['<rootDir>/test/time-limits.js'],
  testSequencer: '<rootDir>/test/long-first.js',
};
