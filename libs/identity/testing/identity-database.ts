import { newId } from '@phien/kernel';
import { openTestDatabase, type TestDatabase } from '@phien/store';
import { Entity, PrimaryColumn, type DataSource } from 'typeorm';
import { CreateAccount } from '../account/create-account';
import { identityEntities } from '../identity.entities';

/* planning owns these and stands above identity: here only their keys are known. */
@Entity('fair')
class Fair {
  @PrimaryColumn('uuid')
  id: string;
}

@Entity('exhibitor')
class Exhibitor {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;
}

@Entity('delegation')
class Delegation {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;
}

@Entity('zone')
class Zone {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;
}

/** A database of one's own that knows the entities of identity. */
export function openIdentityDatabase(): Promise<TestDatabase> {
  return openTestDatabase([...identityEntities, Fair, Exhibitor, Delegation, Zone]);
}

/** A fair with nothing but a name; answers its id. */
export async function makeFair(source: DataSource): Promise<string> {
  const id = newId();
  await source.query(
    `INSERT INTO fair (id, code, name_vi, name_en, venue_vi, venue_en, time_zone, state, is_demo,
                       hall_width_cm, hall_depth_cm, created_at)
     VALUES ($1, $2, 'Phiên chợ', 'Market day', '', '', 'Asia/Ho_Chi_Minh', 'draft', true, 100, 100, now())`,
    [id, `fair-${id}`],
  );
  return id;
}

/** An exhibitor of a fair; answers its id. */
export async function makeExhibitor(source: DataSource, fairId: string): Promise<string> {
  const id = newId();
  await source.query(
    `INSERT INTO exhibitor (fair_id, id, name, kind, origin, country_code, pays_vat, is_demo)
     VALUES ($1, $2, 'Hợp tác xã', 'cooperative', 'inProvince', 'VN', false, true)`,
    [fairId, id],
  );
  return id;
}

export const PASSWORD = 'một mật khẩu dài';

/** An account with `PASSWORD`; answers its id and login. */
export async function makeAccount(
  source: DataSource,
  login = `lan-${newId()}`,
): Promise<{ id: string; login: string }> {
  const id = await new CreateAccount(source).run({
    login,
    name: 'Lan',
    password: PASSWORD,
    isDemo: true,
    mayOpenFairs: false,
  });
  return { id, login };
}
