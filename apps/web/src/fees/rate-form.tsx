import { useState } from 'react';
import { formatVnd, newId } from '@phien/kernel';
import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import { addRate } from './fee-requests';
import type { RateWish } from './fee-requests';
import { FeeForm, wholeNumber } from './fee-form';
import { perWords } from './fee-words';
import { useTariffKept } from './fees-of';

interface RateFormProps {
  fairId: string;
  zoneCodes: readonly string[];
  onClose: () => void;
}

const VAT_RATES = ['8', '10', '5', '0'];

/** A new line of the tariff; what is left open says nothing. */
export function RateForm({ fairId, zoneCodes, onClose }: RateFormProps) {
  const { language } = useLanguage();
  const [id] = useState(newId);
  const [typed, setTyped] = useState({
    zone: '',
    kind: '',
    from: '',
    below: '',
    validFrom: '',
    validTo: '',
    per: 'booth',
    price: '',
    vat: '8',
  });
  const set = (field: keyof typeof typed) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTyped((before) => ({ ...before, [field]: value }));
  };
  const keep = useTariffKept(fairId);
  const adding = useMutation({
    mutationFn: (wish: RateWish) => addRate(fairId, wish),
    onSuccess: (tariff) => {
      keep(tariff);
      onClose();
    },
  });
  const priceVnd = wholeNumber(typed.price);
  return (
    <FeeForm
      label={m.fee_rate_add()}
      isReady={priceVnd !== null}
      isPending={adding.isPending}
      problem={adding.error}
      onClose={onClose}
      onSave={() =>
        adding.mutate({
          id,
          zoneCode: typed.zone || null,
          boothKind: (typed.kind || null) as RateWish['boothKind'],
          areaFromM2: wholeNumber(typed.from),
          areaBelowM2: wholeNumber(typed.below),
          validFrom: typed.validFrom || null,
          validTo: typed.validTo || null,
          per: typed.per as RateWish['per'],
          priceVnd: priceVnd ?? 0,
          vatRatePercent: typed.vat === '' ? null : Number(typed.vat),
        })
      }
    >
      <Field
        label={m.fee_price()}
        hint={priceVnd === null ? undefined : formatVnd(priceVnd, language)}
      >
        {(wired) => (
          <input
            {...wired}
            name="price"
            inputMode="numeric"
            autoComplete="off"
            required
            value={typed.price}
            onChange={set('price')}
          />
        )}
      </Field>
      <Field label={m.fee_per()}>
        {(wired) => (
          <select {...wired} name="per" value={typed.per} onChange={set('per')}>
            {Object.entries(perWords).map(([per, word]) => (
              <option key={per} value={per}>
                {word()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.fee_vat()}>
        {(wired) => (
          <select {...wired} name="vat" value={typed.vat} onChange={set('vat')}>
            {VAT_RATES.map((rate) => (
              <option key={rate} value={rate}>
                {`${rate} %`}
              </option>
            ))}
            <option value="">{m.fee_vat_none()}</option>
          </select>
        )}
      </Field>
      <Field label={m.fee_rate_zone_label()}>
        {(wired) => (
          <select {...wired} name="zone" value={typed.zone} onChange={set('zone')}>
            <option value="">{m.fee_rate_any_zone()}</option>
            {zoneCodes.map((code) => (
              <option key={code} value={code}>
                {m.fee_rate_zone({ zone: code })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.fee_rate_kind_label()}>
        {(wired) => (
          <select {...wired} name="kind" value={typed.kind} onChange={set('kind')}>
            <option value="">{m.fee_rate_any_kind()}</option>
            <option value="standard">{m.fee_kind_standard()}</option>
            <option value="custom">{m.fee_kind_custom()}</option>
          </select>
        )}
      </Field>
      <Field label={m.fee_rate_area_from()}>
        {(wired) => (
          <input {...wired} inputMode="numeric" value={typed.from} onChange={set('from')} />
        )}
      </Field>
      <Field label={m.fee_rate_area_below()}>
        {(wired) => (
          <input {...wired} inputMode="numeric" value={typed.below} onChange={set('below')} />
        )}
      </Field>
      <Field label={m.fee_rate_from()}>
        {(wired) => (
          <input {...wired} type="date" value={typed.validFrom} onChange={set('validFrom')} />
        )}
      </Field>
      <Field label={m.fee_rate_to()}>
        {(wired) => (
          <input {...wired} type="date" value={typed.validTo} onChange={set('validTo')} />
        )}
      </Field>
    </FeeForm>
  );
}
