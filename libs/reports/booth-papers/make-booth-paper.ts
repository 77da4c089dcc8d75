import { csvOfView } from '../report/workbook/csv';
import { writeViews } from '../report/workbook/write-views';
import type { Progress } from '../report/report-subject';
import { boothListView } from './booth-list-view';
import type { BoothPaperSubject } from './booth-paper.rules';
import { writeBadges } from './write-badges';
import { writeBoothList } from './write-booth-list';
import { writeSigns } from './write-signs';

/** The bytes of what is printed or taken out of the plan; runs in a thread of its own. */
export async function makeBoothPaper(
  subject: BoothPaperSubject,
  onProgress?: Progress,
): Promise<Buffer> {
  const { boothPaper, content, language } = subject;
  switch (boothPaper) {
    case 'signs.pdf':
      return writeSigns(subject, onProgress);
    case 'badges.pdf':
      return writeBadges(subject, onProgress);
    case 'list.pdf':
      return writeBoothList(subject);
    case 'list.xlsx':
      return writeViews([boothListView(content, language)], onProgress);
    case 'list.csv':
      return csvOfView(boothListView(content, language));
  }
}
