import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Skeleton } from '../ui/states';
import { useToast } from '../ui/toast';
import { Dialog } from '../ui/dialog';
import classes from '../ui/dialog.module.css';
import { differencesQuery, publishDraft } from './edit-requests';
import type { Difference } from './edit-requests';
import type { Editor } from './use-plan-editor';

interface PublishDialogProps {
  editor: Editor;
  onClose: () => void;
  onPublished: () => void;
}

const changeWords: Record<Difference['change'], () => string> = {
  added: m.edit_added,
  changed: m.edit_changed,
  removed: m.edit_taken_away,
};
const fieldWords: Record<Difference['fields'][number], () => string> = {
  code: m.edit_field_code,
  zone: m.edit_field_zone,
  place: m.edit_field_place,
  size: m.edit_field_size,
  facing: m.edit_field_facing,
  kind: m.edit_field_kind,
  name: m.edit_field_name,
  note: m.edit_field_note,
};

/** What publishing would change, what speaks against it, and the word that does it. */
export function PublishDialog({ editor, onClose, onPublished }: PublishDialogProps) {
  const { language } = useLanguage();
  const say = useToast();
  const { fairId, kept } = editor;
  const asked = useQuery(differencesQuery(fairId, kept.version));
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const found = asked.data;
  const why = (language === 'vi' ? found?.refusedVi : found?.refusedEn) ?? refused;
  const toWeigh = found?.faults.filter(({ isBlocking }) => !isBlocking) ?? [];
  const publish = async () => {
    setSending(true);
    try {
      const { version } = await publishDraft(fairId, kept.version);
      editor.wasPublished();
      onPublished();
      onClose();
      say({ text: m.edit_published({ version }) });
    } catch (problem) {
      const sentence = problem instanceof Problem ? problem.sentence(language) : null;
      setRefused(sentence ?? m.edit_publish_unreachable());
    } finally {
      setSending(false);
    }
  };
  const canPublish = found !== undefined && found.refusedCode === null && !isSending;
  return (
    <Dialog
      title={m.edit_publish_title()}
      onClose={onClose}
      onSubmit={() => canPublish && void publish()}
      actions={
        <>
          <button type="button" className={buttons.button} onClick={onClose}>
            {m.edit_cancel()}
          </button>
          <button type="submit" className={buttons.main} disabled={!canPublish}>
            {m.edit_publish()}
          </button>
        </>
      }
    >
      {asked.isError && <p className={classes.refused}>{m.edit_publish_unreachable()}</p>}
      {asked.isPending && <Skeleton shapes={[80, 40]} />}
      {found && (
        <>
          <p className={classes.sum}>{m.edit_publish_text({ version: found.publishedVersion })}</p>
          {why && (
            <p className={classes.refused} role="alert">
              {why}
            </p>
          )}
          {toWeigh.length > 0 && (
            <p className={classes.warned}>{m.edit_publish_warned({ count: toWeigh.length })}</p>
          )}
          {found.differences.length > 0 && (
            <div
              className={classes.list}
              tabIndex={0}
              role="group"
              aria-label={m.edit_differences()}
              data-testid="differences"
            >
              {(['added', 'changed', 'removed'] as const).map((change) => (
                <Changed
                  key={change}
                  title={changeWords[change]()}
                  differences={found.differences.filter((each) => each.change === change)}
                  language={language}
                />
              ))}
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

interface ChangedProps {
  title: string;
  differences: readonly Difference[];
  language: 'vi' | 'en';
}

function Changed({ title, differences, language }: ChangedProps) {
  if (differences.length === 0) return null;
  return (
    <>
      <h3>
        {title} ({differences.length})
      </h3>
      <p>
        {differences
          .map(({ nameVi, nameEn, codeBefore, change, fields }) => {
            const name = language === 'vi' ? nameVi : nameEn;
            if (change !== 'changed') return name;
            if (codeBefore !== null) return `${name} (${m.edit_was({ code: codeBefore })})`;
            return `${name} (${fields.map((field) => fieldWords[field]()).join(', ')})`;
          })
          .join(' · ')}
      </p>
    </>
  );
}
