import { createHash } from 'node:crypto';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { ReadPublicPlan, type PublicPlanDto } from '@phien/planning';
import { Injectable } from '@nestjs/common';
import { PublishedFairs } from './published-fairs';

/** A plan as it is sent: written and compressed once, however many take it. */
export interface ServedPlan {
  plan: PublicPlanDto;
  json: Buffer;
  gzipped: Buffer;
  /** As a header has it: the same while the plan tells the same. */
  etag: string;
}

const compressed = promisify(gzip);

/** The plan that a fair publishes, by its code. Refuses as `PublishedFairs` does. */
@Injectable()
export class ReadPublicFairPlan {
  readonly run: (code: string, from: string) => Promise<ServedPlan>;
  /** By fair: writing and compressing a plan takes longer than reading it, and it rarely changes. */
  private readonly served = new Map<string, ServedPlan>();

  constructor(fairs: PublishedFairs, readPlan: ReadPublicPlan) {
    this.run = fairs.asking(async ({ fairId }) => this.serve(fairId, await readPlan.run(fairId)));
  }

  private async serve(fairId: string, plan: PublicPlanDto): Promise<ServedPlan> {
    const json = Buffer.from(JSON.stringify(plan));
    const etag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
    const known = this.served.get(fairId);
    if (known?.etag === etag) return known;
    const made = { plan, json, etag, gzipped: await compressed(json) };
    this.served.set(fairId, made);
    return made;
  }
}
