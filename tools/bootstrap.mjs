/**
 * The first thing `npm start`, `npm test` and the other scripts run. It needs nothing but Node: it
 * installs what the lockfile names, builds what changed, and then becomes the compiled tool.
 *
 *   node tools/bootstrap.mjs start|test|dev|stop [arguments]
 *   node tools/bootstrap.mjs build
 *   node tools/bootstrap.mjs run <tool> [arguments]
 */
const oldestNode = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isOldNode = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);

if (isOldNode) {
  process.stderr.write(
    `Phiên cần Node ${oldestNode.join('.')} trở lên, máy này có ${process.versions.node}. · ` +
      `Phiên needs Node ${oldestNode.join('.')} or newer, this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}
if (process.platform === 'win32') {
  process.stderr.write(
    'Phiên chạy trên Linux và macOS; trên Windows hãy dùng WSL. · ' +
      'Phiên runs on Linux and macOS; on Windows please use WSL.\n',
  );
  process.exit(1);
}

// Not `await`, which the Node that we turn away above could not even read.
void import('./bootstrap-route.mjs').then(({ prepareAndRun }) =>
  prepareAndRun(process.argv.slice(2)),
);
