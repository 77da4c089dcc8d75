import { useQuery } from '@tanstack/react-query';
import { answered, client, present } from '../api/client';
import type { Board } from '../api/client';
import { useLanguage } from '../i18n/language';
import { formatClock } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { CalibrationLines } from '../ui/calibration-lines';
import { ErrorState } from '../ui/states';

/** How the visits of a board were counted, raw and calibrated, with the error. */
export function VisitsMethod({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { fairId, from, day } = board;
  const asked = useQuery({
    queryKey: ['calibration', fairId, from, day],
    queryFn: async () =>
      present(
        await answered(
          client.GET('/api/fairs/{fairId}/calibration', {
            params: { path: { fairId }, query: { from, day } },
          }),
        ),
      ),
    /* The board says the newest; this says how it was counted, and of when it is. */
    staleTime: 15_000,
  });
  if (asked.error) {
    return <ErrorState problem={asked.error} onRetry={() => void asked.refetch()} />;
  }
  if (!asked.data) return <p>…</p>;
  return (
    <>
      <CalibrationLines calibration={asked.data} />
      <p>{m.as_of({ time: formatClock(asked.data.asOf, board.fair.timeZone, language) })}</p>
    </>
  );
}
