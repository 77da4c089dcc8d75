import { m } from '../paraglide/messages.js';

const formats = { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV', docx: 'Word' } as const;

/** That a file is the one that was made, by its name where it was chosen here. */
export const fileWords = (
  { format, language }: { format: keyof typeof formats; language: 'vi' | 'en' },
  fileName: string | null,
): string =>
  m.verify_is_file({
    name: fileName ?? m.verify_that_file(),
    format: formats[format],
    language: language === 'vi' ? m.language_vi() : m.language_en(),
  });
