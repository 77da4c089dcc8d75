import { Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { DataSource } from 'typeorm';
import { readSignatures } from './read-signatures';
import type { SignatureDto } from './signature.dto';

/** Every signature of a fair, by day and revision. */
@Injectable()
export class ListSignatures {
  constructor(private readonly source: DataSource) {}

  run({ accountId }: Caller, fairId: string): Promise<SignatureDto[]> {
    return readSignatures(this.source.manager, { fairId }, accountId);
  }
}
