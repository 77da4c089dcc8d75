import type { WholeFair } from '../api/client';
import { queryClient } from '../api/queries';
import { m } from '../paraglide/messages.js';
import { FileLine, madeFileName } from '../ui/file-line';
import classes from './files.module.css';
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
  const order = async (file: ReportFile) => {
    await orderFile(fair.id, file);
    await queryClient.invalidateQueries({ queryKey: filesQuery(fair.id).queryKey });
  };
  return (
    <div className={classes.files}>
      <h4>{m.reports_files()}</h4>
      {problem !== null && <p className={classes.failed}>{m.error_unreachable()}</p>}
      <ul>
        {files?.map((file) => {
          const named = { file: madeFileName(file), revision: file.revision };
          return (
            <FileLine
              key={file.file}
              file={file}
              href={addressOf(fair.id, file)}
              downloadLabel={m.reports_download_name(named)}
              makeLabel={m.reports_make_name(named)}
              order={isOrganizer ? () => order(file) : undefined}
            />
          );
        })}
      </ul>
    </div>
  );
}
