import { useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { encode } from 'uqr';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './people.module.css';

interface LinkCardProps {
  /** Path with the secret behind its `#`. */
  path: string;
  /** For whom, and until when. */
  text: string;
}

/** A one-time link, shown this once: to copy, or for the other's camera. */
export function LinkCard({ path, text }: LinkCardProps) {
  const link = `${window.location.origin}${path}`;
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={classes.link}>
      <p>{text}</p>
      <div className={classes.linkRow}>
        <input
          className={classes.linkText}
          readOnly
          value={link}
          aria-label={m.people_link()}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" className={buttons.main} onClick={() => void copy()}>
          {isCopied ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
          {isCopied ? m.people_copied() : m.people_copy()}
        </button>
      </div>
      <span className="onlyForReaders" aria-live="polite">
        {isCopied && m.people_copied()}
      </span>
      <QrPicture text={link} label={m.people_link_qr()} />
      <p className={classes.quiet}>{m.people_link_once()}</p>
    </div>
  );
}

/* Dark on white in dark colours as well: cameras expect it. */
function QrPicture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
