import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';
import type { DelegationSumsDto, DelegationSumsRowDto, FairSumsDto, SumsNoteDto } from './sums.dto';

/** What was counted of one delegation, or of those who came without one (`delegationId` null). */
export interface CountedRow {
  delegationId: string | null;
  nameVi: string | null;
  nameEn: string | null;
  quota: number | null;
  keptBooths: number;
  keptFreeSixths: number;
  keptHeldByOthersSixths: number;
  givenInsideSixths: number;
  givenOutsideSixths: number;
  exhibitors: number;
  exhibitorsWithoutBooth: number;
}

/** What was counted of the whole fair, without asking who came with whom. */
export interface CountedFair {
  booths: number;
  givenSixths: number;
  exhibitors: number;
  leadsUntil: string | null;
}

/**
 * Planned, allocated and unassigned by delegation, with their sum and everything that an organizer
 * should be told: more given than the quota, a cluster that does not hold it, quotas that the fair's
 * booths cannot keep. The parts are added up and held against what the fair itself counts.
 */
export function sumsOf(
  counted: readonly CountedRow[],
  fair: CountedFair,
  asOf: Date,
): DelegationSumsDto {
  const rows = counted.map(rowOf);
  const sum = (of: (row: DelegationSumsRowDto) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const decided = rows.filter(({ quota }) => quota !== null);
  const total: FairSumsDto = {
    quota: decided.length > 0 ? sum(({ quota }) => quota ?? 0) : null,
    keptBooths: sum(({ keptBooths }) => keptBooths),
    keptFreeSixths: sum(({ keptFreeSixths }) => keptFreeSixths),
    keptHeldByOthersSixths: sum(({ keptHeldByOthersSixths }) => keptHeldByOthersSixths),
    givenInsideSixths: sum(({ givenInsideSixths }) => givenInsideSixths),
    givenOutsideSixths: sum(({ givenOutsideSixths }) => givenOutsideSixths),
    givenSixths: sum(({ givenSixths }) => givenSixths),
    quotaLeftSixths: decided.length > 0 ? sum(({ quotaLeftSixths }) => quotaLeftSixths ?? 0) : null,
    exhibitors: sum(({ exhibitors }) => exhibitors),
    exhibitorsWithoutBooth: sum(({ exhibitorsWithoutBooth }) => exhibitorsWithoutBooth),
    fairBooths: fair.booths,
    fairFreeSixths: fair.booths * SIXTHS_OF_A_BOOTH - fair.givenSixths,
    quotasUndecided: rows.filter(
      ({ delegationId, quota }) => delegationId !== null && quota === null,
    ).length,
    notes: [],
  };
  return {
    asOf: asOf.toISOString(),
    leadsUntil: fair.leadsUntil,
    rows,
    total: { ...total, notes: notesOfTotal(total, rows, fair) },
  };
}

function rowOf(counted: CountedRow): DelegationSumsRowDto {
  const givenSixths = counted.givenInsideSixths + counted.givenOutsideSixths;
  const row = {
    ...counted,
    givenSixths,
    quotaLeftSixths:
      counted.quota === null ? null : counted.quota * SIXTHS_OF_A_BOOTH - givenSixths,
  };
  return { ...row, notes: notesOfRow(row) };
}

function notesOfRow(row: Omit<DelegationSumsRowDto, 'notes'>): SumsNoteDto[] {
  const { quota, keptBooths, keptHeldByOthersSixths, quotaLeftSixths } = row;
  const notes: SumsNoteDto[] = [];
  if (quotaLeftSixths !== null && quotaLeftSixths < 0) {
    const over = boothsIn(-quotaLeftSixths);
    notes.push({
      code: 'over_quota',
      vi: `Đã giao vượt chỉ tiêu ${over} gian.`,
      en: `${over} booths beyond the quota are given.`,
    });
  }
  if (quota !== null && keptBooths > 0 && keptBooths < quota) {
    notes.push({
      code: 'cluster_below_quota',
      vi: `Cụm có ${keptBooths} gian, ít hơn chỉ tiêu ${quota}.`,
      en: `The cluster has ${keptBooths} booths, fewer than the quota of ${quota}.`,
    });
  }
  if (keptHeldByOthersSixths > 0) {
    const held = boothsIn(keptHeldByOthersSixths);
    notes.push({
      code: 'cluster_held_by_others',
      vi: `${held} gian trong cụm đang giao cho đơn vị ngoài đoàn.`,
      en: `${held} booths of the cluster are given to others.`,
    });
  }
  return notes;
}

function notesOfTotal(
  total: FairSumsDto,
  rows: readonly DelegationSumsRowDto[],
  fair: CountedFair,
): SumsNoteDto[] {
  const notes: SumsNoteDto[] = [];
  if (total.givenSixths !== fair.givenSixths || total.exhibitors !== fair.exhibitors) {
    const parts = `${boothsIn(total.givenSixths)} / ${total.exhibitors}`;
    const whole = `${boothsIn(fair.givenSixths)} / ${fair.exhibitors}`;
    notes.push({
      code: 'sums_differ',
      vi: `Cộng các dòng được ${parts} (gian đã giao / đơn vị), hội chợ đếm được ${whole}. Đừng dùng các số này.`,
      en: `The rows add up to ${parts} (booths given / exhibitors), the fair counts ${whole}. Do not use these figures.`,
    });
  }
  if (total.quota !== null && total.quota > total.fairBooths) {
    notes.push({
      code: 'quotas_beyond_booths',
      vi: `Tổng chỉ tiêu ${total.quota} gian, hội chợ chỉ có ${total.fairBooths} gian bán hàng.`,
      en: `The quotas add up to ${total.quota} booths, the fair has ${total.fairBooths} for selling.`,
    });
  }
  const promisedSixths = rows.reduce(
    (sum, { quotaLeftSixths }) => sum + Math.max(0, quotaLeftSixths ?? 0),
    0,
  );
  if (promisedSixths > total.fairFreeSixths) {
    const [promised, free] = [boothsIn(promisedSixths), boothsIn(total.fairFreeSixths)];
    notes.push({
      code: 'quotas_beyond_free',
      vi: `Các đoàn còn được ${promised} gian theo chỉ tiêu, hội chợ chỉ còn ${free} gian trống.`,
      en: `Delegations may still take ${promised} booths by their quotas, only ${free} are free.`,
    });
  }
  if (total.quotasUndecided > 0) {
    notes.push({
      code: 'quotas_undecided',
      vi: `${total.quotasUndecided} đoàn chưa có chỉ tiêu, không nằm trong tổng chỉ tiêu.`,
      en: `${total.quotasUndecided} delegations have no quota yet and are not in the sum of quotas.`,
    });
  }
  return notes;
}

/** Sixths of a booth as people say booths: 75 is '12 3/6', −2 is '−2/6'. */
export function boothsIn(sixths: number): string {
  const whole = Math.floor(Math.abs(sixths) / SIXTHS_OF_A_BOOTH);
  const rest = Math.abs(sixths) % SIXTHS_OF_A_BOOTH;
  const part = rest === 0 ? '' : `${rest}/${SIXTHS_OF_A_BOOTH}`;
  const said = whole === 0 && part ? part : [whole, part].filter((each) => each !== '').join(' ');
  return sixths < 0 ? `−${said}` : said;
}
