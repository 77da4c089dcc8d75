import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { doorFlags } from '../../tools/machine/door-flags';
import { roles } from '../../tools/serve/server-settings.rules';
import { projectFolder } from '../../tools/machine/project-folder';

const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  user?: string;
  container_name?: string;
  ports?: string[];
  read_only?: boolean;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  networks?: string[];
  volumes?: string[];
  healthcheck?: { disable?: boolean; test?: string[] };
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
}

const compose = (text = read('docker-compose.yml')) =>
  load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as Compose;

/** What is wrong with the services that run on a server. */
function composeFaults({ services, networks, volumes }: Compose): string[] {
  const faults: string[] = [];
  for (const [name, service] of Object.entries(services)) {
    if (service.container_name) faults.push(`${name} has a name of its own: it cannot be scaled`);
    if (service.ports && name !== 'caddy') faults.push(`${name} is reached past Caddy`);
    if (!service.build && !/:[\w.-]+$/.test(service.image ?? ''))
      faults.push(`${name}: any version`);
    if (service.build && !roles.some((role) => role === service.command?.[0]))
      faults.push(`${name} is asked to be ${service.command?.join(' ')}`);
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      if (/PASSWORD|SECRET/.test(key) && !/^\$\{\w+:\?/.test(value))
        faults.push(`${name}: ${key} has a value when nobody gave one`);
    }
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const before = services[other];
      if (!before) faults.push(`${name} waits for ${other}, which is not there`);
      const isTold = before?.healthcheck?.test ?? before?.build;
      if (condition === 'service_healthy' && (!isTold || before?.healthcheck?.disable))
        faults.push(`${name} waits for the health of ${other}, which tells none`);
    }
    for (const network of service.networks ?? ['none']) {
      if (!(network in networks)) faults.push(`${name} is in no network`);
    }
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      if (!(from.startsWith('./') ? existsSync(join(projectFolder, from)) : from in volumes))
        faults.push(`${name}: there is no ${from}`);
    }
  }
  return faults;
}

/** What is wrong with the image; `ignored` are the lines of .dockerignore. */
function imageFaults(dockerfile: string, ignored: string[]): string[] {
  const faults: string[] = [];
  const [, ...stages] = dockerfile.split(/^FROM /m);
  const last = stages.at(-1) ?? '';
  const user = [...last.matchAll(/^USER (\S+)/gm)].at(-1)?.[1];
  if (user === undefined || user === 'root' || user === '0') faults.push('it runs as root');
  for (const [, what = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)) {
    for (const path of what.split(/\s+/).slice(0, -1)) {
      if (!existsSync(join(projectFolder, path))) faults.push(`there is no ${path} to copy`);
      if (ignored.includes(path)) faults.push(`${path} is copied and ignored`);
    }
  }
  for (const [program] of last.matchAll(/dist\/[\w/-]+\.js/g)) {
    const source = program.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    if (!existsSync(join(projectFolder, source))) faults.push(`nothing builds ${program}`);
  }
  return faults;
}

const ignoredLines = () => read('.dockerignore').split('\n').filter(Boolean);

const inExample = () =>
  Object.fromEntries(
    [...read('.env.example').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;

/* `docker compose`, or the older program of its own; null on a machine without either. */
function composeClient(): string[] | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, 'docker-compose'))))
    return ['docker-compose'];
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
    return ['docker', 'compose'];
  } catch {
    return null;
  }
}

describe('the server', () => {
  it('is described so that every part finds what it waits for, and the api can be many', () => {
    expect(composeFaults(compose())).toEqual([]);
    const { services, networks } = compose();
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['check', 'postgres', 'redis', 'prepare', 'api', 'worker', 'caddy']),
    );
    expect(networks.back?.internal).toBe(true);
    expect(['postgres', 'redis'].map((name) => services[name]?.networks)).toEqual([
      ['back'],
      ['back'],
    ]);
  });

  it('lets nobody in as root, and runs only what is built', () => {
    expect(imageFaults(read('Dockerfile'), ignoredLines())).toEqual([]);
    expect(ignoredLines()).toEqual(expect.arrayContaining(['.env', '.git', 'node_modules']));
  });

  it('asks for every setting by name, and comes without a secret', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual(Object.keys(inExample()).sort());
    expect(Object.values(inExample()).every((value) => value === '')).toBe(true);
  });

  it('tells node what it is told wherever a door runs', () => {
    const flags = doorFlags.map((flag) => `"${flag}"`).join(', ');
    expect(read('Dockerfile')).toContain(`ENTRYPOINT ["node", ${flags}, `);
  });

  it('sends Caddy to the port the api listens on, under the name it has there', () => {
    const port = /PORT=(\d+)/.exec(read('Dockerfile'))?.[1];
    expect(read('deploy/Caddyfile')).toMatch(new RegExp(`name api\\s+port ${port}\\s`));
    expect(compose().services.api?.networks).toContain('front');
    expect(compose().services.caddy?.networks).toEqual(['front']);
  });

  it('is understood by the client of Docker, where there is one, and refused without settings', () => {
    const client = composeClient();
    if (client === null) return;
    const [program = '', ...first] = client;
    const config = (env: Record<string, string>) =>
      execFileSync(program, [...first, '--env-file', '.env.example', 'config'], {
        cwd: projectFolder,
        env: { PATH: process.env.PATH, ...env },
        stdio: 'pipe',
      }).toString();
    const given = { PHIEN_HOST: 'hoicho.example.vn', PHIEN_POSTGRES_PASSWORD: 'for-this-one-test' };
    expect(config(given)).toContain('hoicho.example.vn');
    expect(() => config({ PHIEN_HOST: 'hoicho.example.vn' })).toThrow(/PHIEN_POSTGRES_PASSWORD/);
  });
});

describe('the judge of the server', () => {
  it('sees a name, an open port, a demo password, and a wait for nothing', () => {
    const broken = compose(`
services:
  api:
    build: .
    command: [serve]
    container_name: api
    ports: ['4300:4300']
    environment: { PHIEN_POSTGRES_PASSWORD: '\${PHIEN_POSTGRES_PASSWORD:-phien}' }
    depends_on: { redis: { condition: service_healthy }, prepare: { condition: service_started } }
    networks: [front]
    volumes: ['./deploy/gone:/x']
  redis: { image: redis, networks: [front] }
networks: { front: }
volumes: {}
`);
    expect(composeFaults(broken)).toEqual([
      'api has a name of its own: it cannot be scaled',
      'api is reached past Caddy',
      'api is asked to be serve',
      'api: PHIEN_POSTGRES_PASSWORD has a value when nobody gave one',
      'api waits for the health of redis, which tells none',
      'api waits for prepare, which is not there',
      'api: there is no ./deploy/gone',
      'redis: any version',
    ]);
  });

  it('sees an image that runs as root, copies what is not there, and starts what is not built', () => {
    const broken = 'FROM node\nCOPY gone .env ./\nENTRYPOINT ["node", "dist/tools/gone/main.js"]\n';
    expect(imageFaults(broken, ['.env'])).toEqual([
      'it runs as root',
      'there is no gone to copy',
      'there is no .env to copy',
      '.env is copied and ignored',
      'nothing builds dist/tools/gone/main.js',
    ]);
  });
});
