import { mailSettings, type MailSettings } from './mail-settings.rules';

/** A mail ready to go. */
export interface Mail {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Where mails leave the house, as the environment says; the settings are asked for by who writes. */
export class Post {
  readonly settings: MailSettings | null;
  /** Names of the settings without which this server sends nothing. */
  readonly missing: readonly string[];

  constructor(environment: Record<string, string | undefined>) {
    const settings = mailSettings(environment);
    const isWhole = !('missing' in settings);
    this.settings = isWhole ? settings : null;
    this.missing = isWhole ? [] : settings.missing;
  }

  /** Hands one mail to the mail server. Throws what `nodemailer` throws; gives up within a minute. */
  async send(mail: Mail): Promise<void> {
    if (this.settings === null) throw new Error(`${this.missing.join(', ')} not set`);
    /* Loaded by who sends: the doors that only read settings open without it. */
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url: this.settings.smtpUrl,
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        ...mail,
        from: this.settings.from,
        headers: { 'Auto-Submitted': 'auto-generated' },
        textEncoding: 'base64',
      });
    } finally {
      transport.close();
    }
  }
}
