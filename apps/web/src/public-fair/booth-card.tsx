import { boothPath } from '@phien/kernel';
import { useEffect, useId, useRef, useState } from 'react';
import { Heart, MapPin, Share2, X } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { useLatePart } from '../ui/late-part';
import classes from './booth-card.module.css';
import { nearestGate } from './way.rules';
import { certificateWords, starWords, whoWords } from './words';
import type { PublicExhibitor, PublicPlan, PublicProduct, Stand } from './public-plan';

interface BoothCardProps {
  plan: PublicPlan;
  stand: Stand;
  today: string;
  isFavourite: boolean;
  onFavourite: () => void;
  /** Shows the booth on the plan. */
  onWay: () => void;
  onClose: () => void;
}

/**
 * Everything about one booth: over the lower half of the plan on a phone, beside it on a desk. The
 * plan goes on beneath it, so it is no window that holds the focus; it takes it when it opens, and
 * gives it back.
 */
export function BoothCard(props: BoothCardProps) {
  const { plan, stand, today, isFavourite, onFavourite, onWay, onClose } = props;
  const { language } = useLanguage();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => title.current?.focus({ preventScroll: true }), [stand.code]);
  const zone = stand.zone && (language === 'vi' ? stand.zone.nameVi : stand.zone.nameEn);
  const way = nearestGate(plan.features, stand);
  return (
    <section
      className={classes.card}
      role="dialog"
      aria-labelledby={titleId}
      data-testid="booth-card"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={classes.head}>
        <div>
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {m.fair_in_booth({ code: stand.code })}
          </h2>
          {zone && <p className={classes.quiet}>{zone}</p>}
        </div>
        <button
          type="button"
          className={classes.icon}
          aria-pressed={isFavourite}
          aria-label={isFavourite ? m.fair_card_saved() : m.fair_card_save()}
          onClick={onFavourite}
        >
          <Heart size={22} fill={isFavourite ? 'currentColor' : 'none'} aria-hidden />
        </button>
        <button
          type="button"
          className={classes.icon}
          aria-label={m.fair_card_close()}
          onClick={onClose}
        >
          <X size={22} aria-hidden />
        </button>
      </header>
      <div className={classes.body}>
        {way && (
          <p className={classes.way}>
            {m.fair_card_nearest({
              gate: language === 'vi' ? way.gate.nameVi : way.gate.nameEn,
              metres: way.metres,
            })}
          </p>
        )}
        <div className={classes.deeds}>
          <button type="button" className={classes.deed} onClick={onWay}>
            <MapPin size={18} aria-hidden />
            {m.fair_card_way()}
          </button>
          <ShareButton key={stand.code} plan={plan} stand={stand} />
        </div>
        {stand.holders.length === 0 && <p className={classes.quiet}>{m.fair_booth_free()}</p>}
        {stand.holders.map((exhibitor, at) => (
          <Holder key={at} exhibitor={exhibitor} plan={plan} today={today} />
        ))}
        <BoothQr key={stand.code} plan={plan} stand={stand} />
      </div>
    </section>
  );
}

interface HolderProps {
  exhibitor: PublicExhibitor;
  plan: PublicPlan;
  today: string;
}

function Holder({ exhibitor, plan, today }: HolderProps) {
  const { language } = useLanguage();
  const { name, products } = exhibitor;
  return (
    <article className={classes.holder}>
      <h3 dir="auto">{name}</h3>
      <p className={classes.quiet}>{whoWords(exhibitor, language)}</p>
      {products.length === 0 ? (
        <p className={classes.quiet}>{m.fair_card_no_products()}</p>
      ) : (
        <ul className={classes.products} aria-label={m.fair_card_products()}>
          {products.map((product, at) => (
            <Product key={at} product={product} plan={plan} today={today} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Product({
  product,
  plan,
  today,
}: {
  product: PublicProduct;
  plan: PublicPlan;
  today: string;
}) {
  const { language } = useLanguage();
  const { name, classCode, photo, traceUrl } = product;
  const of = plan.classes.find(({ code }) => code === classCode);
  const stars = starWords(product);
  const certificate = certificateWords(product, today);
  return (
    <li className={classes.product}>
      {photo !== null && (
        <img src={photo} alt="" width={56} height={56} loading="lazy" decoding="async" />
      )}
      <div>
        <p className={classes.name} dir="auto">
          {name}
        </p>
        {stars && (
          <p className={classes.stars}>
            <span aria-hidden>{'★'.repeat(product.star ?? 0)}</span> {stars}
          </p>
        )}
        {of && <p className={classes.quiet}>{language === 'vi' ? of.nameVi : of.nameEn}</p>}
        {certificate && <p className={classes.quiet}>{certificate}</p>}
        {traceUrl !== null && (
          <a href={traceUrl} target="_blank" rel="noopener noreferrer nofollow">
            {m.fair_card_trace()}
          </a>
        )}
      </div>
    </li>
  );
}

type OfBooth = Pick<BoothCardProps, 'plan' | 'stand'>;

const linkOf = ({ plan, stand }: OfBooth) =>
  `${location.origin}${boothPath(plan.code, stand.code)}`;

function ShareButton(booth: OfBooth) {
  const { language } = useLanguage();
  const { plan, stand } = booth;
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    const url = linkOf(booth);
    const title = `${m.fair_in_booth({ code: stand.code })} · ${language === 'vi' ? plan.nameVi : plan.nameEn}`;
    try {
      if (typeof navigator.share === 'function') await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setCopied(true);
      }
    } catch {
      // Nobody was chosen to share it with, or the browser keeps its clipboard to itself.
    }
  };
  return (
    <button type="button" className={classes.deed} onClick={() => void share()}>
      <Share2 size={18} aria-hidden />
      <span aria-live="polite">{isCopied ? m.fair_card_copied() : m.fair_card_share()}</span>
    </button>
  );
}

const loadQr = () => import('../ui/qr-picture');

function BoothQr(booth: OfBooth) {
  const [isOpen, setOpen] = useState(false);
  const part = useLatePart(loadQr, isOpen ? 0 : null);
  const link = linkOf(booth);
  return (
    <details className={classes.qr} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.fair_card_qr()}</summary>
      {part && (
        <part.QrPicture text={link} label={m.fair_card_qr_label({ code: booth.stand.code })} />
      )}
      <p className={classes.link}>{link}</p>
    </details>
  );
}
