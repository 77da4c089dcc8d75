import { spawn } from 'node:child_process';

/**
 * `node leashed-command.js <program> [arguments]`, with a channel to its parent: runs the program
 * and ends it when the parent is gone, even by kill -9.
 */
const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'inherit' });

const end = () => child.kill('SIGTERM');
process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', end);
process.on('SIGHUP', end);

child.once('error', (failure) => {
  process.stderr.write(`${program}: ${failure.message}\n`);
  process.exit(127);
});
child.once('exit', (code) => process.exit(code ?? 1));
