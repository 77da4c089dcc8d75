import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { TillBuild } from '@phien/sales';
import { projectFolder } from '../project-folder';

/* Vite writes a hash of all that it loads into the name of the page's script. */
const SCRIPT = /<script type="module"[^>]* src="[^"]*\/([^/"]+)\.js"/;

/** The build of the till that `page` loads, read again when the file is another; null without one. */
export class ServedTill extends TillBuild {
  private read = { atMs: 0, build: null as string | null };

  constructor(private readonly page: string) {
    super();
  }

  override current(): string | null {
    try {
      const { mtimeMs } = statSync(this.page);
      if (mtimeMs !== this.read.atMs) {
        const build = SCRIPT.exec(readFileSync(this.page, 'utf8'))?.[1] ?? null;
        this.read = { atMs: mtimeMs, build };
      }
    } catch {
      this.read = { atMs: 0, build: null };
    }
    return this.read.build;
  }
}

/** Tells sales which till this server hands out, so that a phone with another is known. */
@Global()
@Module({
  providers: [
    {
      provide: TillBuild,
      useFactory: () => new ServedTill(join(projectFolder, 'dist/web/till/index.html')),
    },
  ],
  exports: [TillBuild],
})
export class ServedTillModule {}
