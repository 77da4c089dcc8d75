const circus = require('jest-circus');

/* Only against one that hangs: a machine that others work on may be a third as fast. */
const DEFAULT_MS = 180_000;

/* What a file says of its own limit holds for that file: its state is its own. */
const limits = new WeakMap();
globalThis.jest.setTimeout = (ms) => limits.set(circus.getState(), ms);

/* A promise that fails before anyone asks is fine when it is asked about before the test is over. */
const neverAsked = new Map();
process.on('unhandledRejection', (reason, promise) => neverAsked.set(promise, reason));
process.on('rejectionHandled', (promise) => neverAsked.delete(promise));

async function failWhatNobodyAskedAbout() {
  if (neverAsked.size === 0) return;
  await new Promise((resolve) => setImmediate(resolve));
  const [reason] = neverAsked.values();
  neverAsked.clear();
  if (reason !== undefined) throw reason;
}

const withinTime = (work, ms) => async () => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It was not over after ${ms / 1000} s.`)), ms);
  });
  try {
    await Promise.race([work(), late]);
    await failWhatNobodyAskedAbout();
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The runner that shares packages between the files of a worker knows no limit of time and ends the
 * worker at a promise that fails too early: both are seen to here, as each test or hook is named.
 */
circus.addEventHandler((event, { currentDescribeBlock }) => {
  const named =
    event.name === 'add_test'
      ? currentDescribeBlock.children.at(-1)
      : event.name === 'add_hook'
        ? currentDescribeBlock.hooks.at(-1)
        : null;
  if (typeof named?.fn !== 'function') return;
  const ms = event.timeout ?? limits.get(circus.getState()) ?? DEFAULT_MS;
  named.fn = withinTime(named.fn, ms);
});
