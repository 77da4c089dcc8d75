import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { m } from '../paraglide/messages.js';
import classes from './people.module.css';
import { addDelegation } from './people.requests';

export function DelegationDialog({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const [nameVi, setNameVi] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [quota, setQuota] = useState('');
  const [isChecked, setChecked] = useState(false);
  const adding = useMutation({
    mutationFn: () =>
      addDelegation(fairId, {
        nameVi: nameVi.trim(),
        nameEn: nameEn.trim() || nameVi.trim(),
        ...(quota !== '' && { quota: Number(quota) }),
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['delegations', fairId] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameVi.trim()) adding.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.people_add_delegation()}
      closeButtonProps={{ 'aria-label': m.toast_close() }}
      centered
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={m.people_name_vi()}
          size="md"
          maxLength={200}
          value={nameVi}
          onChange={(event) => setNameVi(event.currentTarget.value)}
          error={isChecked && !nameVi.trim() ? m.people_name_missing() : undefined}
        />
        <TextInput
          label={m.people_name_en()}
          description={m.people_name_en_hint()}
          size="md"
          maxLength={200}
          value={nameEn}
          onChange={(event) => setNameEn(event.currentTarget.value)}
        />
        <TextInput
          label={m.people_quota()}
          description={m.people_quota_hint()}
          size="md"
          inputMode="numeric"
          maxLength={3}
          value={quota}
          onChange={(event) => setQuota(event.currentTarget.value.replace(/\D/g, ''))}
        />
        <RefusalNote error={adding.error} />
        <Button type="submit" size="md" loading={adding.isPending}>
          {m.people_add()}
        </Button>
      </form>
    </Modal>
  );
}
