import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { withoutMarks } from '../people/choice-filter';
import people from '../people/people.module.css';
import { readPlaceChoices } from '../people/people.requests';
import { homesOf, placeIn, placesOf } from '../people/place-choice.rules';
import { AskedTwice } from '../ui/asked-twice';
import { Kit } from '../ui/kit';
import '../ui/kit-dialogs';
import {
  addDelegation,
  changeDelegation,
  refreshDelegations,
  removeDelegation,
} from './delegation-requests';
import type { Delegation } from './delegation-requests';

interface DelegationFormProps {
  fairId: string;
  /** Null: a new one. */
  delegation: Delegation | null;
  onClose: () => void;
}

/** A new delegation, or a known one with all of it, and its removal. */
export function DelegationForm({ fairId, delegation, onClose }: DelegationFormProps) {
  const { language } = useLanguage();
  const [nameVi, setNameVi] = useState(delegation?.nameVi ?? '');
  const [nameEn, setNameEn] = useState(
    delegation && delegation.nameEn !== delegation.nameVi ? delegation.nameEn : '',
  );
  const [place, setPlace] = useState(delegation && placeOf(delegation));
  const [quota, setQuota] = useState(delegation?.quota?.toString() ?? '');
  const [person, setPerson] = useState(delegation?.contactPerson ?? '');
  const [phone, setPhone] = useState(delegation?.contactPhone ?? '');
  const [mail, setMail] = useState(delegation?.contactMail ?? '');
  const [leadGivesBooths, setLeadGives] = useState(delegation?.leadGivesBooths ?? false);
  const [isChecked, setChecked] = useState(false);
  /* Sent again after a cut it is the same delegation. */
  const [id] = useState(newId);
  const places = useQuery({
    queryKey: ['place-choices', fairId],
    queryFn: () => readPlaceChoices(fairId),
    staleTime: Infinity,
  });
  const done = async () => {
    await refreshDelegations(fairId);
    onClose();
  };
  const saving = useMutation({
    mutationFn: async () => {
      const said = {
        nameVi: nameVi.trim(),
        nameEn: nameEn.trim() || nameVi.trim(),
        ...placeIn(place),
        ...(quota !== '' && { quota: Number(quota) }),
        ...(person.trim() !== '' && { contactPerson: person.trim() }),
        ...(phone.trim() !== '' && { contactPhone: phone.trim() }),
        ...(mail.trim() !== '' && { contactMail: mail.trim() }),
        leadGivesBooths,
      };
      if (delegation === null) await addDelegation(fairId, { id, ...said });
      else await changeDelegation(fairId, delegation.id, said);
    },
    onSuccess: done,
  });
  const removing = useMutation({
    mutationFn: () => removeDelegation(fairId, delegation?.id ?? ''),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameVi.trim()) saving.mutate();
  };
  const name = delegation && (language === 'vi' ? delegation.nameVi : delegation.nameEn);
  return (
    <Kit>
      <Modal
        opened
        onClose={onClose}
        title={name ?? m.people_add_delegation()}
        closeButtonProps={{ 'aria-label': m.toast_close() }}
        centered
      >
        <form className={people.form} onSubmit={submit} noValidate>
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
          <Select
            label={m.deleg_stands_for()}
            description={m.deleg_stands_for_hint()}
            size="md"
            clearable
            searchable
            data={
              places.data
                ? [
                    ...homesOf(places.data, language),
                    {
                      group: m.roster_former_district(),
                      items: placesOf(
                        places.data.formerDistricts.filter(
                          ({ set, code }) =>
                            !places.data.ownUnits.some(
                              (unit) => unit.set === set && unit.code === code,
                            ),
                        ),
                        language,
                      ),
                    },
                  ]
                : []
            }
            value={place}
            onChange={setPlace}
            filter={withoutMarks}
            nothingFoundMessage={places.isPending ? m.loading() : m.people_no_home_found()}
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
          <TextInput
            label={m.deleg_contact()}
            description={m.deleg_contact_hint()}
            size="md"
            maxLength={200}
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
          />
          <TextInput
            label={m.roster_phone()}
            size="md"
            type="tel"
            maxLength={25}
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
          <TextInput
            label={m.deleg_mail()}
            size="md"
            type="email"
            maxLength={254}
            value={mail}
            onChange={(event) => setMail(event.currentTarget.value)}
          />
          <label className={people.check}>
            <input
              type="checkbox"
              checked={leadGivesBooths}
              onChange={(event) => setLeadGives(event.currentTarget.checked)}
            />
            <span>
              {m.deleg_lead_gives()}
              <span className={people.quiet}>{m.deleg_lead_gives_hint()}</span>
            </span>
          </label>
          <RefusalNote error={saving.error ?? removing.error} />
          <Button type="submit" size="md" loading={saving.isPending}>
            {delegation === null ? m.people_add() : m.people_save()}
          </Button>
          {delegation !== null && (
            <AskedTwice
              deed={m.deleg_remove()}
              deedOf={m.deleg_remove_of({ name: name ?? '' })}
              question={m.deleg_remove_question()}
              keep={m.deleg_keep()}
              isPending={removing.isPending}
              onSure={() => removing.mutate()}
            />
          )}
        </form>
      </Modal>
    </Kit>
  );
}

const placeOf = ({ countryCode, placeSet, placeCode }: Delegation): string | null =>
  placeSet === null ? countryCode && `country:${countryCode}` : `${placeSet}:${placeCode}`;
