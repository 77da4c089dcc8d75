import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvitationDto } from './invitation.dto';
import { readInvitations } from './read-invitations';

/** Invitations of a fair that wait to be taken, the latest first. */
@Injectable()
export class ListInvitations {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<InvitationDto[]> {
    return readInvitations(this.source.manager, fairId);
  }
}
