import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { FieldProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import fields from '../my/field.module.css';
import { m } from '../paraglide/messages.js';
import { KINDS, kindWords } from '../people/kind-words';
import classes from './apply-page.module.css';
import type { ApplyForm, Content, Wishes } from './apply-requests';
import { faultAt, type Faults } from './faults.rules';
import { Lines, Pick, Text, Tick } from './form-parts';
import { ProductFields } from './product-fields';

interface ApplyFieldsProps {
  form: ApplyForm;
  content: Content;
  faults: readonly FieldProblem[];
  onChange: (part: Partial<Content>) => void;
}

const MOST_PRODUCTS = 20;

/** All that an application says, but for its files. */
export function ApplyFields({ form, content, faults: found, onChange }: ApplyFieldsProps) {
  const { language } = useLanguage();
  const faults: Faults = { all: found, language };
  return (
    <>
      <Part title={m.apply_who()}>
        <Pick
          label={m.apply_kind()}
          fault={faultAt(faults, 'kind')}
          value={content.kind ?? ''}
          onChoose={(kind) => onChange({ kind: (kind || undefined) as Content['kind'] })}
        >
          <option value="">{m.apply_choose()}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]()}
            </option>
          ))}
        </Pick>
        <Text
          label={m.apply_name()}
          hint={m.apply_name_hint()}
          fault={faultAt(faults, 'name')}
          value={content.name ?? ''}
          autoComplete="organization"
          onType={(name) => onChange({ name })}
        />
        <Text
          label={m.apply_tax()}
          isOptional
          hint={m.apply_tax_hint()}
          fault={faultAt(faults, 'taxCode')}
          value={content.taxCode ?? ''}
          inputMode="numeric"
          most={60}
          onType={(taxCode) => onChange({ taxCode })}
        />
        <Tick
          label={m.apply_vat()}
          isChosen={content.paysVat ?? false}
          onChoose={(paysVat) => onChange({ paysVat })}
        />
        <Home form={form} content={content} fault={faultAt(faults, 'place')} onChange={onChange} />
      </Part>
      <Part title={m.apply_contact()}>
        <Text
          label={m.apply_representative()}
          fault={faultAt(faults, 'representative')}
          value={content.representative ?? ''}
          autoComplete="name"
          onType={(representative) => onChange({ representative })}
        />
        <Text
          label={m.apply_phone()}
          fault={faultAt(faults, 'phone')}
          value={content.phone ?? ''}
          inputMode="tel"
          autoComplete="tel"
          most={60}
          onType={(phone) => onChange({ phone })}
        />
        <Text
          label={m.apply_mail()}
          isOptional
          hint={m.apply_mail_hint()}
          fault={faultAt(faults, 'mail')}
          value={content.mail ?? ''}
          inputMode="email"
          autoComplete="email"
          most={320}
          onType={(mail) => onChange({ mail })}
        />
      </Part>
      <Products form={form} content={content} faults={faults} onChange={onChange} />
      <WishFields
        form={form}
        wishes={content.wishes ?? {}}
        faults={faults}
        onChange={(part) => onChange({ wishes: { ...content.wishes, ...part } })}
      />
      <section className={classes.part}>
        <Lines
          label={m.apply_note()}
          isOptional
          fault={faultAt(faults, 'note')}
          value={content.note ?? ''}
          most={4_000}
          onType={(note) => onChange({ note })}
        />
      </section>
    </>
  );
}

export function Part({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p className={classes.quiet}>{hint}</p>}
      {children}
    </section>
  );
}

type From = 'own' | 'other' | 'abroad';

const fromOf = ({ countryCode = 'VN', placeSet }: Content): From =>
  countryCode !== 'VN' ? 'abroad' : placeSet === '34' || placeSet === '63' ? 'other' : 'own';

/* Its communes are in a list of their own. */
const QUANG_NINH = '22';

interface HomeProps {
  form: ApplyForm;
  content: Content;
  fault: string | null;
  onChange: (part: Partial<Content>) => void;
}

function Home({ form, content, fault, onChange }: HomeProps) {
  const { language } = useLanguage();
  const [from, setFrom] = useState(() => fromOf(content));
  const { ownUnits, provinces, countries } = form.places;
  const nameOf = (each: { nameVi: string; nameEn: string }) =>
    language === 'vi' ? each.nameVi : each.nameEn;
  const places = from === 'own' ? ownUnits : provinces.filter(({ code }) => code !== QUANG_NINH);
  const sorted = <Named extends { nameVi: string; nameEn: string }>(all: readonly Named[]) =>
    all.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), language));
  const nowhere = { countryCode: undefined, placeSet: undefined, placeCode: undefined };
  return (
    <>
      <Pick
        label={m.apply_from()}
        value={from}
        onChoose={(chosen) => {
          setFrom(chosen as From);
          onChange(nowhere);
        }}
      >
        <option value="own">{m.apply_from_own()}</option>
        <option value="other">{m.apply_from_other()}</option>
        <option value="abroad">{m.apply_from_abroad()}</option>
      </Pick>
      {from === 'abroad' ? (
        <Pick
          label={m.apply_place_abroad()}
          fault={fault}
          value={content.countryCode ?? ''}
          onChoose={(country) => onChange({ ...nowhere, countryCode: country || undefined })}
        >
          <option value="">{m.apply_choose()}</option>
          {sorted(countries).map((country) => (
            <option key={country.code} value={country.code}>
              {nameOf(country)}
            </option>
          ))}
        </Pick>
      ) : (
        <Pick
          label={from === 'own' ? m.apply_place_own() : m.apply_place_other()}
          fault={fault}
          value={content.placeCode ?? ''}
          onChoose={(code) => {
            const place = places.find((each) => each.code === code);
            onChange({
              ...nowhere,
              ...(place && {
                placeSet: place.set as Content['placeSet'],
                placeCode: place.code,
              }),
            });
          }}
        >
          <option value="">{m.apply_choose()}</option>
          {sorted(places).map((place) => (
            <option key={place.code} value={place.code}>
              {nameOf(place)}
            </option>
          ))}
        </Pick>
      )}
    </>
  );
}

interface ProductsProps {
  form: ApplyForm;
  content: Content;
  faults: Faults;
  onChange: (part: Partial<Content>) => void;
}

function Products({ form, content, faults, onChange }: ProductsProps) {
  const products = content.products?.length ? content.products : [{}];
  return (
    <Part title={m.apply_products()} hint={m.apply_products_hint()}>
      {products.map((product, at) => (
        <ProductFields
          key={at}
          at={at}
          classes={form.classes}
          product={product}
          paysVat={content.paysVat ?? false}
          faults={faults}
          onChange={(part) =>
            onChange({
              products: products.map((each, n) => (n === at ? { ...each, ...part } : each)),
            })
          }
          onRemove={
            products.length > 1
              ? () => onChange({ products: products.filter((_, n) => n !== at) })
              : null
          }
        />
      ))}
      {products.length < MOST_PRODUCTS && (
        <button
          type="button"
          className={classes.button}
          onClick={() => onChange({ products: [...products, {}] })}
        >
          {m.apply_product_add()}
        </button>
      )}
    </Part>
  );
}

interface WishFieldsProps {
  form: ApplyForm;
  wishes: Wishes;
  faults: Faults;
  onChange: (part: Partial<Wishes>) => void;
}

const MOST_NAMES = 5;

function WishFields({ form, wishes, faults, onChange }: WishFieldsProps) {
  const list = useId();
  const choices = [0, 1, 2].map((at) => wishes.choices?.[at] ?? '');
  const tick = (field: 'power' | 'water' | 'cook' | 'corner' | 'front' | 'gate', label: string) => (
    <Tick
      label={label}
      isChosen={wishes[field] ?? false}
      onChoose={(isChosen) => onChange({ [field]: isChosen })}
    />
  );
  const names = (field: 'together' | 'apart', label: string) => (
    <Lines
      label={label}
      isOptional
      hint={m.apply_named_hint()}
      fault={faultAt(faults, `wishes.${field}`)}
      value={(wishes[field] ?? []).join('\n')}
      onType={(typed) => onChange({ [field]: typed.split('\n').slice(0, MOST_NAMES) })}
    />
  );
  return (
    <Part title={m.apply_wishes()} hint={m.apply_wishes_hint()}>
      <div className={classes.pair}>
        <Pick
          label={m.apply_size()}
          value={String(wishes.size ?? 1)}
          onChoose={(size) => onChange({ size: Number(size), ...(size !== '1' && { units: 6 }) })}
        >
          {Array.from({ length: 10 }, (_, at) => (
            <option key={at} value={at + 1}>
              {at + 1}
            </option>
          ))}
        </Pick>
        <Pick
          label={m.apply_share()}
          fault={faultAt(faults, 'wishes.units')}
          value={String(wishes.units ?? 6)}
          isOff={(wishes.size ?? 1) > 1}
          onChoose={(units) => onChange({ units: Number(units) })}
        >
          <option value="6">{m.apply_share_6()}</option>
          <option value="3">{m.apply_share_3()}</option>
          <option value="2">{m.apply_share_2()}</option>
        </Pick>
      </div>
      <fieldset className={classes.ticks}>
        <legend className={fields.label}>{m.apply_needs()}</legend>
        {tick('power', m.apply_power())}
        {tick('water', m.apply_water())}
        {tick('cook', m.apply_cook())}
      </fieldset>
      <fieldset className={classes.ticks}>
        <legend className={fields.label}>{m.apply_likes()}</legend>
        {tick('corner', m.apply_corner())}
        {tick('front', m.apply_front())}
        {tick('gate', m.apply_gate())}
      </fieldset>
      <fieldset className={classes.ticks}>
        <legend className={fields.label}>
          {m.apply_choices()} <span className={fields.optional}>({m.apply_optional()})</span>
        </legend>
        <datalist id={list}>
          {form.boothCodes.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
        <div className={classes.triple}>
          {choices.map((choice, at) => (
            <input
              key={at}
              className={fields.control}
              aria-label={m.apply_choice({ n: at + 1 })}
              placeholder={String(at + 1)}
              list={list}
              value={choice}
              maxLength={40}
              autoCapitalize="characters"
              autoComplete="off"
              aria-invalid={faultAt(faults, 'wishes.choices') !== null}
              onChange={(event) => {
                const typed = event.currentTarget.value.toUpperCase();
                onChange({ choices: choices.map((each, n) => (n === at ? typed : each)) });
              }}
            />
          ))}
        </div>
        {faultAt(faults, 'wishes.choices') && (
          <span className={fields.error}>{faultAt(faults, 'wishes.choices')}</span>
        )}
      </fieldset>
      {names('together', m.apply_together())}
      {names('apart', m.apply_apart())}
    </Part>
  );
}
