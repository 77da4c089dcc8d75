import { Injectable } from '@nestjs/common';
import { Clock, isId } from '@phien/kernel';
import { headMessage } from '@phien/till';
import { DataSource } from 'typeorm';
import { registerUnknown, signatureInvalid } from '../document/document.refusals';
import { EpochKeys } from '../document/epoch-keys';
import type { Address } from '../document/receive-documents';
import { RegisterEpoch } from '../register/register-epoch.entity';
import { isSignedBy } from '../register/register-key';
import { registerRevoked, registerSuperseded } from '../register/register.refusals';
import type { AskCatalogueDto, TillCatalogueDto } from './catalogue.dto';
import { readCatalogue } from './read-catalogue';

/**
 * What a till sells with today, for the phone that holds the epoch's key. Refuses
 * `register_unknown`, `signature_invalid`, `register_revoked`, `register_superseded`.
 */
@Injectable()
export class HandOutCatalogue {
  constructor(
    private readonly keys: EpochKeys,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ fairId, registerId }: Address, asked: AskCatalogueDto): Promise<TillCatalogueDto> {
    const { epoch, sequence, hash } = asked.head;
    const isAddress = isId(fairId) && isId(registerId);
    const known = isAddress && (await this.keys.find(fairId, registerId, epoch));
    if (!known) throw registerUnknown();
    const head = { fairId, registerId, epoch, sequence, hash };
    if (!isSignedBy(known.key, headMessage(head), asked.signature)) throw signatureInvalid();

    const em = this.dataSource.manager;
    const { revokedAt, supersededAt } = await em.findOneByOrFail(RegisterEpoch, {
      fairId,
      registerId,
      epoch,
    });
    if (revokedAt) throw registerRevoked();
    if (supersededAt) throw registerSuperseded();
    const { exhibitorId: _, ...catalogue } = await readCatalogue(
      em,
      this.clock,
      fairId,
      registerId,
    );
    return catalogue;
  }
}
