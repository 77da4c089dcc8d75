import { Injectable } from '@nestjs/common';
import { fairOfLinkToken, linkTokenHash, tooManyWrongLinks, WrongTries } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { readClosings } from '../closing/read-closings';
import { ReadReport, type StoredReport } from '../report/read-report';
import { reportFileName, type ReportLanguage, type ReportName } from '../report/report.rules';
import { dayOf, momentOf } from './closing-mail';
import { mailLinkEnded, mailLinkExpired, mailLinkUnknown } from './delivery.refusals';

interface FoundLink {
  fairId: string;
  day: string;
  revision: number;
  language: ReportLanguage;
  timeZone: string;
  expiresAt: Date;
  endedAt: Date | null;
}

export interface MailedFile extends ReportName {
  /** At the end of its address. */
  file: string;
  sizeBytes: number;
  /** Hex. */
  sha256: string;
}

/** What a link in a mail opens: one revision, its hash and its files. Times as words, in the language. */
export interface MailedClosing {
  language: ReportLanguage;
  isDemo: boolean;
  fairName: string;
  day: string;
  revision: number;
  asOf: string;
  isComplete: boolean;
  hash: string;
  endsAt: string;
  files: MailedFile[];
  /** The latest revision, when it is a later one. */
  newer: { revision: number; asOf: string } | null;
}

/**
 * The revision that the secret of a mail opens, and its files. Refuses `mail_link_unknown`,
 * `mail_link_expired`, `mail_link_ended`, `too_many_wrong_links`; for a file what `ReadReport` does.
 */
@Injectable()
export class ReadMailedClosing {
  private readonly wrongLinks = new WrongTries(tooManyWrongLinks);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly readReport: ReadReport,
  ) {}

  async run(token: string, from: string): Promise<MailedClosing> {
    const link = await this.find(token, from);
    const { fairId, day, revision, language, timeZone } = link;
    const closings = await readClosings(this.source.manager, { fairId, day });
    const closing = closings.find((each) => each.revision === revision);
    const latest = closings.at(-1);
    if (!closing || !latest) throw mailLinkUnknown();
    const { fair } = closing.figures;
    const files = await this.source.query<Omit<MailedFile, 'file'>[]>(
      `SELECT kind, language, format, octet_length(bytes) AS "sizeBytes", encode(sha256, 'hex') AS sha256
         FROM report WHERE fair_id = $1 AND day = $2 AND revision = $3
        ORDER BY language = $4 DESC, format`,
      [fairId, day, revision, language],
    );
    return {
      language,
      isDemo: fair.isDemo,
      fairName: language === 'vi' ? fair.nameVi : fair.nameEn,
      day: dayOf(day, language),
      revision,
      asOf: momentOf(closing.closedAt, timeZone, language),
      isComplete: closing.isComplete,
      hash: closing.hash,
      endsAt: momentOf(link.expiresAt, timeZone, language),
      files: files.map((file) => ({ ...file, file: reportFileName(file) })),
      newer:
        latest.revision > revision
          ? {
              revision: latest.revision,
              asOf: momentOf(latest.closedAt, timeZone, language),
            }
          : null,
    };
  }

  /** One file of it, byte for byte. */
  async file(token: string, file: string, from: string): Promise<StoredReport> {
    const { fairId, day, revision } = await this.find(token, from);
    return this.readReport.run({ fairId, day, revision: String(revision), file });
  }

  private async find(token: string, from: string): Promise<FoundLink> {
    const fairId = fairOfLinkToken(token);
    const [link] =
      fairId === null
        ? []
        : await this.source.query<FoundLink[]>(
            `SELECT l.fair_id AS "fairId", l.day, l.revision, r.language, f.time_zone AS "timeZone",
                    l.expires_at AS "expiresAt", r.ended_at AS "endedAt"
               FROM mail_link l
               JOIN mail_recipient r ON r.fair_id = l.fair_id AND r.id = l.recipient_id
               JOIN fair f ON f.id = l.fair_id
              WHERE l.fair_id = $1 AND l.token_hash = $2`,
            [fairId, linkTokenHash(token)],
          );
    if (!link) {
      this.wrongLinks.add(from);
      throw mailLinkUnknown();
    }
    if (link.endedAt !== null) throw mailLinkEnded();
    if (link.expiresAt <= this.clock.now()) {
      throw mailLinkExpired(momentOf(link.expiresAt, link.timeZone, link.language));
    }
    return link;
  }
}
