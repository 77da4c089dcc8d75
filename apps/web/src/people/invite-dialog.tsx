import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import type { Role } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { withoutMarks } from './choice-filter';
import { LinkCard } from './link-card';
import classes from './people.module.css';
import { invite, readDelegations, readExhibitors, readZones } from './people.requests';
import { ROLES, roleWords } from './role-words';

/** Offers a role; then shows the link, this once. */
export function InviteDialog({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const [role, setRole] = useState<Role>('official');
  const { language } = useLanguage();
  const [exhibitorId, setExhibitor] = useState<string | null>(null);
  const [delegationId, setDelegation] = useState<string | null>(null);
  const [zoneIds, setZones] = useState<string[]>([]);
  const [forName, setForName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const exhibitors = useQuery({
    queryKey: ['exhibitors', fairId],
    queryFn: () => readExhibitors(fairId),
    enabled: role === 'exhibitor',
  });
  const delegations = useQuery({
    queryKey: ['delegations', fairId],
    queryFn: () => readDelegations(fairId),
    enabled: role === 'delegation_lead',
  });
  const zones = useQuery({
    queryKey: ['zones', fairId],
    queryFn: () => readZones(fairId),
    enabled: role === 'zone_staff',
  });
  const inviting = useMutation({
    mutationFn: () =>
      invite(fairId, {
        role,
        forName,
        ...(role === 'exhibitor' && exhibitorId !== null && { exhibitorId }),
        ...(role === 'delegation_lead' && delegationId !== null && { delegationId }),
        ...(role === 'zone_staff' && { zoneIds }),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations', fairId] }),
  });
  const lacksExhibitor = role === 'exhibitor' && exhibitorId === null;
  const lacksDelegation = role === 'delegation_lead' && delegationId === null;
  const lacksZones = role === 'zone_staff' && zoneIds.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!lacksExhibitor && !lacksDelegation && !lacksZones) inviting.mutate();
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
          {role === 'delegation_lead' && (
            <Select
              label={m.people_which_delegation()}
              size="md"
              searchable
              data={
                delegations.data?.map(({ id, nameVi, nameEn }) => ({
                  value: id,
                  label: language === 'vi' ? nameVi : nameEn,
                })) ?? []
              }
              value={delegationId}
              onChange={setDelegation}
              filter={withoutMarks}
              limit={80}
              nothingFoundMessage={
                delegations.isPending ? m.loading() : m.people_no_delegation_found()
              }
              error={isChecked && lacksDelegation ? m.people_delegation_missing() : undefined}
            />
          )}
          {role === 'zone_staff' && (
            <MultiSelect
              label={m.people_which_zones()}
              size="md"
              data={
                zones.data
                  ?.filter(({ kind }) => kind === 'selling')
                  .map(({ id, code, nameVi, nameEn }) => ({
                    value: id,
                    label: `${code} · ${language === 'vi' ? nameVi : nameEn}`,
                  })) ?? []
              }
              value={zoneIds}
              onChange={setZones}
              error={isChecked && lacksZones ? m.people_zones_missing() : undefined}
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
