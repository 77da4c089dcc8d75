import { CircleCheck, CircleDashed } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount, formatShare } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import classes from './certificate.module.css';
import type { Figures } from './suggest-requests';
import { formatPoints, termWords } from './suggest-words';
import { TERMS, gapOf } from './suggest.rules';

interface CertificateProps {
  figures: Figures;
  fewestMoves: boolean;
}

/** What is proven of a plan, a line each, and what its points are made of. */
export function Certificate({ figures, fewestMoves }: CertificateProps) {
  const { language } = useLanguage();
  const { points, bound, wishesPoints, wishesBound, wishesProven, isLocalOptimum } = figures;
  const { moves, movesBound } = figures;
  const wishes = gapOf(wishesPoints, wishesBound);
  const whole = gapOf(points, bound);
  const terms = TERMS.filter((name) => figures.terms[name] !== 0);
  const share = (gap: number) => formatShare(gap, language);
  const movesLine = {
    isProven: movesBound !== null,
    said:
      movesBound === null
        ? m.suggest_cert_moves_none()
        : movesBound === moves
          ? m.suggest_cert_moves({ count: formatCount(moves, language) })
          : m.suggest_cert_moves_least({ count: formatCount(movesBound, language) }),
  };
  const lines = [
    ...(fewestMoves && moves !== null ? [movesLine] : []),
    {
      isProven: wishes !== null,
      said:
        wishes === null
          ? m.suggest_cert_wishes_none()
          : wishes === 0
            ? m.suggest_cert_wishes_best()
            : wishesBound === 0 && wishesProven
              ? m.suggest_cert_wishes_all()
              : m.suggest_cert_wishes({ gap: share(wishes) }),
    },
    {
      isProven: whole !== null,
      said:
        whole === null
          ? m.suggest_cert_whole_none()
          : whole === 0
            ? m.suggest_cert_whole_best()
            : m.suggest_cert_whole({ gap: share(whole) }),
    },
    {
      isProven: isLocalOptimum,
      said: isLocalOptimum ? m.suggest_cert_exchange() : m.suggest_cert_exchange_none(),
    },
  ];
  return (
    <section className={classes.part}>
      <h2>{m.suggest_cert()}</h2>
      <ul className={classes.lines} data-testid="certificate">
        {lines.map(({ isProven, said }) => (
          <li key={said} data-proven={isProven}>
            {isProven ? (
              <CircleCheck size={20} aria-hidden />
            ) : (
              <CircleDashed size={20} aria-hidden />
            )}
            <span>{said}</span>
          </li>
        ))}
      </ul>
      <details className={classes.more}>
        <summary>{m.suggest_cert_what()}</summary>
        <p>{m.suggest_cert_what_rules()}</p>
        <p>{m.suggest_cert_what_wishes()}</p>
        <p>{m.suggest_cert_what_whole()}</p>
        <p>{m.suggest_cert_what_exchange()}</p>
        {fewestMoves && <p>{m.suggest_cert_what_moves()}</p>}
      </details>
      {terms.length > 0 && (
        <table className={classes.terms}>
          <caption>{m.suggest_terms()}</caption>
          <tbody>
            {terms.map((name) => (
              <tr key={name}>
                <th scope="row">{termWords[name]()}</th>
                <td>{formatPoints(figures.terms[name], language)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{m.suggest_terms_total()}</th>
              <td>{formatPoints(points, language)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
}
