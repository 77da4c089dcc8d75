import { useState } from 'react';
import { newId } from '@phien/kernel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Choice } from '../ui/choice';
import { Field, Switch } from './field';
import { Form, useFieldErrors, useLeaving } from './form';
import classes from './product-sheet.module.css';
import { addProduct, changeProduct, keepPhoto, removePhoto } from './my-client';
import type { Product, Standing } from './my-client';
import { classesQuery, productsQuery } from './my-queries';
import { PhotoChoice } from './photo-choice';
import type { PhotoWish } from './photo-choice';
import { classGroups, digitsOf, formOf, wishOf } from './product-form.rules';
import type { ProductForm } from './product-form.rules';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';

const FIELDS = [
  'name',
  'priceVnd',
  'unit',
  'vatRatePercent',
  'classCode',
  'star',
  'certificateNumber',
  'certificateIssuedOn',
  'certificateExpiresOn',
  'barcode',
  'traceUrl',
  'photo',
];
const CERTIFIED = FIELDS.slice(5, 11);
const UNITS = ['hộp', 'gói', 'túi', 'chai', 'lọ', 'kg', 'cái', 'con', 'chục', 'bó'];
const RATES = [0, 5, 8, 10];
/** Letters of a class’s name that a closed list still shows on a phone; more stand under it. */
const CLIPPED_AT = 26;

interface ProductSheetProps {
  standing: Standing;
  /** Null for a new one. */
  product: Product | null;
  paysVat: boolean;
  usualVatRate: number | null;
  onClose: () => void;
  onWithdraw: (product: Product) => void;
}

/** A product to be added or said anew, with what the server says of each field. */
export function ProductSheet(props: ProductSheetProps) {
  const { standing, product, paysVat, usualVatRate, onClose, onWithdraw } = props;
  const { language } = useLanguage();
  const cache = useQueryClient();
  const say = useToast();
  const [id] = useState(() => product?.id ?? newId());
  const [before] = useState(() => formOf(product, paysVat ? usualVatRate : null));
  const [form, setForm] = useState(before);
  const [photo, setPhoto] = useState<PhotoWish>('stays');
  const [isChecked, setChecked] = useState(false);
  const isDirty = photo !== 'stays' || JSON.stringify(form) !== JSON.stringify(before);
  const { mayClose, leaving } = useLeaving(isDirty, onClose);
  const set = (change: Partial<ProductForm>) => setForm((form) => ({ ...form, ...change }));

  const saving = useMutation({
    mutationFn: async () => {
      const wish = wishOf(form);
      if (wish === null) return null;
      const { fairId } = standing;
      const saved = product
        ? await changeProduct(fairId, id, wish)
        : await addProduct(standing, id, wish);
      if (photo === 'goes') await removePhoto(fairId, id);
      else if (photo !== 'stays') await keepPhoto(fairId, id, photo.photo);
      return saved;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: productsQuery(standing).queryKey }),
    onSuccess: (saved) => {
      if (saved === null) return;
      say({
        text: `${m.my_product_saved_toast({ name: saved.name })} ${m.my_product_refresh_note()}`,
      });
      onClose();
    },
  });
  const errorOf = useFieldErrors(saving.error);
  const priceError =
    isChecked && form.price === '' ? m.my_form_price_missing() : errorOf('priceVnd');
  const isCertificateWrong = CERTIFIED.some((field) => errorOf(field) !== null);

  return (
    <Sheet
      title={product ? m.my_form_edit() : m.my_form_new()}
      onClose={onClose}
      mayClose={mayClose}
    >
      <Form
        problem={saving.error}
        isPending={saving.isPending}
        fields={FIELDS}
        leaving={leaving}
        onSave={() => {
          setChecked(true);
          saving.mutate();
        }}
        aside={
          product && (
            <button
              type="button"
              className={`${buttons.button} ${classes.withdraw}`}
              onClick={() => onWithdraw(product)}
            >
              <Trash2 size={18} aria-hidden />
              {m.my_form_withdraw()}
            </button>
          )
        }
      >
        <PhotoChoice
          kept={product?.photo ?? null}
          wish={photo}
          error={errorOf('photo')}
          onWish={setPhoto}
        />
        <Field label={m.my_form_name()} error={errorOf('name')}>
          {(wired) => (
            <textarea
              {...wired}
              name="name"
              rows={1}
              maxLength={200}
              value={form.name}
              onChange={(event) => set({ name: event.currentTarget.value.replace(/\n/g, ' ') })}
            />
          )}
        </Field>
        <div className={classes.pair}>
          <Field label={m.my_form_price()} error={priceError}>
            {(wired) => (
              <div className={classes.money}>
                <input
                  {...wired}
                  name="price"
                  inputMode="numeric"
                  autoComplete="off"
                  value={form.price === '' ? '' : formatCount(Number(form.price), language)}
                  onChange={(event) => set({ price: digitsOf(event.currentTarget.value) })}
                />
                <span aria-hidden>₫</span>
              </div>
            )}
          </Field>
          <Field label={m.my_form_unit()} error={errorOf('unit')} hint={m.my_form_unit_hint()}>
            {(wired) => (
              <>
                <input
                  {...wired}
                  name="unit"
                  list="my-units"
                  maxLength={30}
                  autoComplete="off"
                  value={form.unit}
                  onChange={(event) => set({ unit: event.currentTarget.value })}
                />
                <datalist id="my-units">
                  {UNITS.map((unit) => (
                    <option key={unit} value={unit} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
        </div>
        {product && (
          <Switch
            name="isSoldOut"
            label={m.my_form_sold_out()}
            hint={m.my_form_sold_out_hint()}
            isOn={form.isSoldOut}
            onTurn={(isSoldOut) => set({ isSoldOut })}
          />
        )}
        <Switch
          name="isWeighed"
          label={m.my_form_weighed()}
          hint={m.my_form_weighed_hint()}
          isOn={form.isWeighed}
          onTurn={(isWeighed) => set({ isWeighed })}
        />
        {paysVat ? (
          <Field label={m.my_form_vat()} error={errorOf('vatRatePercent')}>
            {(wired) => (
              <select
                {...wired}
                name="vatRate"
                value={form.vatRate}
                onChange={(event) => set({ vatRate: event.currentTarget.value })}
              >
                <option value="">{m.my_form_vat_choose()}</option>
                {RATES.map((rate) => (
                  <option key={rate} value={rate}>
                    {m.my_form_vat_rate({ rate })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <p className={classes.note}>{m.my_form_vat_none()}</p>
        )}
        <ClassField
          code={form.classCode}
          error={errorOf('classCode')}
          onChoose={(classCode) => set({ classCode })}
        />
        <details
          className={classes.more}
          open={isCertificateWrong || form.star !== '' || form.barcode !== '' || undefined}
        >
          <summary>{m.my_form_more()}</summary>
          <CertificateFields form={form} product={product} errorOf={errorOf} set={set} />
        </details>
      </Form>
    </Sheet>
  );
}

interface PartProps {
  form: ProductForm;
  product: Product | null;
  errorOf: (field: string) => string | null;
  set: (change: Partial<ProductForm>) => void;
}

function CertificateFields({ form, product, errorOf, set }: PartProps) {
  const stars = ['', '3', '4', '5'] as const;
  const isPublished =
    product !== null &&
    product.star !== null &&
    product.starYear !== null &&
    product.certificateNumber === null &&
    form.star === String(product.star);
  return (
    <div className={classes.fields}>
      <div>
        <p className={classes.groupLabel}>{m.my_form_star()}</p>
        <Choice
          label={m.my_form_star()}
          value={form.star}
          options={stars.map((star) => ({
            value: star,
            name: star === '' ? m.my_form_star_none() : m.my_form_star_n({ count: star }),
          }))}
          onChoose={(star) => set({ star })}
        />
        {isPublished && (
          <p className={classes.note}>
            {m.my_form_star_published({ year: product.starYear ?? '' })}
          </p>
        )}
      </div>
      {form.star !== '' && (
        <>
          <Field
            label={m.my_form_certificate()}
            error={errorOf('certificateNumber')}
            isOptional={isPublished}
          >
            {(wired) => (
              <input
                {...wired}
                name="certificateNumber"
                autoComplete="off"
                maxLength={100}
                value={form.certificateNumber}
                onChange={(event) => set({ certificateNumber: event.currentTarget.value })}
              />
            )}
          </Field>
          <div className={classes.pair}>
            <Field
              label={m.my_form_issued()}
              error={errorOf('certificateIssuedOn')}
              isOptional={isPublished}
            >
              {(wired) => (
                <input
                  {...wired}
                  type="date"
                  name="certificateIssuedOn"
                  value={form.certificateIssuedOn}
                  onChange={(event) => set({ certificateIssuedOn: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field
              label={m.my_form_expires()}
              error={errorOf('certificateExpiresOn')}
              hint={m.my_form_expires_hint()}
            >
              {(wired) => (
                <input
                  {...wired}
                  type="date"
                  name="certificateExpiresOn"
                  value={form.certificateExpiresOn}
                  onChange={(event) => set({ certificateExpiresOn: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
        </>
      )}
      <Field
        label={m.my_form_barcode()}
        error={errorOf('barcode')}
        hint={m.my_form_barcode_hint()}
        isOptional
      >
        {(wired) => (
          <input
            {...wired}
            name="barcode"
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={form.barcode}
            onChange={(event) => set({ barcode: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={m.my_form_trace()} error={errorOf('traceUrl')} isOptional>
        {(wired) => (
          <input
            {...wired}
            name="traceUrl"
            type="url"
            placeholder="https://"
            autoComplete="off"
            value={form.traceUrl}
            onChange={(event) => set({ traceUrl: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}

function ClassField({
  code,
  error,
  onChoose,
}: {
  code: string;
  error: string | null;
  onChoose: (code: string) => void;
}) {
  const { language } = useLanguage();
  const { data: all = [] } = useQuery(classesQuery);
  const name = (row: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? row.nameVi : row.nameEn;
  const chosen = all.find((row) => row.code === code);
  return (
    <Field
      label={m.my_form_class()}
      error={error}
      isOptional
      hint={chosen && name(chosen).length > CLIPPED_AT ? name(chosen) : undefined}
    >
      {(wired) => (
        <select
          {...wired}
          name="classCode"
          value={code}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{m.my_form_class_none()}</option>
          {code !== '' && !chosen?.isLeaf && <option value={code}>{code}</option>}
          {classGroups(all).map(({ sector, leaves }) => (
            <optgroup key={sector.code} label={`${sector.code}. ${name(sector)}`}>
              {leaves.map((leaf) => (
                <option key={leaf.code} value={leaf.code}>
                  {`${leaf.code} ${name(leaf)}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
