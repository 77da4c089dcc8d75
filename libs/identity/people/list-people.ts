import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../session/caller.dto';
import { PersonDto, type PersonRoleDto } from './person.dto';
import { isInHandsOf } from './people.rules';

interface Row {
  accountId: string;
  login: string;
  name: string;
  mayOpenFairs: boolean;
  isClosed: boolean;
  hasSecondFactor: boolean;
  lastSignInAt: Date | null;
  roles: PersonRoleDto[];
  grants: { fairId: string; role: string }[];
}

/* These names are planning's; here they are read by the keys that a grant names them by. */
const PEOPLE = `
  SELECT a.id AS "accountId", a.login, a.name, a.may_open_fairs AS "mayOpenFairs",
         a.disabled_at IS NOT NULL AS "isClosed",
         EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id
                 AND f.confirmed_at IS NOT NULL AND f.retired_at IS NULL) AS "hasSecondFactor",
         (SELECT max(s.created_at) FROM session s WHERE s.account_id = a.id) AS "lastSignInAt",
         jsonb_agg(jsonb_build_object('role', g.role, 'exhibitorId', g.exhibitor_id,
                   'exhibitorName', e.name, 'delegationId', g.delegation_id, 'delegationNameVi', d.name_vi, 'delegationNameEn', d.name_en,
                   'zoneIds', ARRAY(SELECT x.zone_id FROM role_zone x
                    WHERE x.fair_id = g.fair_id AND x.account_id = g.account_id AND x.role = g.role),
                   'zoneCodes', ARRAY(SELECT z.code FROM role_zone x
                     JOIN zone z ON z.fair_id = x.fair_id AND z.id = x.zone_id
                    WHERE x.fair_id = g.fair_id AND x.account_id = g.account_id AND x.role = g.role
                    ORDER BY length(z.code), z.code),
                   'grantedAt', g.granted_at) ORDER BY g.role) AS roles,
         (SELECT jsonb_agg(jsonb_build_object('fairId', o.fair_id, 'role', o.role))
            FROM role_grant o WHERE o.account_id = a.id) AS grants
    FROM role_grant g
    JOIN account a ON a.id = g.account_id
    LEFT JOIN exhibitor e ON e.fair_id = g.fair_id AND e.id = g.exhibitor_id
    LEFT JOIN delegation d ON d.fair_id = g.fair_id AND d.id = g.delegation_id
   WHERE g.fair_id = $1
   GROUP BY a.id
   ORDER BY a.name, a.login`;

/** Everyone with a role in a fair, by name. */
@Injectable()
export class ListPeople {
  constructor(private readonly source: DataSource) {}

  async run(caller: Caller, fairId: string): Promise<PersonDto[]> {
    const rows = await this.source.query<Row[]>(PEOPLE, [fairId]);
    return rows.map(({ mayOpenFairs, grants, ...person }) => ({
      ...person,
      isYou: person.accountId === caller.accountId,
      isInYourHands: isInHandsOf(caller, { accountId: person.accountId, mayOpenFairs, grants }),
    }));
  }
}
