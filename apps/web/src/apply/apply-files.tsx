import { useRef, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { Part } from './apply-fields';
import classes from './apply-page.module.css';
import { asProblem, attachFile, removeFile } from './apply-requests';
import type { ApplyForm, Key, Own } from './apply-requests';

interface ApplyFilesProps {
  at: Key;
  form: ApplyForm;
  files: Own['files'];
  onOwn: (own: Own) => void;
  /** Sees to it that the server knows the application. */
  beforehand: () => Promise<unknown>;
}

/** The papers of an application: each goes by itself, and what is refused is said beside the others. */
export function ApplyFiles({ at, form, files, onOwn, beforehand }: ApplyFilesProps) {
  const { language } = useLanguage();
  const [sending, setSending] = useState<string | null>(null);
  const [faults, setFaults] = useState<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const attempt = async (name: string, run: () => Promise<Own>) => {
    try {
      onOwn(await run());
    } catch (failure) {
      const problem = asProblem(failure);
      const sentence =
        problem.status === 0 ? m.apply_file_again() : (problem.sentence(language) ?? problem.code);
      setFaults((before) => [...before, m.apply_file_failed({ name, sentence })]);
    }
  };
  const add = async (chosen: readonly File[]) => {
    setFaults([]);
    for (const file of chosen) {
      if (file.size > form.mostFileBytes) {
        setFaults((before) => [...before, m.apply_file_too_large({ name: file.name })]);
        continue;
      }
      setSending(file.name);
      await attempt(file.name, async () => {
        await beforehand();
        return attachFile(at, file);
      });
    }
    setSending(null);
    if (input.current) input.current.value = '';
  };
  return (
    <Part title={m.apply_files()} hint={m.apply_files_hint({ most: form.mostFiles })}>
      {files.length > 0 && (
        <ul className={classes.files} data-testid="files">
          {files.map(({ id, name, byteCount }) => (
            <li key={id}>
              <span className={classes.fileName} dir="auto">
                {name}
                <span className={classes.small}>
                  {' '}
                  {formatCount(Math.max(1, Math.round(byteCount / 1024)), language)} kB
                </span>
              </span>
              <button
                type="button"
                className={classes.quietButton}
                aria-label={m.apply_file_remove({ name })}
                onClick={() => void attempt(name, () => removeFile(at, id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite" className={classes.said}>
        {sending !== null && <p>{m.apply_file_sending({ name: sending })}</p>}
        {faults.map((fault) => (
          <p key={fault} className={classes.faults}>
            {fault}
          </p>
        ))}
      </div>
      {files.length < form.mostFiles && (
        <label className={classes.button}>
          {m.apply_file_add()}
          <input
            ref={input}
            type="file"
            multiple
            className={classes.fileInput}
            accept="application/pdf,image/jpeg,image/png"
            disabled={sending !== null}
            onChange={(event) => void add([...(event.currentTarget.files ?? [])])}
          />
        </label>
      )}
    </Part>
  );
}
