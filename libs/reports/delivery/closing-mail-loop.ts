import { Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { SendClosingMail } from './send-closing-mail';

const PAUSE_MS = 10_000;

/** Asks Postgres every ten seconds, and at the start, which mails are due. */
@Injectable()
export class ClosingMailLoop extends Rounds {
  constructor(private readonly sendClosingMail: SendClosingMail) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    await this.sendClosingMail.run(() => this.isStopped);
  }
}
