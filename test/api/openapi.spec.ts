import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';
import { OpenDoor } from './open-door';

interface Schema {
  properties?: Record<string, unknown>;
}
interface Operation {
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let door: OpenDoor;
beforeAll(async () => {
  door = await OpenDoor.open();
});
afterAll(() => door.close());

it('serves the document that is kept with the sources', async () => {
  const kept = readFileSync(join(projectFolder, 'apps/api/openapi.json'), 'utf8');
  const { body, headers } = await door.ask().get('/api/openapi.json');
  expect(headers['content-type']).toMatch('application/json');
  expect(body).toEqual(JSON.parse(kept));
});

it('knows the fields of what it speaks of, and how it says no', async () => {
  const { paths, components } = (await door.ask().get('/api/openapi.json')).body as Document;
  const fieldsOf = (name: string) => Object.keys(components.schemas[name]?.properties ?? {});
  expect(fieldsOf('SignInDto')).toEqual(['login', 'password']);
  expect(fieldsOf('Caller')).toEqual(['accountId', 'login', 'name', 'mayOpenFairs', 'grants']);
  expect(fieldsOf('BoardDto')).toEqual(
    expect.arrayContaining(['fairId', 'version', 'asOf', 'revenue']),
  );
  expect(fieldsOf('Problem')).toEqual(expect.arrayContaining(['code', 'detailVi', 'detailEn']));
  const empty = Object.entries(components.schemas).filter(([name]) => fieldsOf(name).length === 0);
  expect(empty).toEqual([]);

  const operations = Object.values(paths).flatMap((verbs) => Object.values(verbs));
  for (const { responses } of operations) {
    expect(responses.default?.content?.['application/problem+json']?.schema.$ref).toBe(
      '#/components/schemas/Problem',
    );
  }
});
