import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { Check, Copy } from 'lucide-react';
import type { WholeFair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { RevisionSignatures } from '../sign/signing-line';
import buttons from '../ui/buttons.module.css';
import { Difference } from './difference';
import { FigureGrid } from './figure-grid';
import { Files } from './files';
import { Missing } from './missing';
import { reasonWords } from './reason-words';
import { filesOf, shortHash } from './reports.rules';
import type { Closing, ReportFile } from './reports-requests';
import classes from './revision-card.module.css';
import { RevisionChip } from './state-chip';

interface RevisionCardProps {
  closing: Closing;
  fair: WholeFair;
  /** Null until they are known. */
  files: ReportFile[] | null;
  filesProblem: Error | null;
  isOrganizer: boolean;
  /** Null for whoever signs nothing here, and under a revision that is not the latest. */
  onSign: (() => void) | null;
}

/** A revision as it was frozen: who, why, its figures, what it adds, its hash and its files. */
export function RevisionCard(props: RevisionCardProps) {
  const { closing, fair, files, filesProblem, isOrganizer, onSign } = props;
  const { language } = useLanguage();
  const { revision, difference, headCount: heads, signedHeadCount: signed } = closing;
  const titleId = `revision-${revision}`;
  return (
    <section
      className={classes.card}
      aria-labelledby={titleId}
      data-testid={`revision-${revision}`}
    >
      <header className={classes.head}>
        <h3 id={titleId}>{m.reports_revision({ revision })}</h3>
        <RevisionChip isComplete={closing.isComplete} />
        <p className={classes.who}>
          {[
            m.reports_closed_at({
              time: formatDateTime(closing.closedAt, fair.timeZone, language),
            }),
            closing.closedByName === null
              ? m.reports_by_itself()
              : m.reports_by_person({ name: closing.closedByName }),
            m.reports_reason_is({ reason: reasonWords(closing.reason) }),
          ].join(' · ')}
        </p>
      </header>
      <RevisionSignatures fair={fair} closing={closing} onSign={onSign} />
      <FigureGrid figures={closing} />
      <Missing coverage={closing} />
      {difference !== null && <Difference difference={difference} />}
      <Zones closing={closing} />
      <Files
        fair={fair}
        files={files && filesOf(files, closing)}
        problem={filesProblem}
        isOrganizer={isOrganizer}
      />
      <Hash hash={closing.hash} note={m.reports_signed_heads({ signed, heads })} />
    </section>
  );
}

function Zones({ closing }: { closing: Closing }) {
  const { language } = useLanguage();
  return (
    <details className={classes.zones}>
      <summary>{m.reports_zones()}</summary>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={m.reports_zones()}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{m.reports_zone()}</th>
              <th scope="col" className={classes.number}>
                {m.reports_booths_heard()}
              </th>
              <th scope="col" className={classes.number}>
                {m.reports_sales()}
              </th>
              <th scope="col" className={classes.number}>
                {m.reports_revenue()}
              </th>
            </tr>
          </thead>
          <tbody>
            {closing.zones.map((zone) => (
              <tr key={zone.code}>
                <td>
                  {zone.code} · {language === 'vi' ? zone.nameVi : zone.nameEn}
                </td>
                <td className={classes.number}>
                  {m.reports_heard_of({ heard: zone.boothsHeard, allocated: zone.boothsAllocated })}
                </td>
                <td className={classes.number}>{formatCount(zone.salesCount, language)}</td>
                <td className={classes.number}>{formatVnd(zone.revenueVnd, language)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{m.total()}</td>
              <td className={classes.number}>
                {m.reports_heard_of({
                  heard: closing.boothsHeard,
                  allocated: closing.boothsAllocated,
                })}
              </td>
              <td className={classes.number}>{formatCount(closing.salesCount, language)}</td>
              <td className={classes.number}>
                {formatVnd(
                  closing.isDeclaredInZones ? closing.totalVnd : closing.measuredVnd,
                  language,
                )}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {!closing.isDeclaredInZones && <p>{m.reports_zones_measured()}</p>}
    </details>
  );
}

function Hash({ hash, note }: { hash: string; note: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={classes.hash}>
      <span title={m.reports_hash_meaning()}>{m.reports_hash()}</span>
      <code title={hash}>{shortHash(hash)}</code>
      <button
        type="button"
        className={buttons.quiet}
        onClick={() =>
          void navigator.clipboard.writeText(hash).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {isCopied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        <span aria-live="polite">{isCopied ? m.reports_copied() : m.reports_copy()}</span>
      </button>
      <a href={`/verify/#${hash}`} target="_blank" rel="noreferrer">
        {m.sign_look_up()}
      </a>
      <span>{note}</span>
    </div>
  );
}
