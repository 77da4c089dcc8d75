import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { SIXTHS_OF_A_BOOTH, sixthsIn } from '../allocation/sixths.rules';
import type { AllocationState } from '../allocation/state.rules';
import { exhibitorsKeptBy } from '../exhibitor/own-exhibitors.rules';
import { Booth } from './booth.entity';
import { BoothDto, BoothHolderDto, BoothReservedDto } from './plan.dto';

interface Holding {
  allocationId: string;
  boothId: string;
  exhibitorId: string;
  name: string;
  sixths: string;
  state: AllocationState;
  heldUntil: Date | null;
}

const MINUTE_MS = 60_000;

/**
 * The booths of a fair by code, each with who stands in it; for an organizer also with what is held
 * or offered.
 */
@Injectable()
export class ListBooths {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string, caller?: Caller): Promise<BoothDto[]> {
    const at = this.clock.now();
    const [booths, holdings] = await Promise.all([
      this.source.getRepository(Booth).find({ where: { fairId }, order: { code: 'ASC' } }),
      this.source.query<Holding[]>(
        `SELECT a.id AS "allocationId", a.booth_id AS "boothId", a.exhibitor_id AS "exhibitorId", e.name,
                a.sixths, a.state, a.held_until AS "heldUntil"
         FROM allocation a JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
         WHERE a.fair_id = $1 AND a.freed_at IS NULL AND (a.held_until IS NULL OR a.held_until > $2)
         ORDER BY a.sixths`,
        [fairId, at],
      ),
    ]);
    const isOrganizer = caller !== undefined && exhibitorsKeptBy(caller, fairId) === null;
    return booths.map((booth) => {
      const here = holdings.filter(({ boothId }) => boothId === booth.id);
      const taken = here.reduce((sum, { sixths }) => sum + sixthsIn(sixths).length, 0);
      return {
        id: booth.id,
        code: booth.code,
        zoneId: booth.zoneId,
        kind: booth.kind,
        faces: booth.faces,
        xCm: booth.xCm,
        yCm: booth.yCm,
        widthCm: booth.widthCm,
        depthCm: booth.depthCm,
        freeSixths: SIXTHS_OF_A_BOOTH - taken,
        holders: here.filter(({ state }) => state === 'confirmed').map(holderOf),
        reserved: isOrganizer ? here.flatMap((each) => reservedOf(each, at)) : [],
      };
    });
  }
}

const holderOf = ({ allocationId, exhibitorId, name, sixths }: Holding): BoothHolderDto => ({
  allocationId,
  exhibitorId,
  name,
  sixths: sixthsIn(sixths).length,
});

function reservedOf(holding: Holding, at: Date): BoothReservedDto[] {
  const { state, heldUntil } = holding;
  if (state === 'confirmed' || heldUntil === null) return [];
  return [
    {
      ...holderOf(holding),
      state,
      heldUntil: heldUntil.toISOString(),
      minutesLeft: Math.ceil((heldUntil.getTime() - at.getTime()) / MINUTE_MS),
    },
  ];
}
