import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { boothsIn } from './booths-in.rules';
import { sumsQuery } from './delegation-requests';

interface DelegationLineProps {
  fairId: string;
  delegationId: string;
  className?: string;
}

/** Beside what is about to be given: what the exhibitor's delegation was promised, got and has left. */
export function DelegationLine({ fairId, delegationId, className }: DelegationLineProps) {
  const { language } = useLanguage();
  const { data } = useQuery(sumsQuery(fairId));
  const row = data?.rows.find((each) => each.delegationId === delegationId);
  if (!row) return null;
  const name = (language === 'vi' ? row.nameVi : row.nameEn) ?? '';
  const given = boothsIn(row.givenSixths);
  return (
    <p className={className} data-testid="delegation-line">
      {row.quota === null || row.quotaLeftSixths === null
        ? m.deleg_plan_line_open({ name, given })
        : m.deleg_plan_line({
            name,
            given,
            quota: formatCount(row.quota, language),
            left: boothsIn(row.quotaLeftSixths),
          })}
    </p>
  );
}
