import { openGate } from '@phien/visitors';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';
import { OpenDoor } from './open-door';

const client = join(projectFolder, 'tools/sensor/client.mjs');

let door: OpenDoor;
let folder: string;

beforeAll(async () => {
  door = await OpenDoor.open();
  folder = mkdtempSync(join(tmpdir(), 'sensor-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await door.close();
});

async function newSensor() {
  const { fairId } = await door.makeFair({ booths: 0 });
  const { gateId } = await openGate(door.source.manager, fairId);
  const { login } = await door.makeAccount({ fairId, role: 'organizer' });
  const cookie = await door.signIn(login);
  const added = await door
    .ask()
    .post(`/api/fairs/${fairId}/gates/${gateId}/sensors`)
    .set('Cookie', cookie)
    .send({ name: 'Cửa trái' })
    .expect(201);
  const { id, key } = added.body as { id: string; key: string };
  const keyFile = join(folder, `${id}.key`);
  writeFileSync(keyFile, `${key}\n`);
  const visits = async () => {
    const { body } = await door.ask().get(`/api/fairs/${fairId}/visits`).set('Cookie', cookie);
    const { entries, exits, gates } = body;
    return { entries, exits, sensorEntries: gates[0].sensorEntries };
  };
  return { fairId, id, keyFile, keep: join(folder, `${id}.json`), visits };
}

/** Feeds pulses to the client until it has sent them all; answers its exit code and what it complained of. */
function feed(
  { fairId, id, keyFile, keep }: { fairId: string; id: string; keyFile: string; keep: string },
  pulses: string[],
): Promise<{ code: number | null; said: string }> {
  const given = { url: `http://127.0.0.1:${door.port}`, fair: fairId, sensor: id };
  const options = { ...given, 'key-file': keyFile, keep, every: '0.1' };
  const child = spawn(process.execPath, [
    client,
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ]);
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  child.stdin.end(pulses.map((pulse) => `${pulse}\n`).join(''));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

it('the sample client counts, goes on where it was, and starts a new epoch after a reset', async () => {
  const sensor = await newSensor();
  expect(await feed(sensor, ['in', 'in 3', 'out', 'nonsense'])).toEqual({
    code: 0,
    said: 'not a pulse: nonsense\n',
  });
  expect(await sensor.visits()).toEqual({ entries: 4, exits: 1, sensorEntries: 4 });
  const before = readFileSync(sensor.keep, 'utf8');
  await feed(sensor, ['in 2']);
  expect(await sensor.visits()).toMatchObject({ entries: 6, exits: 1 });

  /* Its memory is set back to an older copy: the same number would stand for other figures. */
  writeFileSync(sensor.keep, before);
  expect(await feed(sensor, ['in 5'])).toEqual({ code: 0, said: '' });
  expect(await sensor.visits()).toMatchObject({ entries: 11, exits: 1 });

  /* It has forgotten everything. */
  rmSync(sensor.keep);
  await feed(sensor, ['in', 'out 2']);
  expect(await sensor.visits()).toEqual({ entries: 12, exits: 3, sensorEntries: 12 });
});

it('the sample client says why it is not let in, and keeps what it counted', async () => {
  const sensor = await newSensor();
  writeFileSync(sensor.keyFile, Buffer.alloc(32, 1).toString('base64url'));
  const { code, said } = await feed(sensor, ['in 7']);
  expect(code).toBe(1);
  expect(said).toContain('sensor_signature_wrong');
  expect(JSON.parse(readFileSync(sensor.keep, 'utf8'))).toMatchObject({ entries: 7 });
  expect(await sensor.visits()).toMatchObject({ entries: 0 });
});
