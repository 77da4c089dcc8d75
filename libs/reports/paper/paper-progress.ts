import { Injectable } from '@nestjs/common';
import { TellFiles } from '@phien/dashboard';
import type { PaperFileName } from './paper.rules';
import { WantedPaper } from './wanted-paper.entity';

/** Keeps what people are told, and lets open screens hear of it, while a paper's file is made. */
@Injectable()
export class PaperProgress {
  constructor(private readonly tellFiles: TellFiles) {}

  /** Someone wants the file: it waits, whatever became of the last try. */
  async want(file: PaperFileName): Promise<void> {
    await this.write(file, { percent: null, failedCode: null, triedAt: null });
  }

  async begin(file: PaperFileName): Promise<void> {
    await this.write(file, { percent: 0, failedCode: null, triedAt: new Date() });
  }

  /** So much is made, in percent. A step that comes after the file has been stored changes nothing. */
  async step(file: PaperFileName, percent: number): Promise<void> {
    await this.tellFiles.run(file.fairId, (em) =>
      em.getRepository(WantedPaper).update(keyOf(file), { percent }),
    );
  }

  async fail(file: PaperFileName, failedCode: string): Promise<void> {
    await this.write(file, { percent: null, failedCode, triedAt: new Date() });
  }

  /** The file is there, or can never be. */
  async forget(file: PaperFileName): Promise<void> {
    await this.tellFiles.run(file.fairId, (em) =>
      em.getRepository(WantedPaper).delete(keyOf(file)),
    );
  }

  private async write(
    file: PaperFileName,
    state: Pick<WantedPaper, 'percent' | 'failedCode' | 'triedAt'>,
  ): Promise<void> {
    await this.tellFiles.run(file.fairId, (em) =>
      em
        .getRepository(WantedPaper)
        .upsert({ ...keyOf(file), ...state }, ['fairId', 'paperId', 'language', 'format']),
    );
  }
}

/** Only what names the file: a job's data may carry more. */
export const keyOf = ({ fairId, paperId, language, format }: PaperFileName): PaperFileName => ({
  fairId,
  paperId,
  language,
  format,
});
