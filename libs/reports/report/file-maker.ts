import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { makeFile } from './make-file';
import type { FileSubject } from './report-subject';

/** Makes the bytes of a file and tells how far it is; waits for the telling, so that none comes late. */
export abstract class FileMaker {
  abstract make(subject: FileSubject, onStep: (percent: number) => Promise<void>): Promise<Buffer>;
}

/** Tells steps one after another, and of those that pile up only the last. */
class Steps {
  private latest: number | null = null;
  private telling: Promise<void> = Promise.resolve();
  private isTelling = false;

  constructor(private readonly tell: (percent: number) => Promise<void>) {}

  take(percent: number): void {
    this.latest = percent;
    if (this.isTelling) return;
    this.isTelling = true;
    this.telling = this.tellAll();
  }

  private async tellAll(): Promise<void> {
    while (this.latest !== null) {
      const percent = this.latest;
      this.latest = null;
      /* A step that could not be told costs nobody a file. */
      await this.tell(percent).catch(() => undefined);
    }
    this.isTelling = false;
  }

  ended(): Promise<void> {
    return this.telling;
  }
}

/** Makes files in this very thread. */
@Injectable()
export class FileMakerHere extends FileMaker {
  override async make(
    subject: FileSubject,
    onStep: (percent: number) => Promise<void>,
  ): Promise<Buffer> {
    const steps = new Steps(onStep);
    const bytes = await makeFile(subject, (percent) => steps.take(percent));
    await steps.ended();
    return bytes;
  }
}

/** What the thread says. */
export type ThreadWord = { percent: number } | { bytes: Uint8Array };

/**
 * Makes each file in a thread of its own: fonts are cut and pages packed in single works of up to
 * 300 ms, which would hold up the fold and every timer of the worker.
 */
@Injectable()
export class FileMakerInThread extends FileMaker {
  override async make(
    subject: FileSubject,
    onStep: (percent: number) => Promise<void>,
  ): Promise<Buffer> {
    const steps = new Steps(onStep);
    const thread = new Worker(join(__dirname, 'make-file.thread.js'), { workerData: subject });
    try {
      const bytes = await new Promise<Uint8Array>((resolve, reject) => {
        thread.on('message', (word: ThreadWord) => {
          if ('bytes' in word) resolve(word.bytes);
          else steps.take(word.percent);
        });
        thread.on('error', reject);
        thread.on('exit', (code) => reject(new Error(`the thread ended with ${code}, no file`)));
      });
      await steps.ended();
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } finally {
      await thread.terminate();
    }
  }
}
