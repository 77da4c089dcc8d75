import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import styles from './apply-page.module.css';
import type { ApplyForm, Product } from './apply-requests';
import { faultAt, type Faults } from './faults.rules';
import { Pick, Text } from './form-parts';

interface ProductFieldsProps {
  at: number;
  classes: ApplyForm['classes'];
  product: Product;
  paysVat: boolean;
  faults: Faults;
  onChange: (part: Partial<Product>) => void;
  onRemove: (() => void) | null;
}

const STARS = [3, 4, 5];
const VAT_RATES = [0, 5, 8, 10];
const DIGITS = 11;

/** What is sold, in short: enough to judge it, and to sell it on the first day. */
export function ProductFields(props: ProductFieldsProps) {
  const { at, classes, product, paysVat, faults, onChange, onRemove } = props;
  const { language } = useLanguage();
  const fault = (field: string) => faultAt(faults, `products.${at}.${field}`);
  const numberOf = (text: string) => (text === '' ? null : Number(text));
  return (
    <fieldset className={styles.product}>
      <legend className={styles.legend}>{m.apply_product({ n: at + 1 })}</legend>
      <Text
        label={m.apply_product_name()}
        fault={fault('name') ?? (at === 0 ? faultAt(faults, 'products') : null)}
        value={product.name ?? ''}
        onType={(name) => onChange({ name })}
      />
      <Pick
        label={m.apply_product_class()}
        fault={fault('classCode')}
        value={product.classCode ?? ''}
        onChoose={(code) => onChange({ classCode: code || null })}
      >
        <option value="">{m.apply_product_class_none()}</option>
        {leavesByRoot(classes).map(({ root, leaves }) => (
          <optgroup key={root.code} label={language === 'vi' ? root.nameVi : root.nameEn}>
            {leaves.map(({ code, nameVi, nameEn }) => (
              <option key={code} value={code}>
                {language === 'vi' ? nameVi : nameEn}
              </option>
            ))}
          </optgroup>
        ))}
      </Pick>
      <div className={styles.pair}>
        <Text
          label={m.apply_product_price()}
          fault={fault('priceVnd')}
          value={
            typeof product.priceVnd === 'number' ? formatCount(product.priceVnd, language) : ''
          }
          inputMode="numeric"
          onType={(typed) =>
            onChange({ priceVnd: numberOf(typed.replace(/\D/g, '').slice(0, DIGITS)) })
          }
        />
        <Text
          label={m.apply_product_unit()}
          fault={fault('unit')}
          value={product.unit ?? ''}
          placeholder={m.apply_product_unit_eg()}
          most={200}
          onType={(unit) => onChange({ unit })}
        />
        <Pick
          label={m.apply_product_star()}
          fault={fault('star')}
          value={String(product.star ?? '')}
          onChoose={(star) => onChange({ star: numberOf(star) })}
        >
          <option value="">{m.apply_product_star_none()}</option>
          {STARS.map((n) => (
            <option key={n} value={n}>
              {m.apply_product_stars({ n })}
            </option>
          ))}
        </Pick>
        {paysVat && (
          <Pick
            label={m.apply_product_vat()}
            fault={fault('vatRatePercent')}
            value={String(product.vatRatePercent ?? '')}
            onChoose={(rate) => onChange({ vatRatePercent: numberOf(rate) })}
          >
            <option value="">{m.apply_choose()}</option>
            {VAT_RATES.map((rate) => (
              <option key={rate} value={rate}>
                {rate} %
              </option>
            ))}
          </Pick>
        )}
      </div>
      {onRemove && (
        <button type="button" className={styles.quietButton} onClick={onRemove}>
          {m.apply_product_remove({ n: at + 1 })}
        </button>
      )}
    </fieldset>
  );
}

/** The classes that a product can have, each under the root of its code. */
function leavesByRoot(classes: ApplyForm['classes']) {
  const rootOf = (code: string) => code.split('.')[0] ?? code;
  return classes
    .filter(({ parentCode }) => parentCode === null)
    .map((root) => ({
      root,
      leaves: classes.filter(({ code, isLeaf }) => isLeaf && rootOf(code) === root.code),
    }));
}
