import { useEffect, useRef, useState } from 'react';
import { Camera, ImageOff, ImagePlus } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './photo-choice.module.css';
import { makeSmall } from './small-photo';
import type { SmallPhoto } from './small-photo';

/** What is to become of a product's photo: it stays, goes, or another one comes. */
export type PhotoWish = 'stays' | 'goes' | SmallPhoto;

interface PhotoChoiceProps {
  /** Address of the photo that the product has. */
  kept: string | null;
  wish: PhotoWish;
  error: string | null;
  onWish: (wish: PhotoWish) => void;
}

/** A photo from the camera or the gallery, made small before anything is sent. */
export function PhotoChoice({ kept, wish, error, onWish }: PhotoChoiceProps) {
  const { language } = useLanguage();
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'ready' | 'shrinking' | 'failed'>('ready');
  const chosen = typeof wish === 'object' ? wish : null;
  const shown = chosen?.url ?? (wish === 'stays' ? kept : null);
  useEffect(() => (chosen ? () => URL.revokeObjectURL(chosen.url) : undefined), [chosen]);

  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    setState('shrinking');
    try {
      onWish(await makeSmall(file));
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  const words =
    state === 'shrinking'
      ? m.my_form_photo_shrinking()
      : chosen
        ? m.my_form_photo_ready({
            size: formatCount(Math.ceil(chosen.byteCount / 1_000), language),
          })
        : m.my_form_photo_hint();
  const failed = state === 'failed' ? m.my_form_photo_failed() : error;
  return (
    <div className={classes.choice} role="group" aria-label={m.my_form_photo()}>
      <PhotoFrame src={shown} alt={m.my_form_photo()} isLarge />
      <div className={classes.words}>
        <div className={classes.buttons}>
          <button type="button" className={buttons.button} onClick={() => camera.current?.click()}>
            <Camera size={18} aria-hidden />
            {m.my_form_photo_take()}
          </button>
          <button type="button" className={buttons.button} onClick={() => gallery.current?.click()}>
            <ImagePlus size={18} aria-hidden />
            {m.my_form_photo_choose()}
          </button>
          {shown && (
            <button type="button" className={buttons.quiet} onClick={() => onWish('goes')}>
              <ImageOff size={16} aria-hidden />
              {m.my_form_photo_remove()}
            </button>
          )}
        </div>
        <p className={failed ? classes.failed : classes.hint} aria-live="polite">
          {failed ?? words}
        </p>
      </div>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => void take(event.currentTarget)}
      />
      <input
        ref={gallery}
        type="file"
        accept="image/*"
        hidden
        data-testid="photo-file"
        onChange={(event) => void take(event.currentTarget)}
      />
    </div>
  );
}

/** A photo in a square, or the place for one. */
export function PhotoFrame({
  src,
  alt,
  isLarge = false,
}: {
  src: string | null;
  alt: string;
  isLarge?: boolean;
}) {
  return (
    <span className={`${classes.frame} ${isLarge ? classes.large : ''}`}>
      {src === null ? (
        <ImagePlus size={isLarge ? 28 : 20} aria-hidden />
      ) : (
        <img src={src} alt={alt} loading="lazy" decoding="async" />
      )}
    </span>
  );
}
