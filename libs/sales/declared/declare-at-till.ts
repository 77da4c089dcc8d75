import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { declarationMessage, headMessage } from '@phien/till';
import { DataSource } from 'typeorm';
import { registerUnknown, signatureInvalid } from '../document/document.refusals';
import { EpochKeys, type EpochKey } from '../document/epoch-keys';
import type { Address } from '../document/receive-documents';
import { RegisterEpoch } from '../register/register-epoch.entity';
import { isSignedBy } from '../register/register-key';
import { registerRevoked, registerSuperseded } from '../register/register.refusals';
import type {
  DeclareAtTillDto,
  DeclaredSaleDto,
  DeclarePlaceDto,
  ReadAtTillDto,
} from './declared.dto';
import { DeclareSales } from './declare-sales';
import { ReadDeclarePlace } from './read-declare-place';

/** A till's key, known by its epoch. Refuses `register_unknown`. */
async function keyOf(keys: EpochKeys, { fairId, registerId }: Address, epoch: number) {
  const isAddress = isId(fairId) && isId(registerId);
  const known = isAddress && (await keys.find(fairId, registerId, epoch));
  if (!known) throw registerUnknown();
  return known;
}

/* Unlike a document, which is linked whatever its key: a phone that was lost declares nothing. */
async function refuseOldKey(source: DataSource, { fairId, registerId }: Address, epoch: number) {
  const { revokedAt, supersededAt } = await source.manager.findOneByOrFail(RegisterEpoch, {
    fairId,
    registerId,
    epoch,
  });
  if (revokedAt) throw registerRevoked();
  if (supersededAt) throw registerSuperseded();
}

const placeOf = (fairId: string, { standing }: EpochKey) => ({
  fairId,
  boothId: standing.boothId,
  exhibitorId: standing.exhibitorId,
});

/** What was declared at a till's booth. Refuses `register_unknown`, `signature_invalid`, `register_revoked`, `register_superseded`. */
@Injectable()
export class ReadAtTill {
  constructor(
    private readonly keys: EpochKeys,
    private readonly source: DataSource,
    private readonly readPlace: ReadDeclarePlace,
  ) {}

  async run(address: Address, { head, signature }: ReadAtTillDto): Promise<DeclarePlaceDto> {
    const known = await keyOf(this.keys, address, head.epoch);
    if (!isSignedBy(known.key, headMessage({ ...address, ...head }), signature))
      throw signatureInvalid();
    await refuseOldKey(this.source, address, head.epoch);
    return this.readPlace.run(placeOf(address.fairId, known));
  }
}

/** A booth declares at its till, signed by the phone's key. Refuses as `ReadAtTill` and `DeclareSales` do. */
@Injectable()
export class DeclareAtTill {
  constructor(
    private readonly keys: EpochKeys,
    private readonly source: DataSource,
    private readonly declareSales: DeclareSales,
  ) {}

  async run(address: Address, asked: DeclareAtTillDto): Promise<DeclaredSaleDto> {
    const { epoch, saidAt, signature, ...said } = asked;
    const known = await keyOf(this.keys, address, epoch);
    const message = declarationMessage({
      ...address,
      epoch,
      saidAt,
      id: said.id,
      day: said.day,
      amountVnd: said.amountVnd,
      salesCount: said.salesCount ?? null,
      revises: said.revises ?? null,
      isConfirmed: said.isConfirmed ?? false,
    });
    if (!isSignedBy(known.key, message, signature)) throw signatureInvalid();
    await refuseOldKey(this.source, address, epoch);
    return this.declareSales.run(
      placeOf(address.fairId, known),
      {
        source: 'till',
        by: { registerId: address.registerId },
        maySee: () => true,
        saidAt: new Date(saidAt),
      },
      said,
    );
  }
}
