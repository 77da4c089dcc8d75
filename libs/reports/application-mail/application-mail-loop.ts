import { Injectable } from '@nestjs/common';
import { Rounds } from '@phien/store';
import { SendApplicationMail } from './send-application-mail';

const PAUSE_MS = 10_000;

/** Asks Postgres every ten seconds, and at the start, which applicants are to be told. */
@Injectable()
export class ApplicationMailLoop extends Rounds {
  constructor(private readonly sendApplicationMail: SendApplicationMail) {
    super(PAUSE_MS);
  }

  protected override async walk(): Promise<void> {
    await this.sendApplicationMail.run(() => this.isStopped);
  }
}
