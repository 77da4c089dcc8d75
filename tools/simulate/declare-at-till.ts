import { newId } from '@phien/kernel';
import { signDeclaration, signHead } from '@phien/till';
import type { ChainHead, TillKey } from '@phien/till';
import type { Chance } from './chance.rules';
import type { DeclaredAnswer, DeclarePlaceAnswer } from './fair-answers';
import type { FairDoor } from './fair-door';

/** A phone that says what was sold outside it: one booth in three does, at the end of its day. */
export interface DeclaringTill {
  door: FairDoor;
  key: TillKey;
  /** Of its chain. */
  head: ChainHead;
  chance: Chance;
  saidAt: Date;
}

const BOOTHS_OF_THREE = 1;
const LEAST_VND = 50_000;
const STEPS = 60;

/** What a booth declares, sends twice and half of the time corrects; answers its last word in VND. */
export async function declareAtTill(till: DeclaringTill, at: number): Promise<number | null> {
  if (at % 3 >= BOOTHS_OF_THREE) return null;
  let said = await say(till, LEAST_VND * (1 + Math.floor(till.chance.next() * STEPS)));
  if (till.chance.next() < 0.5) {
    said = await say(till, LEAST_VND * (1 + Math.floor(till.chance.next() * STEPS)));
  }
  return said;
}

async function say({ door, key, head, saidAt }: DeclaringTill, amountVnd: number): Promise<number> {
  const path = `/api/fairs/${head.fairId}/registers/${head.registerId}/declarations`;
  const { fairId, registerId, epoch } = head;
  const place = await readOwnBooth(door, key, head);
  const [day] = place.days;
  if (!day) return 0;
  const words = {
    id: newId(),
    day: day.day,
    amountVnd,
    salesCount: null,
    revises: day.declared?.id ?? null,
    isConfirmed: true,
    saidAt: saidAt.toISOString(),
  };
  const signature = await signDeclaration(key.privateKey, { fairId, registerId, epoch, ...words });
  const body = { ...words, epoch, signature };
  await door.post<DeclaredAnswer>(path, body);
  const again = await door.post<DeclaredAnswer>(path, body);
  if (again.id !== words.id) throw new Error('The same declaration twice was two.');
  return amountVnd;
}

/** What the server holds of a till's booth. */
export async function readOwnBooth(
  door: FairDoor,
  key: TillKey,
  head: ChainHead,
): Promise<DeclarePlaceAnswer> {
  const { fairId, registerId, epoch, sequence, hash } = head;
  return door.post<DeclarePlaceAnswer>(
    `/api/fairs/${fairId}/registers/${registerId}/declarations/reading`,
    { head: { epoch, sequence, hash }, signature: await signHead(key.privateKey, head) },
  );
}
