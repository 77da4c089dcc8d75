import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from './icons';
import { formatVnd } from '@phien/kernel';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { complaintOf } from '../core/till-context';
import ui from './ui.module.css';

/** Amounts as this person reads them. */
export function useVnd(): (amountVnd: number) => string {
  const { language } = useLanguage();
  return (amountVnd) => formatVnd(amountVnd, language);
}

const tones = {
  warn: { className: ui.warn, Icon: TriangleAlert },
  bad: { className: ui.bad, Icon: CircleAlert },
  info: { className: ui.info, Icon: Info },
  good: { className: ui.good, Icon: CircleCheck },
};

export function Note({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  const { className, Icon } = tones[tone];
  return (
    <div className={className}>
      <Icon size={18} aria-hidden />
      <div>{children}</div>
    </div>
  );
}

/** What went wrong and what is kept, read out at once; nothing without a failure. */
export function Complaint({ failure }: { failure: unknown }) {
  const { language } = useLanguage();
  const complaint = failure === null ? null : complaintOf(failure, language);
  return (
    <div role="alert">
      {complaint && (
        <Note tone="bad">
          {complaint.sentence}
          <span className={ui.code}>{m.error_code({ code: complaint.code })}</span>
        </Note>
      )}
    </div>
  );
}
