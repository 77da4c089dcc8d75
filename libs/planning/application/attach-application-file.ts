import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, Refusal } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { ApplicationFile } from './application-file.entity';
import { fileNameOf, fileTypeOf, MOST_FILES } from './application-file.rules';
import { isOpenToWrite } from './application-steps.rules';
import { OwnApplicationDto } from './application.dto';
import { applicationStandsElse, filesFull, tooManyFiles } from './application.refusals';
import { describeOwn, OwnApplications, type OwnKey } from './own-applications';

/* Of all applications of a fair: 800 whole files. */
const MOST_BYTES_OF_A_FAIR = 4 * 1024 ** 3;

/**
 * Puts a file to an application that is open to write; the same bytes twice are one file. Refuses what
 * `fileTypeOf` refuses, `application_stands_else`, `too_many_files`, `application_files_full`.
 */
@Injectable()
export class AttachApplicationFile {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly own: OwnApplications,
  ) {}

  async run(
    key: OwnKey,
    { name, bytes }: { name: string; bytes: Buffer },
  ): Promise<OwnApplicationDto> {
    const mediaType = fileTypeOf(bytes);
    if (mediaType instanceof Refusal) throw mediaType;
    const sha256 = createHash('sha256').update(bytes).digest();
    return inTransaction(this.source, async (em) => {
      const found = await this.own.hold(em, key);
      const { fairId, id: applicationId, state } = found.application;
      if (!isOpenToWrite(state)) throw applicationStandsElse(state, null);
      if (!(await em.existsBy(ApplicationFile, { fairId, applicationId, sha256 }))) {
        if ((await em.countBy(ApplicationFile, { fairId, applicationId })) >= MOST_FILES) {
          throw tooManyFiles(MOST_FILES);
        }
        const held = (await em.sum(ApplicationFile, 'byteCount', { fairId })) ?? 0;
        if (Number(held) + bytes.length > MOST_BYTES_OF_A_FAIR) throw filesFull();
        await em.insert(ApplicationFile, {
          fairId,
          applicationId,
          id: newId(),
          name: fileNameOf(name, mediaType),
          mediaType,
          byteCount: bytes.length,
          bytes,
          sha256,
          addedAt: this.clock.now(),
        });
      }
      return describeOwn(em, found);
    });
  }
}
