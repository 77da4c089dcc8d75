/** What a server must be told before it can send mail. */
export interface MailSettings {
  smtpUrl: string;
  /** Whom mails are from, such as `Hội chợ <hoicho@example.vn>`. */
  from: string;
  /** The address people reach the server by, without a slash at the end. */
  publicUrl: string;
}

type Environment = Record<string, string | undefined>;

const isUrl = (text: string | undefined, protocols: string[]): text is string =>
  text !== undefined && URL.canParse(text) && protocols.includes(new URL(text).protocol);

const isSender = (text: string | undefined): text is string =>
  text !== undefined && /^[^\p{Cc}]*[^\s@<>]+@[^\s@<>]+>?$/u.test(text);

/** The settings, or the names of those that are missing or wrong. */
export function mailSettings(environment: Environment): MailSettings | { missing: string[] } {
  const { SMTP_URL, PHIEN_MAIL_FROM, PHIEN_URL } = environment;
  const smtpUrl = isUrl(SMTP_URL, ['smtp:', 'smtps:']) ? SMTP_URL : null;
  const from = isSender(PHIEN_MAIL_FROM) ? PHIEN_MAIL_FROM : null;
  const publicUrl = isUrl(PHIEN_URL, ['http:', 'https:']) ? PHIEN_URL.replace(/\/+$/, '') : null;
  if (smtpUrl !== null && from !== null && publicUrl !== null) return { smtpUrl, from, publicUrl };
  return {
    missing: [
      ...(smtpUrl === null ? ['SMTP_URL'] : []),
      ...(from === null ? ['PHIEN_MAIL_FROM'] : []),
      ...(publicUrl === null ? ['PHIEN_URL'] : []),
    ],
  };
}
