import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, PackagePlus, Star, Undo2 } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { ProblemLine } from '../ui/problem-line';
import { SearchField } from '../ui/search-field';
import { changeProduct, returnProduct, withdrawProduct } from './my-client';
import type { Exhibitor, Product, Standing } from './my-client';
import { productsQuery } from './my-queries';
import { PhotoFrame } from './photo-choice';
import { found, soldOutWish, usualVatRate } from './product-form.rules';
import { ProductSheet } from './product-sheet';
import classes from './products-part.module.css';
import { dayInWords } from './day-words';
import { useToast } from '../ui/toast';

/** The catalogue: what the tills sell, at which price. */
export function ProductsPart({
  standing,
  exhibitor,
}: {
  standing: Standing;
  exhibitor: Exhibitor;
}) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const say = useToast();
  const list = useQuery(productsQuery(standing));
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Product | 'new' | null>(null);
  const refresh = () => cache.invalidateQueries({ queryKey: productsQuery(standing).queryKey });
  const returning = useMutation({
    mutationFn: (product: Product) => returnProduct(standing.fairId, product.id),
    onSuccess: (_, { name }) => say({ text: m.my_product_returned_toast({ name }) }),
    onSettled: refresh,
  });
  const withdrawing = useMutation({
    mutationFn: (product: Product) => withdrawProduct(standing.fairId, product.id),
    onSuccess: (_, product) =>
      say({
        text: m.my_product_withdrawn_toast({ name: product.name }),
        undo: () => returning.mutate(product),
      }),
    onSettled: refresh,
  });
  const problem = returning.error ?? withdrawing.error;

  if (list.isPending) return <Skeleton shapes={[48, 72, 72, 72, 72]} />;
  if (list.isError && !list.data) {
    return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  }
  const { products, withdrawn } = list.data;
  const shown = found(products, text);
  const add = (
    <button type="button" className={buttons.main} onClick={() => setOpen('new')}>
      <PackagePlus size={18} aria-hidden />
      {m.my_products_add()}
    </button>
  );
  return (
    <section aria-label={m.my_part_products()}>
      {products.length === 0 ? (
        <Empty title={m.my_products_empty_title()} text={m.my_products_empty_text()} action={add} />
      ) : (
        <>
          <div className={classes.tools}>
            <SearchField label={m.my_products_search()} typed={text} onType={setText} />
            {add}
          </div>
          <p className={classes.count} role="status">
            {shown.length === 0
              ? m.my_products_none_found({ text })
              : m.my_products_count({ count: formatCount(shown.length, language) })}
          </p>
          {problem && <ProblemLine problem={problem} />}
          <ul className={classes.list}>
            {shown.map((product) => (
              <ProductRow
                key={product.id}
                standing={standing}
                product={product}
                onOpen={() => setOpen(product)}
              />
            ))}
          </ul>
        </>
      )}
      {withdrawn.length > 0 && (
        <details className={classes.withdrawn}>
          <summary>
            {m.my_withdrawn_title({ count: formatCount(withdrawn.length, language) })}
          </summary>
          <ul>
            {withdrawn.map((product) => (
              <li key={product.id}>
                <span>{product.name}</span>
                <button
                  type="button"
                  className={buttons.button}
                  aria-label={m.my_withdrawn_return_name({ name: product.name })}
                  onClick={() => returning.mutate(product)}
                >
                  <Undo2 size={18} aria-hidden />
                  {m.my_withdrawn_return()}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open !== null && (
        <ProductSheet
          key={open === 'new' ? 'new' : open.id}
          standing={standing}
          product={open === 'new' ? null : open}
          paysVat={exhibitor.paysVat}
          usualVatRate={usualVatRate(products)}
          onClose={() => setOpen(null)}
          onWithdraw={(product) => {
            setOpen(null);
            withdrawing.mutate(product);
          }}
        />
      )}
    </section>
  );
}

interface RowProps {
  standing: Standing;
  product: Product;
  onOpen: () => void;
}

function ProductRow({ standing, product, onOpen }: RowProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const { queryKey } = productsQuery(standing);
  const turning = useMutation({
    mutationFn: (isSoldOut: boolean) =>
      changeProduct(standing.fairId, product.id, soldOutWish(product, isSoldOut)),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  const isSoldOut = turning.isPending ? turning.variables : product.isSoldOut;
  const price = formatVnd(product.priceVnd, language);
  return (
    <li className={classes.row}>
      <button
        type="button"
        className={classes.open}
        aria-label={m.my_product_edit({ name: product.name })}
        onClick={onOpen}
      >
        <PhotoFrame src={product.photo} alt="" />
        <span className={classes.words}>
          <span className={classes.name}>{product.name}</span>
          {product.warnings.map((warning) => (
            <span key={warning} className={classes.warning} data-warning={warning}>
              <CircleAlert size={14} aria-hidden />
              {warningWords[warning]({
                day: dayInWords(product.certificateExpiresOn ?? '', language),
              })}
            </span>
          ))}
          <span className={classes.facts}>
            <strong>{m.my_product_price_unit({ price, unit: product.unit })}</strong>
            {product.isWeighed && <span>{m.my_product_weighed()}</span>}
            {product.star !== null && (
              <span className={classes.stars}>
                <Star size={14} fill="currentColor" aria-hidden />
                {m.my_product_stars({ count: product.star })}
              </span>
            )}
          </span>
        </span>
      </button>
      <button
        type="button"
        className={classes.soldOut}
        aria-pressed={isSoldOut}
        aria-label={m.my_product_mark_sold_out({ name: product.name })}
        onClick={() => {
          if (!turning.isPending) turning.mutate(!isSoldOut);
        }}
      >
        <span className={classes.track} aria-hidden />
        {m.my_product_sold_out()}
      </button>
      {turning.error && (
        <div className={classes.problem}>
          <ProblemLine problem={turning.error} />
        </div>
      )}
    </li>
  );
}

const warningWords = {
  certificate_expired: m.my_warning_certificate_expired,
  certificate_expires_during_fair: m.my_warning_certificate_expires_during_fair,
};
