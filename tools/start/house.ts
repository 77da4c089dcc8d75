import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { whyPortIsTaken } from '../machine/free-port';
import { doorMain, type Door } from '../bundle/door-bundle';
import { compiledMain } from '../machine/project-folder';
import { EmbeddedPostgres } from '../postgres/embedded-postgres';
import { homeLink, removeHome } from '../postgres/postgres-home';
import { HouseLock, keeperName } from './house-record';
import { KeptProcess } from './kept-process';
import { complain, say, step } from './screen';
import { StartRefusal, type StartSettings } from './start-settings';

export interface DemoAccount {
  role: string;
  login: string;
  password: string;
}

const openWithinMs = 180_000;
/* A fair day from opening to closing. */
const playMinutes = 600;
/* Before its first answer a door may fall this often; then something is wrong that time does not heal. */
const fallsAtFirst = 3;

/** Everything that runs while a fair is open, and the order in which it opens and closes. */
export class House {
  private lock: HouseLock | null = null;
  private postgres: EmbeddedPostgres | null = null;
  private databaseUrl: string;
  private isClosing = false;
  private setupToken: string | null = null;
  private readonly doors: KeptProcess[];
  private readonly started: KeptProcess[] = [];

  constructor(
    private readonly settings: StartSettings,
    private readonly mainOf: (door: Door) => string = doorMain,
  ) {
    this.databaseUrl = settings.databaseUrl ?? '';
    this.doors = (['api', 'worker'] as const).map((door) => this.kept(door, mainOf(door)));
  }

  /** Opens the fair; answers when it takes visitors. Throws a StartRefusal that says why not. */
  async open(): Promise<void> {
    const { dataFolder, address } = this.settings;
    this.lock = await HouseLock.take(dataFolder, address);
    await this.checkPort();
    if (this.settings.doesReset) await this.reset();
    if (this.settings.databaseUrl === null) {
      await step('Cơ sở dữ liệu · PostgreSQL', () => this.openPostgres());
    }
    await step('Lược đồ và dữ liệu · schema and reference data', () =>
      this.runOnce('prepare', this.mainOf('prepare')),
    );
    await step('Mở cửa · doors open', () => this.openDoors());
    if (this.settings.doesPlay) this.play();
  }

  /** Stops everything in order, keeps the data. The second call waits for nothing and does nothing. */
  async close(): Promise<void> {
    if (this.isClosing) return;
    this.isClosing = true;
    await Promise.all(this.started.map((kept) => kept.stop()));
    await this.postgres?.stop();
    this.lock?.release();
  }

  get isClosed(): boolean {
    return this.isClosing;
  }

  /** Builds have changed: the doors start anew. */
  async restartDoors(): Promise<void> {
    await Promise.all(this.doors.map((door) => door.stop()));
    if (!this.isClosing) for (const door of this.doors) door.start();
  }

  demoAccounts(): DemoAccount[] {
    const file = join(this.settings.dataFolder, 'demo-accounts.json');
    if (!existsSync(file)) return [];
    return (JSON.parse(readFileSync(file, 'utf8')) as { accounts: DemoAccount[] }).accounts;
  }

  /** Where the first organizer is made; null once anybody has an account. */
  setupLink(): string | null {
    return this.setupToken && `${this.settings.address}/setup#token=${this.setupToken}`;
  }

  private async checkPort(): Promise<void> {
    const { host, port } = this.settings;
    const why = await whyPortIsTaken(port, host);
    if (why === null) return;
    if (why === 'EADDRINUSE') {
      throw new StartRefusal(
        `Cổng ${port} trên ${host} đang có chương trình khác dùng; chọn cổng khác: PORT=${port + 1} npm start · ` +
          `Port ${port} on ${host} is in use by another program; choose another: PORT=${port + 1} npm start`,
      );
    }
    throw new StartRefusal(
      `Không mở được cổng ${port} trên ${host} · Cannot listen on port ${port} of ${host} (${why})`,
    );
  }

  private async reset(): Promise<void> {
    const { dataFolder, databaseUrl } = this.settings;
    if (databaseUrl !== null) {
      throw new StartRefusal(
        '--reset chỉ xoá dữ liệu trong PHIEN_DATA, không đụng tới DATABASE_URL · ' +
          '--reset deletes only the embedded data in PHIEN_DATA and never touches DATABASE_URL',
      );
    }
    say(`  ! Xoá toàn bộ dữ liệu trong · Deleting all data in ${homeLink(dataFolder)}`);
    if (process.stdout.isTTY) {
      say('    Ctrl-C trong 5 giây để giữ lại · Ctrl-C within 5 seconds keeps it');
      await pause(5_000);
      if (this.isClosing) return;
    }
    removeHome(dataFolder);
    rmSync(join(dataFolder, 'demo-accounts.json'), { force: true });
  }

  private async openPostgres(): Promise<void> {
    const { dataFolder } = this.settings;
    this.postgres = new EmbeddedPostgres({
      dataFolder,
      logFile: this.log(keeperName),
      onNote: (text) => say(`  ! ${text}`),
      onKeeper: (keeper) => this.lock?.keep(keeperName, keeper),
      onReady: ({ url }) => this.useDatabase(url),
    });
    await this.postgres.start().catch((failure: Error) => {
      throw new StartRefusal(`PostgreSQL: ${failure.message}`);
    });
  }

  /* After a crash its port may be taken by another, and then the doors must learn the new one. */
  private useDatabase(url: string): void {
    const isMoved = this.databaseUrl !== '' && this.databaseUrl !== url;
    this.databaseUrl = url;
    if (isMoved) void this.restartDoors();
  }

  private async runOnce(name: string, main: string): Promise<void> {
    if (this.isClosing) throw new StartRefusal('Đang đóng cửa · closing');
    const once = this.kept(name, main);
    const { code, signal } = await once.run();
    if (code === 0) return;
    throw new StartRefusal(`${once.lastWords}\n\n${name}: ${signal ?? code}. ${this.log(name)}`);
  }

  private async openDoors(): Promise<void> {
    let falls = 0;
    let isOpen = false;
    let broken: KeptProcess | null = null;
    for (const door of this.doors) {
      door.start(() => {
        falls += 1;
        if (!isOpen && falls === fallsAtFirst) broken = door;
        return isOpen || falls < fallsAtFirst;
      });
    }
    const deadline = Date.now() + openWithinMs;
    while (!(await this.answers())) {
      if (this.isClosing) return;
      const silent: KeptProcess | null = broken ?? (Date.now() > deadline ? this.doors[0]! : null);
      if (silent !== null) {
        await this.checkPort();
        throw new StartRefusal(`${silent.lastWords}\n\n${silent.name}: ${this.log(silent.name)}`);
      }
      await pause(40);
    }
    isOpen = true;
  }

  private async answers(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.settings.address}/api/health`, {
        signal: AbortSignal.timeout(2_000),
      });
      await answer.body?.cancel();
      return answer.status === 200;
    } catch {
      return false;
    }
  }

  private play(): void {
    const wanted = ['--minutes', String(playMinutes), '--sensors', '1'];
    const args = ['--url', this.settings.address, ...wanted];
    const play = this.kept('play', compiledMain('tools/simulate'), args);
    void play.run().then(({ code }) => {
      if (!this.isClosing)
        say(`  ! play: ${code === 0 ? 'xong · done' : code} (${this.log('play')})`);
    });
  }

  private kept(name: string, main: string, args: string[] = []): KeptProcess {
    const kept = new KeptProcess({
      name,
      main,
      args,
      environment: () => this.environment(),
      logFile: this.log(name),
      onStart: (running) => this.lock?.keep(name, running),
      onNote: (line) => this.isClosing || complain(`  ${line}`),
      onMessage: (message) => {
        this.setupToken = (message as { setupToken?: string }).setupToken ?? this.setupToken;
      },
    });
    this.started.push(kept);
    return kept;
  }

  /* npm's words about itself and a test's NODE_ENV are not for the fair. */
  private environment(): NodeJS.ProcessEnv {
    const { host, port, dataFolder, redisUrl, clock, demo } = this.settings;
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^npm_/i.test(name) && !(name === 'NODE_ENV' && process.env.NODE_ENV === 'test'),
    );
    return {
      ...Object.fromEntries(inherited),
      HOST: host,
      PORT: String(port),
      PHIEN_DATA: dataFolder,
      DATABASE_URL: this.databaseUrl,
      ...(demo === null ? {} : { PHIEN_DEMO: demo }),
      ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
      ...(clock === null ? {} : { PHIEN_CLOCK: clock }),
    };
  }

  private log(name: string): string {
    return join(this.settings.dataFolder, 'logs', `${name}.log`);
  }
}
