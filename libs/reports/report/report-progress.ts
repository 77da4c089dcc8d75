import { Injectable } from '@nestjs/common';
import { TellFiles } from '@phien/dashboard';
import type { ReportFile } from './report.rules';
import { WantedReport } from './wanted-report.entity';

/** Keeps what people are told, and lets open screens hear of it, while a file is made. */
@Injectable()
export class ReportProgress {
  constructor(private readonly tellFiles: TellFiles) {}

  /** Someone wants the file: it waits, whatever became of the last try. */
  async want(file: ReportFile): Promise<void> {
    await this.write(file, { percent: null, failedCode: null, triedAt: null });
  }

  async begin(file: ReportFile): Promise<void> {
    await this.write(file, { percent: 0, failedCode: null, triedAt: new Date() });
  }

  /** So much is made, in percent. A step that comes after the file has been stored changes nothing. */
  async step(file: ReportFile, percent: number): Promise<void> {
    await this.tellFiles.run(file.fairId, (em) =>
      em.getRepository(WantedReport).update(keyOf(file), { percent }),
    );
  }

  async fail(file: ReportFile, failedCode: string): Promise<void> {
    await this.write(file, { percent: null, failedCode, triedAt: new Date() });
  }

  /** The file is there, or can never be. */
  async forget(file: ReportFile): Promise<void> {
    await this.tellFiles.run(file.fairId, (em) =>
      em.getRepository(WantedReport).delete(keyOf(file)),
    );
  }

  private async write(
    file: ReportFile,
    state: Pick<WantedReport, 'percent' | 'failedCode' | 'triedAt'>,
  ): Promise<void> {
    await this.tellFiles.run(file.fairId, (em) =>
      em
        .getRepository(WantedReport)
        .upsert({ ...keyOf(file), ...state }, [
          ...(['fairId', 'day', 'revision', 'kind', 'language', 'format'] as const),
        ]),
    );
  }
}

const keyOf = ({ fairId, day, revision, kind, language, format }: ReportFile): ReportFile => ({
  fairId,
  day,
  revision,
  kind,
  language,
  format,
});
