import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainEnvironment, projectFolder } from './bootstrap-project.mjs';

/** Ends the work with its message alone: no stack, a person reads it. */
export class Failure extends Error {}

const { stdout } = process;

/** Runs `work` and prints one line with a tick and the seconds it took. */
export async function step(title, work) {
  const startedMs = performance.now();
  if (stdout.isTTY) stdout.write(`  … ${title}`);
  try {
    await work();
  } catch (failure) {
    if (stdout.isTTY) stdout.write('\r\x1b[K');
    stdout.write(`  ✗ ${title}\n`);
    throw failure;
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  if (stdout.isTTY) stdout.write('\r\x1b[K');
  stdout.write(`  ✓ ${title} (${seconds} s)\n`);
}

/** Runs a program of Node with its noise in `logFile`; its gist is shown when it fails. */
export async function runQuietly(title, logFile, args, env = {}) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      stdio: ['ignore', log, log],
      env: { ...plainEnvironment(), ...env },
    });
    const end = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, end);
      resolve(exitCode ?? signal);
    });
  });
  closeSync(log);
  if (code === 0) return;
  const words = gist(readFileSync(logFile, 'utf8').trimEnd().split('\n'));
  throw new Failure(`${words}\n\n${title}: ${code}. ${logFile}`);
}

/* npm says why at the top and vite at the end. */
function gist(lines) {
  if (lines.length <= 30) return lines.join('\n');
  return [...lines.slice(0, 15), '…', ...lines.slice(-15)].join('\n');
}
