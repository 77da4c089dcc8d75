import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Fair, WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { fairQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { graceChoices } from './reports.rules';
import { daysQuery, setGrace } from './reports-requests';
import classes from './reports-controls.module.css';

interface ReportsControlsProps {
  fair: WholeFair;
  fairs: Fair[];
  isOrganizer: boolean;
  /** A phone shows one day whole: then the switches stay with the list. */
  isDayChosen: boolean;
}

/** Which fair, and when its days close themselves. */
export function ReportsControls({ fair, fairs, isOrganizer, isDayChosen }: ReportsControlsProps) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <h1 className={classes.title}>{m.reports_title()}</h1>
        {!isOrganizer && <p className={classes.note}>{m.reports_read_only()}</p>}
      </div>
      <div className={classes.controls} data-away={isDayChosen}>
        {fairs.length > 1 && (
          <label className={classes.control}>
            <span>{m.reports_fair()}</span>
            <select
              className={classes.select}
              value={fair.code}
              onChange={(event) =>
                void navigate({ to: '/reports', search: { fair: event.currentTarget.value } })
              }
            >
              {fairs.map((other) => (
                <option key={other.id} value={other.code}>
                  {language === 'vi' ? other.nameVi : other.nameEn}
                </option>
              ))}
            </select>
          </label>
        )}
        {isOrganizer && <Grace fair={fair} />}
      </div>
    </div>
  );
}

const graceWords = (minutes: number) =>
  minutes === 0 ? m.reports_grace_none() : m.reports_grace_minutes({ minutes });

function Grace({ fair }: { fair: WholeFair }) {
  const { language } = useLanguage();
  const saving = useMutation({
    mutationFn: (minutes: number) => setGrace(fair.id, minutes),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: fairQuery(fair.id).queryKey });
      await queryClient.invalidateQueries({ queryKey: daysQuery(fair.id).queryKey });
    },
  });
  const shown = saving.isPending ? saving.variables : fair.closingGraceMinutes;
  return (
    <div className={classes.grace}>
      <label className={classes.control}>
        <span>{m.reports_grace()}</span>
        <select
          className={classes.select}
          value={shown}
          disabled={saving.isPending}
          onChange={(event) => saving.mutate(Number(event.currentTarget.value))}
        >
          {graceChoices(fair.closingGraceMinutes).map((minutes) => (
            <option key={minutes} value={minutes}>
              {graceWords(minutes)}
            </option>
          ))}
        </select>
      </label>
      <p className={classes.said} role="status">
        {saving.isSuccess && m.reports_grace_saved({ grace: graceWords(saving.data.minutes) })}
        {saving.isError &&
          ((saving.error instanceof Problem && saving.error.sentence(language)) ||
            m.error_unreachable())}
      </p>
    </div>
  );
}
