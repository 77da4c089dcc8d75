import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import type { Role } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';
import { withoutMarks } from './choice-filter';
import { LinkCard } from './link-card';
import classes from './people.module.css';
import { invite, readExhibitors } from './people.requests';
import { ROLES, roleWords } from './role-words';

/** Offers a role; then shows the link, this once. */
export function InviteDialog({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const [role, setRole] = useState<Role>('official');
  const [exhibitorId, setExhibitor] = useState<string | null>(null);
  const [forName, setForName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const exhibitors = useQuery({
    queryKey: ['exhibitors', fairId],
    queryFn: () => readExhibitors(fairId),
    enabled: role === 'exhibitor',
  });
  const inviting = useMutation({
    mutationFn: () =>
      invite(fairId, {
        role,
        forName,
        ...(role === 'exhibitor' && exhibitorId !== null && { exhibitorId }),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations', fairId] }),
  });
  const lacksExhibitor = role === 'exhibitor' && exhibitorId === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!lacksExhibitor) inviting.mutate();
  };
  const made = inviting.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? m.people_invited_link() : m.people_invite()}
      closeButtonProps={{ 'aria-label': m.toast_close() }}
      centered
    >
      {made ? (
        <LinkCard
          path={`/invite#token=${made.token}`}
          text={m.people_invite_made({ role: roleWords[made.role].name() })}
        />
      ) : (
        <form className={classes.form} onSubmit={submit} noValidate>
          <fieldset className={classes.roles}>
            <legend>{m.people_which_role()}</legend>
            {ROLES.map((each) => (
              <label key={each} className={classes.role}>
                <input
                  type="radio"
                  name="role"
                  checked={role === each}
                  onChange={() => setRole(each)}
                />
                <span>
                  <strong>{roleWords[each].name()}</strong>
                  <span className={classes.quiet}>{roleWords[each].purpose()}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {role === 'exhibitor' && (
            <Select
              label={m.people_which_exhibitor()}
              size="md"
              searchable
              data={exhibitors.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              value={exhibitorId}
              onChange={setExhibitor}
              filter={withoutMarks}
              limit={80}
              nothingFoundMessage={
                exhibitors.isPending ? m.loading() : m.people_no_exhibitor_found()
              }
              error={isChecked && lacksExhibitor ? m.people_exhibitor_missing() : undefined}
            />
          )}
          <TextInput
            label={m.people_for_whom()}
            description={m.people_for_whom_hint()}
            size="md"
            maxLength={120}
            value={forName}
            onChange={(event) => setForName(event.currentTarget.value)}
          />
          <RefusalNote error={inviting.error} />
          <Button type="submit" size="md" loading={inviting.isPending}>
            {m.people_make_link()}
          </Button>
        </form>
      )}
    </Modal>
  );
}
