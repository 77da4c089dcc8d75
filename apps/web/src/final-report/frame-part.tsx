import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Download, RotateCcw, Upload } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import form from '../reports/publication-part.module.css';
import buttons from '../ui/buttons.module.css';
import { bringFrame, frameAddress, type Frame } from './final-requests';
import classes from './final-screen.module.css';

interface FramePartProps {
  fairId: string;
  frames: readonly Frame[];
  isOrganizer: boolean;
}

/** The Word file that the report is printed in: to look at, to replace, and to put back. */
export function FramePart({ fairId, frames, isOrganizer }: FramePartProps) {
  return (
    <details className={form.part}>
      <summary>{m.final_frame_title()}</summary>
      <div className={classes.frames}>
        <p className={form.quiet}>{m.final_frame_what({ fair: '{fair_name}' })}</p>
        {frames.map((frame) => (
          <FrameLine key={frame.language} {...{ fairId, frame, isOrganizer }} />
        ))}
      </div>
    </details>
  );
}

const languageNames = { vi: m.final_frame_vi, en: m.final_frame_en };

function FrameLine({
  fairId,
  frame,
  isOrganizer,
}: Omit<FramePartProps, 'frames'> & { frame: Frame }) {
  const { language } = useLanguage();
  const [picked, setPicked] = useState(0);
  const bringing = useMutation({
    mutationFn: (file: File | null) => bringFrame(fairId, frame, file),
    onSettled: () => setPicked((times) => times + 1),
  });
  const name = languageNames[frame.language]();
  return (
    <div className={classes.frame}>
      <p>
        <strong>{name}</strong>{' '}
        {frame.name === null
          ? m.final_frame_house()
          : m.final_frame_brought({ file: frame.name, name: frame.broughtByName ?? '' })}
      </p>
      <div className={classes.actions}>
        <a className={buttons.button} href={frameAddress(fairId, frame.language)} download>
          <Download size={18} aria-hidden />
          {m.final_frame_download({ name })}
        </a>
        {isOrganizer && (
          <label className={classes.upload} aria-disabled={bringing.isPending}>
            <Upload size={18} aria-hidden />
            {m.final_frame_replace({ name })}
            <input
              key={picked}
              type="file"
              className="onlyForReaders"
              accept=".docx"
              disabled={bringing.isPending}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) bringing.mutate(file);
              }}
            />
          </label>
        )}
        {isOrganizer && frame.name !== null && (
          <button
            type="button"
            className={buttons.button}
            disabled={bringing.isPending}
            onClick={() => bringing.mutate(null)}
          >
            <RotateCcw size={18} aria-hidden />
            {m.final_frame_back({ name })}
          </button>
        )}
      </div>
      <p role="status" className={bringing.isError ? form.failed : form.quiet}>
        {bringing.isError &&
          ((bringing.error instanceof Problem && bringing.error.sentence(language)) ||
            m.error_unreachable())}
        {bringing.isSuccess && m.final_frame_kept()}
      </p>
    </div>
  );
}
