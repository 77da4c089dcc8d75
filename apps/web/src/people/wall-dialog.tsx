import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { LinkCard } from './link-card';
import classes from './people.module.css';
import { issueWallLink, wallWords } from './wall-links.requests';
import type { WantedWall } from './wall-links.requests';
import own from './walls-tab.module.css';

/** A further wall: where, for whom, in which language; then its link, this once. */
export function AddWallDialog({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const [wanted, setWanted] = useState<WantedWall>({
    name: '',
    audience: 'officials',
    language: 'vi',
  });
  const [isChecked, setChecked] = useState(false);
  const issuing = useMutation({
    mutationFn: () => issueWallLink(fairId, wanted),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['wall-links', fairId] }),
  });
  const isNamed = wanted.name.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isNamed) issuing.mutate();
  };
  const made = issuing.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? m.walls_made({ name: made.name }) : m.walls_make()}
      closeButtonProps={{ 'aria-label': m.toast_close() }}
      closeOnClickOutside={!made}
      centered
    >
      {made ? (
        <div className={own.made}>
          <LinkCard path={`/tv/#${made.token}`} text={m.walls_made_text()} />
          <div className={own.foot}>
            <a
              className={buttons.button}
              href={`/tv/#${made.token}`}
              target="_blank"
              rel="noreferrer"
            >
              <ExternalLink size={18} aria-hidden />
              {m.walls_open()}
            </a>
            <button type="button" className={buttons.main} onClick={onClose}>
              {m.walls_done()}
            </button>
          </div>
        </div>
      ) : (
        <form className={classes.form} onSubmit={submit} noValidate>
          <TextInput
            label={m.walls_name()}
            description={m.walls_name_hint()}
            size="md"
            maxLength={60}
            value={wanted.name}
            onChange={(event) => setWanted({ ...wanted, name: event.currentTarget.value })}
            error={isChecked && !isNamed ? m.walls_name_missing() : undefined}
          />
          <fieldset className={classes.roles}>
            <legend>{m.walls_audience()}</legend>
            {(['officials', 'public'] as const).map((audience) => (
              <label key={audience} className={classes.role}>
                <input
                  type="radio"
                  name="audience"
                  checked={wanted.audience === audience}
                  onChange={() => setWanted({ ...wanted, audience })}
                />
                <span>
                  <strong>{wallWords[audience].name()}</strong>
                  <span className={classes.quiet}>{wallWords[audience].purpose()}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <fieldset className={classes.roles}>
            <legend>{m.walls_language()}</legend>
            {(['vi', 'en'] as const).map((language) => (
              <label key={language} className={classes.check}>
                <input
                  type="radio"
                  name="language"
                  checked={wanted.language === language}
                  onChange={() => setWanted({ ...wanted, language })}
                />
                {wallWords[language].name()}
              </label>
            ))}
          </fieldset>
          <RefusalNote error={issuing.error} />
          <Button type="submit" size="md" loading={issuing.isPending}>
            {m.walls_create()}
          </Button>
        </form>
      )}
    </Modal>
  );
}
