import { useMutation } from '@tanstack/react-query';
import { Download, FileSpreadsheet, FileText, RefreshCw } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { formatSize } from '../reports/reports.rules';
import buttons from './buttons.module.css';
import classes from './file-line.module.css';

/** A file that is made by the server: there, on its way, failed, or never asked for. */
export interface MadeFile {
  language: 'vi' | 'en';
  format: 'pdf' | 'xlsx' | 'csv' | 'docx';
  state: 'ready' | 'making' | 'waiting' | 'failed' | 'absent';
  percent: number | null;
  failedCode: string | null;
  sizeBytes: number | null;
}

const formatWords = {
  pdf: m.reports_file_pdf,
  xlsx: m.reports_file_xlsx,
  csv: m.reports_file_csv,
  docx: m.reports_file_docx,
};
const languageWords = { vi: m.reports_file_vi, en: m.reports_file_en };

/** "PDF tiếng Việt" */
export const madeFileName = ({ language, format }: Pick<MadeFile, 'language' | 'format'>) =>
  languageWords[language]({ format: formatWords[format]() });

interface FileLineProps {
  file: MadeFile;
  /** Where it is downloaded once it is ready. */
  href: string;
  downloadLabel: string;
  makeLabel: string;
  /** Asks for it, or for it once more; left out for those who only read. */
  order?: () => Promise<unknown>;
}

/** One made file of a list: to download, on its way, failed, or to be asked for. */
export function FileLine({ file, href, downloadLabel, makeLabel, order }: FileLineProps) {
  const { language } = useLanguage();
  const ordering = useMutation({ mutationFn: () => order?.() ?? Promise.resolve() });
  const { state } = file;
  const name = madeFileName(file);
  const Icon = file.format === 'pdf' || file.format === 'docx' ? FileText : FileSpreadsheet;
  const percent = file.percent ?? 0;
  return (
    <li className={classes.file} data-state={state}>
      <Icon size={20} aria-hidden className={classes.icon} />
      <span className={classes.name}>{name}</span>
      <span className={classes.state} aria-live="polite">
        {state === 'ready' && file.sizeBytes !== null && formatSize(file.sizeBytes, language)}
        {state === 'waiting' && m.reports_waiting()}
        {state === 'making' && (
          <>
            <progress max={100} value={percent} aria-label={name} />
            {m.reports_making({ percent })}
          </>
        )}
        {state === 'absent' && m.reports_absent()}
        {state === 'failed' && (
          <span className={classes.failed}>
            {m.reports_failed({ code: file.failedCode ?? 'report_failed' })}
          </span>
        )}
        {ordering.isError && (
          <span className={classes.failed}>
            {(ordering.error instanceof Problem && ordering.error.sentence(language)) ||
              m.error_unreachable()}
          </span>
        )}
      </span>
      {state === 'ready' && (
        <a className={buttons.button} href={href} download aria-label={downloadLabel}>
          <Download size={18} aria-hidden />
          {m.reports_download()}
        </a>
      )}
      {order && (state === 'absent' || state === 'failed') && (
        <button
          type="button"
          className={buttons.button}
          disabled={ordering.isPending}
          onClick={() => ordering.mutate()}
          aria-label={makeLabel}
        >
          <RefreshCw size={18} aria-hidden />
          {state === 'failed' ? m.reports_again() : m.reports_make()}
        </button>
      )}
    </li>
  );
}
