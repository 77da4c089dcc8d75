import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PenLine, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import classes from './signing.module.css';
import { signaturesQuery, type Signature } from './sign-requests';
import { signingOf } from './sign.rules';

interface SigningLineProps {
  fair: { id: string; timeZone: string };
  day: string;
  /** The latest of the day; null before the first. */
  revision: number | null;
}

/** How the signing of a day stands, in a line: signed by whom and when, not yet, or no more. */
export function SigningLine({ fair, day, revision }: SigningLineProps) {
  const { language } = useLanguage();
  const signatures = useQuery(signaturesQuery(fair.id));
  const signing = signatures.data && signingOf(signatures.data, { day, revision });
  if (!signing) return null;
  const { state } = signing;
  const Icon = state === 'signed' ? ShieldCheck : state === 'unsigned' ? PenLine : TriangleAlert;
  return (
    <span className={`${classes.line} ${classes[state]}`} data-testid={`signing-${day}`}>
      <Icon size={16} aria-hidden />
      <span>
        {state === 'signed' && signedWords(signing.signatures, fair.timeZone, language)}
        {state === 'unsigned' && m.sign_not_yet()}
        {state === 'newer_unsigned' &&
          m.sign_newer_unsigned({ signed: signing.signedRevision, revision: revision ?? 0 })}
      </span>
    </span>
  );
}

function signedWords(
  signatures: readonly Signature[],
  timeZone: string,
  language: 'vi' | 'en',
): string {
  return signatures
    .map(({ signerName, signedAt }) =>
      m.sign_signed_by({ name: signerName, time: formatDateTime(signedAt, timeZone, language) }),
    )
    .join('; ');
}

interface RevisionSignaturesProps {
  fair: { id: string; timeZone: string };
  closing: { day: string; revision: number; hash: string };
  /** Null for whoever signs nothing here, and once the caller has signed. */
  onSign: (() => void) | null;
}

/** Who signed one revision; and signing it, for whoever may. */
export function RevisionSignatures({ fair, closing, onSign }: RevisionSignaturesProps) {
  const { language } = useLanguage();
  const signatures = useQuery(signaturesQuery(fair.id));
  const its = signatures.data?.filter(
    ({ day, revision }) => day === closing.day && revision === closing.revision,
  );
  if (its === undefined) return null;
  const isYours = its.some((signature) => signature.isYours);
  return (
    <div className={classes.revision} data-testid={`signatures-${closing.revision}`}>
      {its.length === 0 ? (
        <p className={classes.none}>{m.sign_revision_unsigned()}</p>
      ) : (
        <ul>
          {its.map((signature) => (
            <li key={`${signature.signerName} ${signature.signedAt}`} className={classes.signed}>
              <ShieldCheck size={18} aria-hidden />
              <span>
                {signedWords([signature], fair.timeZone, language)}
                {signature.exception !== null && (
                  <span className={classes.exception}>
                    {m.sign_exception_is({ exception: signature.exception })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {onSign !== null && !isYours && (
        <button type="button" className={classes.sign} onClick={onSign}>
          <PenLine size={18} aria-hidden />
          {m.sign_open()}
        </button>
      )}
    </div>
  );
}

/** To the account's own page, where a phone for codes is set up. */
export const ToSecondFactor = () => (
  <Link to="/account" className={classes.toAccount}>
    {m.sign_set_up_phone()}
  </Link>
);
