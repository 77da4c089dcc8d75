import { useMutation } from '@tanstack/react-query';
import { Download, FileSpreadsheet, FileText, RefreshCw } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './files.module.css';
import { formatSize } from './reports.rules';
import { addressOf, filesQuery, orderFile, type ReportFile } from './reports-requests';

interface FilesProps {
  fair: WholeFair;
  /** Null until they are known. */
  files: ReportFile[] | null;
  problem: Error | null;
  isOrganizer: boolean;
}

/** The files of a revision: to download, on their way, failed, or to be asked for. */
export function Files({ fair, files, problem, isOrganizer }: FilesProps) {
  return (
    <div className={classes.files}>
      <h4>{m.reports_files()}</h4>
      {problem !== null && <p className={classes.failed}>{m.error_unreachable()}</p>}
      <ul>
        {files?.map((file) => (
          <li key={file.file} className={classes.file} data-state={file.state}>
            <FileRow fair={fair} file={file} isOrganizer={isOrganizer} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const formatWords = { pdf: m.reports_file_pdf, xlsx: m.reports_file_xlsx };
const languageWords = { vi: m.reports_file_vi, en: m.reports_file_en };

function FileRow({
  fair,
  file,
  isOrganizer,
}: {
  fair: WholeFair;
  file: ReportFile;
  isOrganizer: boolean;
}) {
  const { language } = useLanguage();
  const ordering = useMutation({
    mutationFn: () => orderFile(fair.id, file),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: filesQuery(fair.id).queryKey }),
  });
  const { revision, state } = file;
  const name = languageWords[file.language]({ format: formatWords[file.format]() });
  const Icon = file.format === 'pdf' ? FileText : FileSpreadsheet;
  const percent = file.percent ?? 0;
  return (
    <>
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
        <a
          className={buttons.button}
          href={addressOf(fair.id, file)}
          download
          aria-label={m.reports_download_name({ file: name, revision })}
        >
          <Download size={18} aria-hidden />
          {m.reports_download()}
        </a>
      )}
      {isOrganizer && (state === 'absent' || state === 'failed') && (
        <button
          type="button"
          className={buttons.button}
          disabled={ordering.isPending}
          onClick={() => ordering.mutate()}
          aria-label={m.reports_make_name({ file: name, revision })}
        >
          <RefreshCw size={18} aria-hidden />
          {state === 'failed' ? m.reports_again() : m.reports_make()}
        </button>
      )}
    </>
  );
}
