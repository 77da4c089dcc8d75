#!/usr/bin/env node
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

/*
 * A sample of what stands between a people counter and Phiên: copy this one file to the little computer
 * at the gate, it needs Node and nothing else. It reads a line for each pulse ("in", "out", "in 3"),
 * keeps what it has counted in a file, and sends it signed. docs/sensors.md says what it sends.
 *
 *   gpio-pulses | node client.mjs --url https://… --fair ID --sensor ID --key-file key --keep count.json
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    fair: { type: 'string' },
    sensor: { type: 'string' },
    'key-file': { type: 'string' },
    keep: { type: 'string' },
    every: { type: 'string', default: '5' },
  },
});
for (const name of ['url', 'fair', 'sensor', 'key-file', 'keep']) {
  if (!values[name]) stop(`--${name} is missing`);
}
const everyMs = Number(values.every) * 1_000;
if (!(everyMs > 0)) stop('--every is a number of seconds');
const key = Buffer.from(readFileSync(values['key-file'], 'utf8').trim(), 'base64url');
if (key.length !== 32) stop('the key is 32 bytes in base64url');
const door = new URL(`/api/fairs/${values.fair}/sensors/${values.sensor}/counts`, values.url);

/* A box without a memory has the second of its start for an epoch: it rises by itself. */
const begun = (counter = { entries: 0, exits: 0 }) => ({
  epoch: Math.floor(Date.now() / 1_000),
  sequence: 0,
  ...counter,
  confirmed: { entries: 0, exits: 0 },
  unsent: [],
});
let state = existsSync(values.keep) ? JSON.parse(readFileSync(values.keep, 'utf8')) : begun();

/* Whole or not at all: a box that loses its power in the middle keeps the old file. */
function keep() {
  writeFileSync(`${values.keep}.new`, JSON.stringify(state));
  renameSync(`${values.keep}.new`, values.keep);
}

/** One message a minute at most; one that was tried once never changes under its number. */
function count(way, many) {
  state[way] += many;
  const countedAt = new Date().toISOString();
  const last = state.unsent.at(-1);
  const isOpen = last && !last.isTried && last.countedAt.slice(0, 16) === countedAt.slice(0, 16);
  if (!isOpen) state.sequence += 1;
  const { sequence, entries, exits } = state;
  const word = { sequence, entries, exits, countedAt, isTried: false };
  state.unsent.splice(isOpen ? -1 : state.unsent.length, isOpen ? 1 : 0, word);
  keep();
}

/** The server knows this epoch with other figures: what it never confirmed begins a new one. */
function startAgain() {
  const { confirmed, unsent } = state;
  const less = ({ entries, exits }) => ({
    entries: entries - confirmed.entries,
    exits: exits - confirmed.exits,
  });
  const fresh = begun(less(state));
  fresh.epoch = Math.max(fresh.epoch, state.epoch + 1);
  fresh.unsent = unsent.map((word, at) => ({
    ...word,
    ...less(word),
    sequence: at + 1,
    isTried: false,
  }));
  fresh.sequence = unsent.length;
  state = fresh;
  keep();
}

async function sendAll() {
  while (state.unsent.length > 0) {
    const [word] = state.unsent;
    word.isTried = true;
    keep();
    const { sequence, entries, exits, countedAt } = word;
    const { epoch } = state;
    const text = [
      'phien-sensor-count-1',
      values.fair.toLowerCase(),
      values.sensor.toLowerCase(),
      ...[epoch, sequence, entries, exits, countedAt],
    ].join('\n');
    const signature = createHmac('sha256', key).update(text, 'utf8').digest('hex');
    const answer = await fetch(door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ epoch, sequence, entries, exits, countedAt, signature }),
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) {
      state.confirmed = { entries, exits };
      state.unsent.shift();
      keep();
    } else if (answer.status === 409) startAgain();
    else if ([400, 401, 403, 404].includes(answer.status)) stop(await answer.text());
    else throw new Error(`the server answered ${answer.status}`);
  }
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

let isOver = false;
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [, way, many = '1'] = /^(in|out)(?: (\d{1,4}))?$/.exec(line.trim()) ?? [];
    if (way) count(way === 'in' ? 'entries' : 'exits', Number(many));
    else process.stderr.write(`not a pulse: ${line}\n`);
  })
  .on('close', () => {
    isOver = true;
  });

/* Without a network it goes on counting, and sends when it is back. */
let isHeard = true;
while (!isOver || state.unsent.length > 0) {
  try {
    await sendAll();
    isHeard = true;
  } catch (failure) {
    if (isHeard) process.stderr.write(`kept, not sent yet: ${failure.message}\n`);
    isHeard = false;
  }
  if (!isOver || state.unsent.length > 0) await sleep(isHeard && isOver ? 0 : everyMs);
}
