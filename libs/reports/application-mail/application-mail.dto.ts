import type { DeliveryState } from '../delivery/delivery.rules';

/** The mail of one step of an application. */
export class StepMailDto {
  applicationId: string;

  /** Number of the step within its application. */
  step: number;

  state: DeliveryState;

  /** What the mail server, or the network, said last; null when nothing went wrong. */
  lastError: string | null;

  /** ISO 8601, fair time. */
  sentAt: string | null;
}

/** How far the mails to applicants are. */
export class ApplicationMailDto {
  /** Names of the settings without which this server sends nothing. */
  missingSettings: string[];

  mails: StepMailDto[];
}
