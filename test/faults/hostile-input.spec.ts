import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@phien/kernel';
import { TestTill } from '@phien/sales';
import type { SmallFair } from '@phien/planning';
import { projectFolder } from '../../tools/machine/project-folder';
import { OpenDoor } from '../api/open-door';

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  $ref?: string;
  enum?: string[];
  format?: string;
  nullable?: boolean;
  allOf?: Schema[];
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const openapi = JSON.parse(readFileSync(join(projectFolder, 'apps/api/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const schemaOf = ({ requestBody }: Operation): Schema | undefined => {
  const name = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
  return name === undefined ? undefined : openapi.components.schemas[name];
};

const routes = Object.entries(openapi.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).flatMap(([verb, operation]) => {
    const schema = schemaOf(operation);
    return schema ? [{ verb: verb as 'post' | 'put' | 'patch', path, schema }] : [];
  }),
);

let door: OpenDoor;
let fair: SmallFair;
let cookie: string;
let registerId: string;
let till: TestTill;

beforeAll(async () => {
  door = await OpenDoor.open();
  fair = await door.makeFair();
  const { login } = await door.makeAccount({ fairId: fair.fairId, role: 'organizer' });
  cookie = await door.signIn(login);
  const [exhibitor] = fair.exhibitors;
  const booth = fair.booths.find(({ id }) => id === exhibitor?.boothId);
  if (!exhibitor || !booth) throw new Error('the small fair has an exhibitor at a booth');
  till = await TestTill.enrol(door.source.manager, {
    fairId: fair.fairId,
    exhibitorId: exhibitor.id,
    boothId: booth.id,
    boothCode: booth.code,
    zoneId: booth.zoneId,
  });
  registerId = till.registerId;
}, 120_000);
afterAll(() => door.close());

const filled = (path: string) =>
  path
    .replace('{fairId}', fair.fairId)
    .replace('{registerId}', registerId)
    .replace('{exhibitorId}', fair.exhibitors[0]?.id ?? '')
    .replace('{productId}', fair.products[0]?.id ?? '')
    .replace('{allocationId}', fair.allocations[0]?.id ?? '')
    .replace('{day}', '2025-10-28')
    .replace('{epoch}', '1')
    .replace(/\{\w+\}/g, newId());

function send(verb: 'post' | 'put' | 'patch', path: string, text: string) {
  const question = door.ask()[verb](filled(path));
  return question.set('Cookie', cookie).set('Content-Type', 'application/json').send(text);
}

/* A body that would do, as far as its schema tells. */
function plausible(schema: Schema): unknown {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return plausible(openapi.components.schemas[name] ?? {});
  }
  if (schema.allOf?.[0]) return plausible(schema.allOf[0]);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object' || schema.properties) {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([name, field]) => [name, plausible(field)]));
  }
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'number' || schema.type === 'integer') return 1;
  return schema.format === 'uuid' ? newId() : 'x';
}

const wrongFor: Record<string, unknown[]> = {
  string: [null, 7, {}, ['x'], 'a\u0000b', 'ế'.repeat(70_000)],
  number: [null, 'một', {}, [1], 1.5, 1e300],
  integer: [null, 'một', {}, [1], 1.5, 1e300],
  boolean: ['có', {}, [true]],
  array: [null, 'x', {}, 7],
  object: [null, 'x', 7, [{}]],
};

/** Bodies that are wrong in one required field each, and texts that are no body at all. */
function malformed(schema: Schema): string[] {
  const whole = plausible(schema) as Record<string, unknown>;
  const bodies = (schema.required ?? []).flatMap((name) => {
    const { type = 'object', nullable } = schema.properties?.[name] ?? {};
    const wrong = (wrongFor[type] ?? wrongFor.object ?? [])
      .filter((value) => value !== null || !nullable)
      .map((value) => ({ ...whole, [name]: value }));
    const { [name]: _, ...without } = whole;
    return [...wrong, without];
  });
  const deep = '['.repeat(20_000);
  return [
    ...bodies.map((body) => JSON.stringify(body)),
    /* Where nothing is required an empty body is a good one. */
    ...(schema.required ? ['', '{"__proto__":{"isOrganizer":true}}'] : []),
    ...['null', '7', '"x"', '[]', '{', '{"a":}', '\u0000', deep, `{"a":${deep}`],
    `{"x":"${'x'.repeat(3_000_000)}"}`,
  ];
}

const facts = async () => {
  const tables = [
    ...['exhibitor', 'product', 'cashier', 'register', 'register_epoch', 'link', 'document'],
    ...['document_line', 'document_payment', 'set_aside', 'gate_count', 'allocation', 'closing'],
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await door.source.query<[{ count: number }]>(
      `SELECT count(*)::integer AS count FROM ${table} WHERE fair_id = $1`,
      [fair.fairId],
    );
    counts[table] = row.count;
  }
  return counts;
};

const cases = routes.map(({ verb, path, schema }) => ({ verb, path, bodies: malformed(schema) }));

it('is given more than five hundred malformed bodies', () => {
  expect(cases.flatMap(({ bodies }) => bodies).length).toBeGreaterThan(500);
});

it.each(cases)(
  'refuses what is malformed at $verb $path, and nothing of it is stored',
  async ({ verb, path, bodies }) => {
    const before = await facts();
    for (const body of bodies) {
      const { status } = await send(verb, path, body);
      const told = { body: body.slice(0, 200), status };
      const isRefused = status >= 400 && status < 500;
      expect({ ...told, isRefused }).toEqual({ ...told, isRefused: true });
    }
    expect(await facts()).toEqual(before);
    expect((await door.ask().get('/api/health')).status).toBe(200);
  },
  120_000,
);

const letters = ['ế', 'Ặ', 'đ', '🦑', '👨‍👩‍👧‍👦', 'العربية', '中文', 'Z̸̖̈́', '\u200b', '\u202e'];
const hostileNames = [
  ...["'; DROP TABLE document; --", '" OR ""="', "x'); DELETE FROM link; --", '$1', '%s%n', '\\'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt;', '{{7*7}}', '${7}'],
  ...['=1+1', '+84 912 345 678', '-1', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', '|cmd'],
  ...['../../etc/passwd', 'C:\\x', 'null', 'undefined', 'NaN', 'true', '[object Object]'],
  ...['__proto__', 'constructor', 'toString', '0', '00', '1e9', '١٢٣', '½', 'a'.repeat(60)],
  ...letters.map((letter) => `Chả ${letter} mực`),
  ...letters.map((letter) => `${letter}${letter}`),
  ...[
    'a\nb',
    'a\rb',
    'a\tb',
    'a\u0007b',
    'a\u2028b',
    'a\u0000b',
    'a\ud800b',
    ' ',
    ' a ',
    '\ufeffa',
  ],
];

it('is given more than sixty hostile names', () => {
  expect(new Set(hostileNames).size).toBeGreaterThan(60);
});

const namedDoors: [
  string,
  (name: string) => Promise<{ status: number; body: { name?: string } }>,
][] = [
  [
    'an exhibitor',
    (name) =>
      send(
        'post',
        '/api/fairs/{fairId}/exhibitors',
        JSON.stringify({ name, kind: 'household', paysVat: false, countryCode: 'LA' }),
      ),
  ],
  [
    'a product',
    (name) =>
      send(
        'post',
        '/api/fairs/{fairId}/products',
        JSON.stringify({
          id: newId(),
          exhibitorId: fair.exhibitors[0]?.id,
          name,
          priceVnd: 1_000,
          unit: 'gói',
          isWeighed: false,
          vatRatePercent: 8,
        }),
      ),
  ],
  [
    'a cashier',
    (name) =>
      send(
        'post',
        '/api/fairs/{fairId}/cashiers',
        JSON.stringify({
          exhibitorId: fair.exhibitors[0]?.id,
          name,
          pin: '2580',
          mayRefund: false,
        }),
      ),
  ],
  [
    'a register',
    (name) => send('patch', '/api/fairs/{fairId}/registers/{registerId}', JSON.stringify({ name })),
  ],
];

const tidy = (name: string) => name.trim().replace(/\s+/gu, ' ');

it.each(namedDoors)(
  'keeps the name of %s as it was typed, or refuses it',
  async (_, ask) => {
    let taken = 0;
    const refused: string[] = [];
    for (const name of hostileNames) {
      const { status, body } = await ask(name);
      expect(status).toBeLessThan(500);
      if (status >= 400) {
        refused.push((body as { code?: string }).code ?? '');
        continue;
      }
      taken += 1;
      /* Spaces around and in a row are no part of a name. */
      expect(tidy(body.name ?? '')).toBe(tidy(name));
    }
    expect([taken > 30, refused]).toEqual([true, refused]);
  },
  120_000,
);

it('keeps what a sale says byte for byte, whoever is named in it', async () => {
  const storable = hostileNames.filter(
    (name) => !name.includes('\u0000') && !/[\ud800-\udfff]/u.test(name),
  );
  const sold = storable.map((name) => till.sell(1_000, { line: { name } }));
  const { body } = (await door
    .ask()
    .post(`/api/fairs/${fair.fairId}/registers/${registerId}/documents`)
    .send(await till.request())) as { body: { results: { booking: string }[] } };
  expect(new Set(body.results.map(({ booking }) => booking))).toEqual(new Set(['booked']));
  const kept = await door.source.query<{ name: string }[]>(
    `SELECT x.name FROM document_line x JOIN document d ON d.fair_id = x.fair_id AND d.id = x.document_id
     WHERE d.fair_id = $1 ORDER BY d.sequence`,
    [fair.fairId],
  );
  expect(kept.map(({ name }) => name)).toEqual(storable);
  for (const [at, { id }] of sold.entries()) {
    const slip = await door.ask().get(`/api/fairs/${fair.fairId}/receipts/${id}`);
    expect((slip.body as { lines: { name: string }[] }).lines[0]?.name).toBe(storable[at]);
  }
}, 120_000);
