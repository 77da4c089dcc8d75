import { dayInFigures } from '../paper/day-in-figures';
import type { ReportLanguage } from '../report/report.rules';
import type { LateListContent, SetAsideState } from './late-list.rules';

export interface LateListWords {
  title: string;
  wholeFair: string;
  late: string;
  lateNote(asOf: string): string;
  setAside: string;
  setAsideNote(asOf: string): string;
  waits: string;
  flags: string;
  flagWords: Record<string, string>;
  states: Record<SetAsideState, string>;
  code: string;
  decision: string;
  reason: string;
  decidedBy: string;
  decidedAt: string;
  list: string;
}

const vi: LateListWords = {
  title: 'Chứng từ đến muộn và để riêng',
  wholeFair: 'Cả hội chợ',
  late: 'Đến muộn',
  lateNote: (asOf) =>
    `Gửi về sau khi ngày của chúng đã chốt lần đầu; vẫn thuộc ngày đã bán. Tính đến ${asOf}.`,
  setAside: 'Để riêng',
  setAsideNote: (asOf) =>
    `Đã về đến sổ, chưa hoặc không được ghi, nên không nằm trong doanh thu trừ khi đã nhận. Tính đến ${asOf}.`,
  waits: 'chờ bản sau',
  flags: 'Điều máy chủ thấy lạ',
  flagWords: {
    clock_off: 'đồng hồ máy lệch quá 5 phút',
    clock_before_contact: 'giờ trên máy sớm hơn lần liên lạc cuối',
    clock_ahead: 'giờ trên máy chạy trước giờ nhận',
    clock_backwards: 'giờ lùi hơn 5 phút so với chứng từ trước',
    booth_differs: 'gian ghi trên chứng từ khác gian của máy',
  },
  states: {
    waiting: 'chờ ban tổ chức',
    accepted: 'đã nhận, được tính',
    refused: 'đã từ chối, không tính',
    booked: 'tự ghi sổ khi đơn gốc về, được tính',
  },
  code: 'Mã',
  decision: 'Tình trạng',
  reason: 'Lý do quyết định',
  decidedBy: 'Người quyết định',
  decidedAt: 'Quyết định lúc',
  list: 'Danh sách',
};

const en: LateListWords = {
  title: 'Late documents and those set aside',
  wholeFair: 'The whole fair',
  late: 'Late',
  lateNote: (asOf) =>
    `Sent after their day had first been closed; they still belong to the day they were sold on. As of ${asOf}.`,
  setAside: 'Set aside',
  setAsideNote: (asOf) =>
    `They reached the ledger and are not booked, so no revenue holds them unless they were accepted. As of ${asOf}.`,
  waits: 'waits for the next',
  flags: 'What the server noticed',
  flagWords: {
    clock_off: 'the phone’s clock is off by more than 5 minutes',
    clock_before_contact: 'its time is before the phone’s last contact',
    clock_ahead: 'its time is ahead of its receipt',
    clock_backwards: 'its time is over 5 minutes before the document before it',
    booth_differs: 'it names another booth than the phone’s',
  },
  states: {
    waiting: 'waits for the organizers',
    accepted: 'accepted, counts',
    refused: 'refused, does not count',
    booked: 'booked itself when its sale arrived, counts',
  },
  code: 'Code',
  decision: 'State',
  reason: 'Why so decided',
  decidedBy: 'Decided by',
  decidedAt: 'Decided at',
  list: 'List',
};

export const lateListWords: Record<ReportLanguage, LateListWords> = { vi, en };

/** The title of a list with what it is about. */
export const lateListTitle = (
  { day }: Pick<LateListContent, 'day'>,
  words: LateListWords,
): string => `${words.title} · ${day === null ? words.wholeFair : dayInFigures(day)}`;
