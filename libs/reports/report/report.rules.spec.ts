import { readReportName, readRevision, reportDisposition } from './report.rules';

it('knows the reports by their file names and no others', () => {
  expect(readReportName('end_of_day.vi.pdf')).toEqual({
    kind: 'end_of_day',
    language: 'vi',
    format: 'pdf',
  });
  expect(readReportName('end_of_day.en.xlsx')).toMatchObject({ language: 'en', format: 'xlsx' });
  for (const file of [
    'end_of_day.fr.pdf',
    'end_of_day.vi.docx',
    'end_of_day.vi.pdf.exe',
    '../end_of_day.vi.pdf',
    '',
  ]) {
    expect(readReportName(file)).toBeNull();
  }
  expect([readRevision('12'), readRevision('0'), readRevision('1e3'), readRevision('-1')]).toEqual([
    12,
    null,
    null,
    null,
  ]);
});

it('names a download in plain ASCII and in the letters of the fair', () => {
  const disposition = reportDisposition({
    fairCode: 'ocop-thu-dong-2025',
    fairName: 'Hội chợ "Thu Đông" (2025)\r\nX-Evil: 1/..\\',
    day: '2025-10-30',
    revision: 2,
    language: 'vi',
    format: 'pdf',
  });
  expect(disposition).toMatch(/^[\x20-\x7e]+$/);
  expect(disposition).toContain('filename="end-of-day-ocop-thu-dong-2025-2025-10-30-r2.vi.pdf"');
  const utf8 = decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? '');
  expect(utf8).toBe(
    'Báo cáo cuối ngày 2025-10-30 (bản 2) - Hội chợ Thu Đông (2025) X-Evil 1 .. .pdf',
  );
});
