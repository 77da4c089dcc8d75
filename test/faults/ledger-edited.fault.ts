import { auditChain } from '@phien/till';
import type { ChainEvidence } from '@phien/till';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { FaultTill } from './fault-till';
import { Shop } from './shop';

const ways = [
  'an edit',
  'the middle deleted',
  'the last deleted',
  'a register written anew',
] as const;

export const fault: Fault = {
  name: 'ledger edited',
  promise:
    'whatever a superuser edits, deletes or writes anew is found from signed heads and from closings kept outside',
  control: 'hashes alone, without signatures and kept closings',
  spoilsServer: true,
  async run({ seed, isProtected }, open) {
    const shop = await Shop.open(await open());
    const chance = new Chance(String(seed), 'ledger-edited');
    const tills = await shop.tills(4, { batch: 5 });
    for (const till of tills) {
      for (let sale = 0; sale < 20; sale += 1) till.sell(10_000 + 1_000 * chance.below(90));
      await till.drain();
    }
    const found = await count(shop, tills, { 'ways of editing': ways.length });
    /* As it would be printed and mailed: what lies outside the database is never edited in it. */
    await shop.organizer.post(`/api/fairs/${shop.fairId}/days/${shop.day}/closings`);
    const kept = new Map<FaultTill, ChainEvidence['keptHeads']>();
    for (const till of tills) kept.set(till, await closedHeads(shop, till));
    await unguard(shop);
    let unseen = 0;
    for (const [at, till] of tills.entries()) {
      await tamper(shop, till, ways[at] ?? 'an edit');
      const now = await evidenceOf(shop, till);
      const { faults } = await auditChain({
        ...now,
        signedHeads: isProtected ? now.signedHeads : [],
        keptHeads: isProtected ? (kept.get(till) ?? []) : [],
      });
      if (faults.length === 0) unseen += 1;
    }
    return { ...found, broken: { 'not found': unseen } };
  },
};

/** What a verifier finds in the database: the rows as they are now. */
async function evidenceOf(shop: Shop, till: FaultTill): Promise<Omit<ChainEvidence, 'keptHeads'>> {
  const { fairId, registerId, epoch, genesis } = till.enrolment;
  const place = [fairId, registerId, epoch];
  const links = await shop.query<{ text: string }>(
    `SELECT convert_from(canonical, 'UTF8') AS text FROM link
     WHERE fair_id = $1 AND register_id = $2 AND epoch = $3 ORDER BY sequence`,
    place,
  );
  const heads = await shop.query<{ sequence: string; hash: string; signature: string }>(
    `SELECT sequence, encode(hash, 'hex') AS hash, encode(signature, 'base64') AS signature
     FROM signed_head WHERE fair_id = $1 AND register_id = $2 AND epoch = $3 ORDER BY sequence`,
    place,
  );
  return {
    start: { fairId, registerId, epoch, sequence: 0, hash: genesis },
    publicKeySpki: till.key.publicKeySpki,
    texts: links.map(({ text }) => text),
    signedHeads: heads.map(({ sequence, hash, signature }) => ({
      sequence: Number(sequence),
      hash,
      signature: signature.replaceAll('\n', ''),
    })),
  };
}

/** The head at which the closing of the day froze the till's chain. */
function closedHeads(shop: Shop, till: FaultTill): Promise<{ sequence: number; hash: string }[]> {
  const { fairId, registerId, epoch } = till.enrolment;
  return shop.query(
    `SELECT sequence::int, encode(hash, 'hex') AS hash FROM closing_head
      WHERE fair_id = $1 AND register_id = $2 AND epoch = $3 AND day = $4`,
    [fairId, registerId, epoch, shop.day],
  );
}

/* A superuser is stopped by no trigger and no constraint. */
async function unguard(shop: Shop): Promise<void> {
  await shop.query(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
      WHERE contype IN ('c', 'f') AND conrelid IN ('link'::regclass, 'signed_head'::regclass)
         OR contype = 'f' AND confrelid = 'link'::regclass
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP;
    ALTER TABLE link DISABLE TRIGGER ALL;
    ALTER TABLE signed_head DISABLE TRIGGER ALL;
  END $$`);
}

async function tamper(shop: Shop, till: FaultTill, way: (typeof ways)[number]): Promise<void> {
  const { fairId, registerId } = till.enrolment;
  const own = [fairId, registerId];
  const at = (sequence: number) =>
    `WHERE fair_id = $1 AND register_id = $2 AND sequence = ${sequence}`;
  if (way === 'an edit') {
    await shop.query(
      `UPDATE link SET canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '"totalVnd":', '"totalVnd":1'), 'UTF8') ${at(7)}`,
      own,
    );
  } else if (way === 'the middle deleted') {
    await shop.query(`DELETE FROM link ${at(7)}`, own);
  } else if (way === 'the last deleted') {
    await shop.query(`DELETE FROM signed_head ${at(20)}`, own);
    await shop.query(`DELETE FROM link ${at(20)}`, own);
  } else {
    await rewrite(shop, till);
  }
}

/** The same numbers with smaller sales, hashed anew; no phone has signed them. */
async function rewrite(shop: Shop, till: FaultTill): Promise<void> {
  const { fairId, registerId } = till.enrolment;
  const forger = till.through('');
  for (let sale = 0; sale < 20; sale += 1) {
    forger.sell(1_000);
    const issued = forger.issued.at(-1);
    await shop.query(
      `UPDATE link SET canonical = convert_to($3, 'UTF8'), hash = decode($4, 'hex'),
         document_id = $5, previous_hash = decode($6, 'hex')
       WHERE fair_id = $1 AND register_id = $2 AND sequence = $7`,
      [
        ...[fairId, registerId, issued?.text, issued?.hash, issued?.document.id],
        ...[issued?.document.previousHash, sale + 1],
      ],
    );
  }
  await shop.query(`DELETE FROM signed_head WHERE fair_id = $1 AND register_id = $2`, [
    fairId,
    registerId,
  ]);
}
