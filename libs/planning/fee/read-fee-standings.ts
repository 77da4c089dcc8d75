import type { EntityManager } from 'typeorm';
import type { FeeStandingDto } from './fee.dto';
import { balanceOf } from './fee.rules';

type Row = Pick<
  FeeStandingDto,
  | 'payerId'
  | 'exhibitorId'
  | 'delegationId'
  | 'nameVi'
  | 'nameEn'
  | 'reference'
  | 'chargedVnd'
  | 'waivedVnd'
  | 'paidVnd'
  | 'contactName'
  | 'contactPhone'
  | 'contactMail'
> & { dueBeforeTodayVnd: number; firstDueOn: string | null };

/** How those who owe fees stand as of a day, by name; all of a fair, or the payers that are named. */
export async function readFeeStandings(
  em: EntityManager,
  { fairId, today }: { fairId: string; today: string },
  payerIds: readonly string[] | null = null,
): Promise<FeeStandingDto[]> {
  const rows = await em.query<Row[]>(
    `WITH charged AS (
       SELECT payer_id, sum(amount_vnd)::bigint AS amount, sum(waived_vnd)::bigint AS waived,
              coalesce(sum(amount_vnd) FILTER (WHERE due_on < $2), 0)::bigint AS due_before
         FROM fee_charge WHERE fair_id = $1 GROUP BY payer_id),
     paid AS (
       SELECT p.payer_id, sum(p.amount_vnd)::bigint AS amount
         FROM fee_payment p
        WHERE p.fair_id = $1 AND NOT EXISTS (SELECT 1 FROM fee_payment_struck s
          WHERE s.fair_id = p.fair_id AND s.payment_id = p.id)
        GROUP BY p.payer_id),
     due AS (
       SELECT payer_id, due_on, sum(sum(amount_vnd)) OVER (PARTITION BY payer_id ORDER BY due_on) AS until
         FROM fee_charge WHERE fair_id = $1 GROUP BY payer_id, due_on)
     SELECT y.id AS "payerId", y.exhibitor_id AS "exhibitorId", y.delegation_id AS "delegationId",
            coalesce(e.name, d.name_vi) AS "nameVi", coalesce(e.name, d.name_en) AS "nameEn", y.reference,
            coalesce(charged.amount, 0) AS "chargedVnd", coalesce(charged.waived, 0) AS "waivedVnd",
            coalesce(charged.due_before, 0) AS "dueBeforeTodayVnd", coalesce(paid.amount, 0) AS "paidVnd",
            (SELECT min(due.due_on) FROM due
              WHERE due.payer_id = y.id AND due.until > coalesce(paid.amount, 0)) AS "firstDueOn",
            coalesce(e.representative, who.name) AS "contactName", e.contact_phone AS "contactPhone",
            who.mail AS "contactMail"
       FROM fee_payer y
       LEFT JOIN exhibitor e ON e.fair_id = y.fair_id AND e.id = y.exhibitor_id
       LEFT JOIN delegation d ON d.fair_id = y.fair_id AND d.id = y.delegation_id
       LEFT JOIN charged ON charged.payer_id = y.id
       LEFT JOIN paid ON paid.payer_id = y.id
       LEFT JOIN LATERAL (
         SELECT a.name, CASE WHEN a.login LIKE '%_@_%' THEN a.login END AS mail
           FROM role_grant g JOIN account a ON a.id = g.account_id AND a.disabled_at IS NULL
          WHERE g.fair_id = y.fair_id
            AND (g.exhibitor_id = y.exhibitor_id OR g.delegation_id = y.delegation_id)
          ORDER BY a.login LIKE '%_@_%' DESC, g.granted_at, a.id LIMIT 1) who ON true
      WHERE y.fair_id = $1 AND ($3::uuid[] IS NULL OR y.id = ANY($3))
      ORDER BY coalesce(e.name, d.name_vi), y.id`,
    [fairId, today, payerIds],
  );
  return rows.map(({ dueBeforeTodayVnd, firstDueOn, ...row }) => {
    const balance = balanceOf({ ...row, dueBeforeTodayVnd });
    return { ...row, ...balance, dueOn: balance.owedVnd > 0 ? firstDueOn : null };
  });
}

/** Whom to ask is for organizers alone. */
export const withoutContact = <T extends FeeStandingDto>(standing: T): T => ({
  ...standing,
  contactName: null,
  contactPhone: null,
  contactMail: null,
});
