import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { FeeChangeDto, FeePreviewDto } from './fee.dto';
import type { FeeChange, Payer } from './fee.rules';
import { readFairToday } from './fair-today';
import { readReckoning, type Reckoning } from './read-reckoning';

/** What would change if the fees were reckoned now, before anything is charged. */
@Injectable()
export class PreviewFees {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /* In one snapshot, or booths, tariff and charges would be of different moments. */
  run(fairId: string): Promise<FeePreviewDto> {
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const { fair } = await readFairToday(em, fairId, this.clock.now());
      const reckoning = await readReckoning(em, fair);
      const names = await readNames(em, fairId);
      const { changes, unpriced, hash, chargedVnd } = reckoning;
      return {
        changes: changes.map((change) => describe(change, reckoning, names)),
        unpriced: unpriced.map(({ allocationId, boothCode, exhibitorName }) => ({
          allocationId,
          boothCode,
          exhibitorName,
        })),
        changesHash: hash,
        chargedBeforeVnd: chargedVnd,
        chargedAfterVnd: changes.reduce(
          (sum, { takenBack, made }) => sum - (takenBack?.amountVnd ?? 0) + (made?.amountVnd ?? 0),
          chargedVnd,
        ),
      };
    });
  }
}

type Names = ReadonlyMap<string, { vi: string; en: string }>;

/** Exhibitors and delegations by id. */
async function readNames(em: EntityManager, fairId: string): Promise<Names> {
  const rows = await em.query<{ id: string; vi: string; en: string }[]>(
    `SELECT id, name AS vi, name AS en FROM exhibitor WHERE fair_id = $1
     UNION ALL SELECT id, name_vi, name_en FROM delegation WHERE fair_id = $1`,
    [fairId],
  );
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}

function describe(change: FeeChange, { reasons }: Reckoning, names: Names): FeeChangeDto {
  const { takenBack, made } = change;
  const said = made ?? takenBack;
  const payer = nameOf(said?.payer, names);
  return {
    allocationId: change.allocationId,
    boothCode: said?.boothCode ?? '',
    exhibitorName: names.get(said?.exhibitorId ?? '')?.vi ?? '',
    beforeVnd: takenBack?.amountVnd ?? null,
    afterVnd: made?.amountVnd ?? null,
    waivedVnd: made?.waivedVnd ?? 0,
    payerNameVi: payer.vi,
    payerNameEn: payer.en,
    reason: reasons.get(made?.reliefId ?? '') ?? null,
  };
}

const nameOf = (payer: Payer | undefined, names: Names) =>
  names.get(payer?.delegationId ?? payer?.exhibitorId ?? '') ?? { vi: '', en: '' };
