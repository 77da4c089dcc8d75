import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { Fair, ListBooths, ListExhibitors, ListZones } from '@phien/planning';
import { publicUrl } from '@phien/store';
import { DataSource } from 'typeorm';
import type { BoothPaperContent, ListedShare, StaffMember } from './booth-paper.rules';

/** Who stands where and who they are, as the plan is now: what signs, badges and lists are made of. */
@Injectable()
export class ReadBoothPapers {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly listBooths: ListBooths,
    private readonly listZones: ListZones,
    private readonly listExhibitors: ListExhibitors,
  ) {}

  async run(caller: Caller, fairId: string): Promise<BoothPaperContent> {
    const [fair, booths, zones, exhibitors, stars, sellers, staff] = await Promise.all([
      this.source.getRepository(Fair).findOneByOrFail({ id: fairId }),
      this.listBooths.run(fairId, caller),
      this.listZones.run(fairId),
      this.listExhibitors.run(caller, fairId),
      this.readStars(fairId),
      this.readSellers(fairId),
      this.readStaff(fairId),
    ]);
    const zoneOf = new Map(zones.map((zone) => [zone.id, zone]));
    const exhibitorOf = new Map(exhibitors.map((exhibitor) => [exhibitor.id, exhibitor]));
    const shareOf = (
      held: { exhibitorId: string; name: string; sixths: number },
      state: ListedShare['state'],
      heldUntil: string | null,
    ): ListedShare => {
      const exhibitor = exhibitorOf.get(held.exhibitorId);
      return {
        exhibitorId: held.exhibitorId,
        exhibitorName: held.name,
        placeVi: exhibitor?.placeNameVi ?? '',
        placeEn: exhibitor?.placeNameEn ?? '',
        delegationVi: exhibitor?.delegationNameVi ?? null,
        delegationEn: exhibitor?.delegationNameEn ?? null,
        sixths: held.sixths,
        state,
        heldUntil,
        star: stars.get(held.exhibitorId) ?? null,
        representative: exhibitor?.representative ?? null,
        phone: exhibitor?.contactPhone ?? null,
        sellers: sellers.get(held.exhibitorId) ?? [],
      };
    };
    const { code, nameVi, nameEn, timeZone } = fair;
    return {
      fair: { code, nameVi, nameEn, timeZone, url: publicUrl() ?? null },
      asOf: this.clock.now().toISOString(),
      staff,
      booths: booths.map((booth) => ({
        code: booth.code,
        zoneVi: zoneOf.get(booth.zoneId)?.nameVi ?? '',
        zoneEn: zoneOf.get(booth.zoneId)?.nameEn ?? '',
        areaCm2: booth.widthCm * booth.depthCm,
        shares: [
          ...booth.holders.map((held) => shareOf(held, 'confirmed', null)),
          ...booth.reserved.map((held) => shareOf(held, held.state, held.heldUntil)),
        ],
      })),
    };
  }

  /** The most stars of what each exhibitor sells, under a certificate that is good when the fair begins. */
  private async readStars(fairId: string): Promise<Map<string, number>> {
    const rows = await this.source.query<{ exhibitorId: string; star: number }[]>(
      `SELECT exhibitor_id AS "exhibitorId", max(star)::int AS star FROM product
        WHERE fair_id = $1 AND star IS NOT NULL AND withdrawn_at IS NULL
          AND (certificate_expires_on IS NULL
            OR certificate_expires_on >= (SELECT min(day) FROM fair_day WHERE fair_id = $1 AND NOT is_opening))
        GROUP BY exhibitor_id`,
      [fairId],
    );
    return new Map(rows.map(({ exhibitorId, star }) => [exhibitorId, star]));
  }

  private async readSellers(fairId: string): Promise<Map<string, string[]>> {
    const rows = await this.source.query<{ exhibitorId: string; names: string[] }[]>(
      `SELECT exhibitor_id AS "exhibitorId", array_agg(name ORDER BY name) AS names FROM cashier
        WHERE fair_id = $1 AND removed_at IS NULL GROUP BY exhibitor_id`,
      [fairId],
    );
    return new Map(rows.map(({ exhibitorId, names }) => [exhibitorId, names]));
  }

  /** Whoever helps people in the hall; a gate's account is a post, and officials have cards of their own. */
  private readStaff(fairId: string): Promise<StaffMember[]> {
    return this.source.query<StaffMember[]>(
      `SELECT o.name, g.role, coalesce(d.name_vi, x.names_vi, '') AS "ofVi",
              coalesce(d.name_en, x.names_en, '') AS "ofEn"
         FROM role_grant g
         JOIN account o ON o.id = g.account_id AND o.disabled_at IS NULL
         LEFT JOIN delegation d ON d.fair_id = g.fair_id AND d.id = g.delegation_id
         LEFT JOIN LATERAL (
           SELECT string_agg(z.name_vi, ', ' ORDER BY z.code) AS names_vi,
                  string_agg(z.name_en, ', ' ORDER BY z.code) AS names_en
             FROM role_zone r JOIN zone z ON z.fair_id = r.fair_id AND z.id = r.zone_id
            WHERE r.fair_id = g.fair_id AND r.account_id = g.account_id) x ON true
        WHERE g.fair_id = $1 AND g.role IN ('organizer', 'zone_staff', 'delegation_lead')
        ORDER BY g.role, o.name`,
      [fairId],
    );
  }
}
