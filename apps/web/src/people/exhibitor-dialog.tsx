import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/queries';
import { RefusalNote } from '../home/entrance';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { withoutMarks } from './choice-filter';
import { KINDS, kindWords } from './kind-words';
import classes from './people.module.css';
import { addExhibitor, changeExhibitor, readPlaceChoices } from './people.requests';
import type { Delegation, Exhibitor } from './people.requests';
import { homesOf, placeIn } from './place-choice.rules';

interface ExhibitorDialogProps {
  fairId: string;
  /** Null: a new one. */
  exhibitor: Exhibitor | null;
  delegations: readonly Delegation[];
  onClose: () => void;
}

const TAX_CODE = /^\d{10}(-\d{3})?$|^\d{12}$/;

/** A new exhibitor; or of a known one what may change, which where it comes from may not. */
export function ExhibitorDialog({ fairId, exhibitor, delegations, onClose }: ExhibitorDialogProps) {
  const { language } = useLanguage();
  const [name, setName] = useState(exhibitor?.name ?? '');
  const [kind, setKind] = useState<Exhibitor['kind']>(exhibitor?.kind ?? 'cooperative');
  const [taxCode, setTaxCode] = useState(exhibitor?.taxCode ?? '');
  const [representative, setRepresentative] = useState(exhibitor?.representative ?? '');
  const [contactPhone, setContactPhone] = useState(exhibitor?.contactPhone ?? '');
  const [formerDistrict, setDistrict] = useState(exhibitor?.formerDistrictCode ?? null);
  const [paysVat, setPaysVat] = useState(exhibitor?.paysVat ?? true);
  const [home, setHome] = useState<string | null>(null);
  const [delegationId, setDelegation] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  /* Sent again after a cut it is the same exhibitor. */
  const [id] = useState(newId);
  const places = useQuery({
    queryKey: ['place-choices', fairId],
    queryFn: () => readPlaceChoices(fairId),
    staleTime: Infinity,
  });
  const saving = useMutation({
    mutationFn: () => {
      const said = {
        name: name.trim(),
        kind,
        paysVat,
        ...(taxCode.trim() !== '' && { taxCode: taxCode.trim() }),
        ...(formerDistrict !== null && { formerDistrict }),
        ...(representative.trim() !== '' && { representative: representative.trim() }),
        ...(contactPhone.trim() !== '' && { contactPhone: contactPhone.trim() }),
      };
      if (exhibitor !== null) return changeExhibitor(fairId, exhibitor.id, said);
      return addExhibitor(fairId, {
        id,
        ...said,
        ...placeIn(home),
        ...(delegationId !== null && { delegationId }),
      });
    },
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['exhibitors', fairId] }),
        queryClient.invalidateQueries({ queryKey: ['delegations', fairId] }),
      ]);
      onClose();
    },
  });
  const isTaxCodeGood = taxCode.trim() === '' || TAX_CODE.test(taxCode.trim());
  const isHomeGood = exhibitor !== null || home !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() && isTaxCodeGood && isHomeGood) saving.mutate();
  };
  const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? nameVi : nameEn;
  return (
    <Modal
      opened
      onClose={onClose}
      title={exhibitor === null ? m.people_add_exhibitor() : m.people_edit_exhibitor()}
      closeButtonProps={{ 'aria-label': m.toast_close() }}
      centered
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={m.people_exhibitor_name()}
          size="md"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isChecked && !name.trim() ? m.people_name_missing() : undefined}
        />
        <Select
          label={m.people_kind()}
          size="md"
          allowDeselect={false}
          data={KINDS.map((each) => ({ value: each, label: kindWords[each]() }))}
          value={kind}
          onChange={(chosen) => setKind(chosen ?? kind)}
        />
        {exhibitor === null ? (
          <>
            <Select
              label={m.people_home()}
              description={m.people_home_hint()}
              size="md"
              searchable
              data={places.data ? homesOf(places.data, language) : []}
              value={home}
              onChange={setHome}
              filter={withoutMarks}
              nothingFoundMessage={places.isPending ? m.loading() : m.people_no_home_found()}
              error={isChecked && !isHomeGood ? m.people_home_missing() : undefined}
            />
            {delegations.length > 0 && (
              <Select
                label={m.people_delegation()}
                size="md"
                clearable
                searchable
                data={delegations.map((each) => ({ value: each.id, label: named(each) }))}
                value={delegationId}
                onChange={setDelegation}
                filter={withoutMarks}
              />
            )}
          </>
        ) : (
          <p className={classes.quiet}>
            {m.people_home_stands({
              place: language === 'vi' ? exhibitor.placeNameVi : exhibitor.placeNameEn,
            })}
          </p>
        )}
        <Select
          label={m.roster_former_district()}
          size="md"
          clearable
          searchable
          data={
            places.data?.formerDistricts.map((place) => ({
              value: place.code,
              label: named(place),
            })) ?? []
          }
          value={formerDistrict}
          onChange={setDistrict}
          filter={withoutMarks}
        />
        <TextInput
          label={m.people_tax_code()}
          size="md"
          inputMode="numeric"
          maxLength={14}
          value={taxCode}
          onChange={(event) => setTaxCode(event.currentTarget.value)}
          error={isChecked && !isTaxCodeGood ? m.people_tax_code_wrong() : undefined}
        />
        <TextInput
          label={m.roster_representative()}
          description={m.roster_contact_hint()}
          size="md"
          maxLength={200}
          value={representative}
          onChange={(event) => setRepresentative(event.currentTarget.value)}
        />
        <TextInput
          label={m.roster_phone()}
          size="md"
          type="tel"
          maxLength={25}
          value={contactPhone}
          onChange={(event) => setContactPhone(event.currentTarget.value)}
        />
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={paysVat}
            onChange={(event) => setPaysVat(event.currentTarget.checked)}
          />
          <span>
            {m.people_pays_vat()}
            <span className={classes.quiet}>{m.people_pays_vat_hint()}</span>
          </span>
        </label>
        <RefusalNote error={saving.error} />
        <Button type="submit" size="md" loading={saving.isPending}>
          {exhibitor === null ? m.people_add() : m.people_save()}
        </Button>
      </form>
    </Modal>
  );
}
