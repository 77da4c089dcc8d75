import { newId } from '@phien/kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';
import { OpenDoor, type HeldRole } from './open-door';

interface Operation {
  'x-access'?: string[];
}
const document = JSON.parse(readFileSync(join(projectFolder, 'apps/api/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

const routes = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({
    verb,
    path,
    access: operation['x-access'] ?? [],
  })),
);

let door: OpenDoor;
let fairId: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  door = await OpenDoor.open();
  const fair = await door.makeFair();
  const elsewhere = await door.makeFair();
  fairId = fair.fairId;
  const delegationId = newId();
  await door.source.query(
    `INSERT INTO delegation (fair_id, id, name_vi, name_en) VALUES ($1, $2, 'Đoàn', 'Delegation')`,
    [fairId, delegationId],
  );
  const grants: Record<string, HeldRole[]> = {
    organizer: [{ fairId, role: 'organizer' }],
    official: [{ fairId, role: 'official' }],
    exhibitor: [{ fairId, role: 'exhibitor', exhibitorId: fair.exhibitors[0]?.id }],
    gate: [{ fairId, role: 'gate' }],
    zone_staff: [{ fairId, role: 'zone_staff', zoneIds: [fair.zones[0]!.id] }],
    delegation_lead: [{ fairId, role: 'delegation_lead', delegationId }],
    stranger: [
      { fairId: elsewhere.fairId, role: 'organizer' },
      { fairId: elsewhere.fairId, role: 'official' },
      { fairId: elsewhere.fairId, role: 'gate' },
    ],
    roleless: [],
  };
  for (const [who, held] of Object.entries(grants)) {
    cookies[who] = await door.signIn((await door.makeAccount(...held)).login);
  }
});
afterAll(() => door.close());

/* What the guard answers, or `in` when it let the caller through to the verb. */
async function attempt(verb: string, path: string, cookie: string | undefined): Promise<string> {
  const filled = path
    .replace('{fairId}', fairId)
    .replace('{day}', '2025-10-28')
    .replace('{revision}', '1')
    .replace('{epoch}', '1')
    .replace('{file}', 'end_of_day.vi.pdf')
    .replace(/\{\w+\}/g, newId());
  const question = door.ask()[verb as 'get' | 'post' | 'put' | 'patch' | 'delete'](filled);
  if (cookie !== undefined) void question.set('Cookie', cookie);
  if (['post', 'put', 'patch'].includes(verb)) void question.send({});
  const { status, body } = await question;
  if (status >= 500) return `${status}`;
  const { code } = (body ?? {}) as { code?: string };
  const isTurnedAway = ['not_signed_in', 'fair_not_found', 'role_missing'].includes(code ?? '');
  return isTurnedAway ? `${status} ${code}` : 'in';
}

function expected(access: string[], who: string): string {
  if (['anyone', 'register_key', 'sensor_key'].some((each) => access.includes(each))) return 'in';
  if (who === 'nobody' || who === 'forger') return '401 not_signed_in';
  if (access.includes('signed_in')) return 'in';
  if (who === 'stranger' || who === 'roleless') return '404 fair_not_found';
  return access.includes(who) ? 'in' : '403 role_missing';
}

it('documents whom each route is for', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter(({ access }) => access.length === 0)).toEqual([]);
});

const callers = [
  'organizer',
  'official',
  'exhibitor',
  'gate',
  'zone_staff',
  'delegation_lead',
  'stranger',
  'roleless',
  'nobody',
  'forger',
];

describe.each(callers)('%s gets in where the document says, and nowhere else', (who) => {
  it.each(routes.filter(({ path, verb }) => !(path === '/api/session' && verb === 'delete')))(
    '$verb $path',
    async ({ verb, path, access }) => {
      const cookie = who === 'forger' ? `phien=${'A'.repeat(43)}` : cookies[who];
      expect(await attempt(verb, path, cookie)).toBe(
        verb === 'get' && path === '/api/session' && who === 'nobody'
          ? '401 not_signed_in'
          : expected(access, who),
      );
    },
  );
});
