import { sampleClosing } from '../testing/sample-day';
import { writeClosingMail, type ClosingMailSubject } from './closing-mail';
import { afterFailure, isServersFault, linkEnd, messageId } from './delivery.rules';
import { mailSettings } from './mail-settings.rules';

const NOW = new Date('2025-10-28T15:30:00Z');
const closing = sampleClosing();
const subject: ClosingMailSubject = {
  closing,
  language: 'vi',
  name: 'Sở Công Thương',
  link: 'https://hoicho.example.vn/mail?key=abc',
  linkEndsAt: linkEnd(NOW),
};

describe('the mail of a closing', () => {
  it.each(['vi', 'en'] as const)(
    'carries the hash whole, the totals and their coverage, in %s, as text and as HTML alike',
    (language) => {
      const { text, html } = writeClosingMail({ ...subject, language });
      const { measuredVnd, declaredVnd, revenueVnd } = closing.figures.totals;
      expect(measuredVnd + declaredVnd).toBe(revenueVnd);
      const group = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
      const { boothsHeard, boothsAllocated } = closing.figures.coverage;
      for (const said of [text, html]) {
        expect(said).toContain(closing.hash);
        for (const figure of [revenueVnd, measuredVnd, declaredVnd, closing.entries]) {
          expect(said).toContain(group.format(figure));
        }
        expect(said).toContain(`${boothsHeard}/${boothsAllocated}`);
        expect(said).toContain('/11/2025');
        expect(said).toContain(subject.link);
      }
      expect(text.split('\n')).toContain(closing.hash);
    },
  );

  it('names no booth and no exhibitor', () => {
    const { text, html } = writeClosingMail(subject);
    for (const { boothCode, exhibitorNames } of closing.figures.booths) {
      for (const name of exhibitorNames) expect(text + html).not.toContain(name);
      expect(text).not.toMatch(new RegExp(`\\b${boothCode}\\b`));
    }
  });

  it('lets no name break a line, open a tag, or grow the subject', () => {
    const wicked = 'Hội chợ\r\nBcc: thief@example.vn\r\n\r\n<img src=x onerror=alert(1)>';
    const figures = {
      ...closing.figures,
      fair: { ...closing.figures.fair, nameVi: wicked + 'x'.repeat(500) },
    };
    const mail = writeClosingMail({
      ...subject,
      name: `Ông\nA\u202e<b>`,
      closing: { ...closing, reason: 'mưa\r\nto', figures },
    });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.subject.length).toBeLessThan(300);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    expect(mail.text).toContain('Kính gửi Ông A <b>,');
    expect(mail.html).not.toMatch(/<img|<b>/);
    expect(mail.text).toContain('mưa to');
  });

  it('says what is provisional and how much is missing, and that demo is demo', () => {
    const figures = { ...closing.figures, fair: { ...closing.figures.fair, isDemo: true } };
    const mail = writeClosingMail({
      ...subject,
      closing: { ...closing, isComplete: false, figures },
    });
    const unclosed = figures.coverage.unclosedRegisters.length;
    expect(mail.text).toContain(`Còn ${unclosed} máy chưa chốt ca`);
    expect(mail.subject).toContain('tạm thời');
    expect(mail.subject).toMatch(/^DỮ LIỆU THỬ NGHIỆM · /);
  });

  it('says of a closing before booths could declare that it does not know', () => {
    const totals = { ...closing.figures.totals, isDeclaredCollected: false, declaredVnd: 0 };
    const figures = { ...closing.figures, totals };
    expect(writeClosingMail({ ...subject, closing: { ...closing, figures } }).text).toContain(
      'Chưa thu thập',
    );
  });
});

describe('after a try that failed', () => {
  it.each([
    ['no connection', { message: 'x' }, 1, 'waiting', 1, true],
    ['greylisted', { message: 'x', responseCode: 450, command: 'RCPT TO' }, 3, 'waiting', 4, false],
    [
      'password refused',
      { message: 'x', responseCode: 535, command: 'AUTH PLAIN' },
      2,
      'waiting',
      2,
      true,
    ],
    [
      'sender refused',
      { message: 'x', responseCode: 550, command: 'MAIL FROM' },
      13,
      'waiting',
      360,
      true,
    ],
    [
      'address refused',
      { message: 'x', responseCode: 550, command: 'RCPT TO' },
      1,
      'failed',
      null,
      false,
    ],
    [
      'mail refused',
      { message: 'x', responseCode: 554, command: 'DATA' },
      1,
      'failed',
      null,
      false,
    ],
    ['enough tries', { message: 'x' }, 14, 'failed', null, true],
  ] as const)('%s', (_what, failure, tries, state, minutes, isOurs) => {
    const after = afterFailure(failure, tries, NOW);
    expect(after.state).toBe(state);
    const pause = after.nextTryAt && (after.nextTryAt.getTime() - NOW.getTime()) / 60_000;
    expect(pause).toBe(minutes);
    expect(isServersFault(failure)).toBe(isOurs);
  });

  it('keeps what was said on one line, and not without end', () => {
    const { lastError } = afterFailure({ message: `550\r\n${'x'.repeat(900)}` }, 1, NOW);
    expect(lastError).toMatch(/^550 x+$/);
    expect(lastError).toHaveLength(300);
    expect(afterFailure({ message: '' }, 1, NOW).lastError).toBe('unknown');
  });
});

it('calls every try by one name', () => {
  const name = { fairId: 'f', day: '2025-10-28', revision: 2, recipientId: 'r' };
  expect(messageId(name, 'https://hoicho.example.vn')).toBe(
    '<closing.f.2025-10-28.2.r@hoicho.example.vn>',
  );
});

it.each([
  [{}, ['SMTP_URL', 'PHIEN_MAIL_FROM', 'PHIEN_URL']],
  [{ SMTP_URL: 'mail.example.vn' }, ['SMTP_URL']],
  [{ SMTP_URL: 'https://mail.example.vn' }, ['SMTP_URL']],
  [{ PHIEN_MAIL_FROM: 'Hội chợ' }, ['PHIEN_MAIL_FROM']],
  [{ PHIEN_MAIL_FROM: 'a\nBcc: b@c.vn' }, ['PHIEN_MAIL_FROM']],
  [{ PHIEN_URL: 'hoicho.example.vn' }, ['PHIEN_URL']],
])('with %j a server lacks %j', (wrong, missing) => {
  const whole = {
    SMTP_URL: 'smtps://u:p@mail.example.vn',
    PHIEN_MAIL_FROM: 'Hội chợ <hoicho@example.vn>',
    PHIEN_URL: 'https://hoicho.example.vn/',
  };
  expect(mailSettings(Object.keys(wrong).length === 0 ? {} : { ...whole, ...wrong })).toEqual({
    missing,
  });
  expect(mailSettings(whole)).toMatchObject({ publicUrl: 'https://hoicho.example.vn' });
});
