import { printable } from '@phien/kernel';
import type { ApplicationAction } from '@phien/planning';
import { escaped, shortened, type WrittenMail } from '../delivery/closing-mail';
import { endOfDayWords } from '../report/end-of-day.words';
import type { ReportLanguage } from '../report/report.rules';

/** All that the mail of a step is made of. Nothing that the applicant typed: a stranger may have typed it. */
export interface StepSubject {
  fairNameVi: string;
  fairNameEn: string;
  isDemo: boolean;
  language: ReportLanguage;
  number: number;
  action: ApplicationAction;
  /** What organizers wrote to the applicant. */
  message: string | null;
  /** Where they come back with their code. */
  link: string;
}

const words = {
  vi: {
    number: (number: number) => `Đăng ký tham gia số ${number}`,
    did: {
      send: 'ban tổ chức đã nhận, đang chờ xét',
      withdraw: 'đã được rút theo yêu cầu',
      accept: 'đã được nhận',
      ask_back: 'ban tổ chức cần bổ sung',
      refuse: 'không được nhận',
      wait: 'đã vào danh sách chờ',
    },
    message: 'Lời của ban tổ chức',
    open: 'Mở đăng ký bằng mã của bạn tại',
    why: 'Thư gửi tự động vì địa chỉ này được ghi trong một đăng ký tham gia hội chợ. Nếu không phải bạn, xin bỏ qua.',
  },
  en: {
    number: (number: number) => `Application ${number}`,
    did: {
      send: 'the organizers have it and will look at it',
      withdraw: 'was withdrawn as asked',
      accept: 'was accepted',
      ask_back: 'the organizers ask for more',
      refuse: 'was not accepted',
      wait: 'is on the waiting list',
    },
    message: 'The organizers write',
    open: 'Open your application with its code at',
    why: 'This mail was sent by itself, since an application to a fair names this address. If that was not you, please ignore it.',
  },
} as const satisfies Record<ReportLanguage, object>;

const linesOf = (message: string) => message.split(/\r?\n/).map(printable);

/** The mail that tells an applicant of a step. */
export function writeStepMail(subject: StepSubject): WrittenMail {
  const { language, number, action, message, link, isDemo } = subject;
  const say = words[language];
  const fair = printable(language === 'vi' ? subject.fairNameVi : subject.fairNameEn);
  const demo = isDemo ? [endOfDayWords[language].demo] : [];
  const head = `${say.number(number)}: ${say.did[action]}`;
  const lines = message === null ? [] : linesOf(message);
  return {
    subject: [...demo, `${head} – ${shortened(fair)}`].join(' · '),
    text: [
      ...demo,
      fair,
      '',
      head,
      '',
      ...(lines.length > 0 ? [`${say.message}:`, ...lines, ''] : []),
      `${say.open}:`,
      link,
      '',
      say.why,
      '',
    ].join('\n'),
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(head)}</title></head>`,
      '<body style="font-family:sans-serif;font-size:15px;line-height:1.5">',
      ...demo.map((line) => `<p><strong>${escaped(line)}</strong></p>`),
      `<p>${escaped(fair)}</p>`,
      `<p><strong>${escaped(head)}</strong></p>`,
      ...(lines.length > 0
        ? [`<p>${escaped(say.message)}:<br>${lines.map(escaped).join('<br>')}</p>`]
        : []),
      `<p>${escaped(say.open)}:<br><a href="${escaped(link)}">${escaped(link)}</a></p>`,
      `<p>${escaped(say.why)}</p>`,
      '</body></html>',
    ].join('\n'),
  };
}

export interface StepName {
  fairId: string;
  applicationId: string;
  step: number;
}

/** The same for every try, so that a mail that was sent twice is one mail for who reads it. */
export const stepMessageId = ({ fairId, applicationId, step }: StepName, publicUrl: string) =>
  `<application.${fairId}.${applicationId}.${step}@${new URL(publicUrl).hostname}>`;
