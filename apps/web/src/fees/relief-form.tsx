import { useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import { KINDS, kindWords } from '../people/kind-words';
import { feeChoicesQuery, giveRelief } from './fee-requests';
import type { Relief, ReliefWish } from './fee-requests';
import { FeeForm } from './fee-form';
import { groundWords } from './fee-words';
import { useTariffKept } from './fees-of';

/** Who is free or who pays, and by which paper. */
export function ReliefForm({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const { language } = useLanguage();
  const [id] = useState(newId);
  const [ground, setGround] = useState<Relief['ground']>('ocop');
  const [named, setNamed] = useState('4');
  const [reason, setReason] = useState('');
  const asked = useQuery(feeChoicesQuery(fairId));
  const keep = useTariffKept(fairId);
  const giving = useMutation({
    mutationFn: (wish: ReliefWish) => giveRelief(fairId, wish),
    onSuccess: (tariff) => {
      keep(tariff);
      onClose();
    },
  });
  const choices: Record<Relief['ground'], { label: string; options: [string, string][] }> = {
    ocop: {
      label: m.fee_star(),
      options: ['3', '4', '5'].map((star) => [star, m.fee_stars({ star })]),
    },
    kind: { label: m.fee_kind(), options: KINDS.map((kind) => [kind, kindWords[kind]()]) },
    exhibitor: {
      label: m.fee_exhibitor(),
      options: (asked.data?.exhibitors ?? []).map((one) => [one.id, one.name]),
    },
    delegation: {
      label: m.fee_delegation(),
      options: (asked.data?.delegations ?? []).map((one) => [
        one.id,
        language === 'vi' ? one.nameVi : one.nameEn,
      ]),
    },
  };
  const { label, options } = choices[ground];
  return (
    <FeeForm
      label={m.fee_relief_add()}
      isReady={named !== '' && reason.trim() !== ''}
      isPending={giving.isPending}
      problem={giving.error ?? asked.error}
      onClose={onClose}
      onSave={() =>
        giving.mutate({
          id,
          ground,
          minStar: ground === 'ocop' ? Number(named) : null,
          exhibitorKind: ground === 'kind' ? (named as ReliefWish['exhibitorKind']) : null,
          exhibitorId: ground === 'exhibitor' ? named : null,
          delegationId: ground === 'delegation' ? named : null,
          reason: reason.trim(),
        })
      }
    >
      <Field label={m.fee_relief_who()}>
        {(wired) => (
          <select
            {...wired}
            name="ground"
            value={ground}
            onChange={(event) => {
              setGround(event.currentTarget.value as Relief['ground']);
              setNamed('');
            }}
          >
            {Object.entries(groundWords).map(([each, word]) => (
              <option key={each} value={each}>
                {word()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={label}>
        {(wired) => (
          <select
            {...wired}
            name="named"
            value={named}
            onChange={(event) => setNamed(event.currentTarget.value)}
          >
            <option value="">{m.fee_choose()}</option>
            {options.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.fee_reason()}>
        {(wired) => (
          <input
            {...wired}
            name="reason"
            maxLength={300}
            required
            placeholder={m.fee_reason_example()}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
    </FeeForm>
  );
}
