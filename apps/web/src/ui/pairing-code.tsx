import { useEffect, useState } from 'react';
import { RefreshCw } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from './buttons.module.css';
import classes from './pairing-code.module.css';
import { pairingAddress, timeLeft } from './pairing-code.rules';
import { QrPicture } from './qr-picture';

interface PairingCodeProps {
  code: string;
  /** On the page's own clock, which nobody sets. */
  endsAt: number;
  onAgain: () => void;
}

/** A one-time code for a phone, as a QR code and as letters, and how long it still lives. */
export function PairingCode({ code, endsAt, onAgain }: PairingCodeProps) {
  const [leftMs, setLeft] = useState(() => endsAt - performance.now());
  useEffect(() => {
    const tick = setInterval(() => setLeft(endsAt - performance.now()), 1_000);
    return () => clearInterval(tick);
  }, [endsAt]);
  const address = pairingAddress(location.origin, code);
  if (leftMs <= 0) {
    return (
      <>
        <p className={classes.warn} role="alert">
          {m.my_pair_expired()}
        </p>
        <button type="button" className={buttons.main} onClick={onAgain}>
          <RefreshCw size={18} aria-hidden />
          {m.my_pair_new_code()}
        </button>
      </>
    );
  }
  return (
    <>
      <p>{m.my_pair_step()}</p>
      <QrPicture text={address} label={m.my_pair_qr({ code })} />
      <p>{m.my_pair_or_type({ address: `${location.host}/till/` })}</p>
      <p className={classes.code} data-testid="pairing-code">
        {code}
      </p>
      <p className={classes.left} aria-hidden>
        {m.my_pair_left({ time: timeLeft(leftMs) })}
      </p>
      <p className="onlyForReaders" role="timer">
        {m.my_pair_left_spoken({ minutes: Math.ceil(leftMs / 60_000) })}
      </p>
      <a href={address} className={buttons.button}>
        {m.my_pair_here()}
      </a>
    </>
  );
}
