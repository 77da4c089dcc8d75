import { useId } from 'react';
import type { ReactNode } from 'react';
import { Download } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { saveCsv } from '../ui/save-file';
import classes from './compare-screen.module.css';

export function CsvButton({ name, csv }: { name: string; csv: () => string }) {
  return (
    <button type="button" className={buttons.button} onClick={() => saveCsv(name, csv())}>
      <Download size={16} aria-hidden />
      {m.compare_csv()}
    </button>
  );
}

export function Card({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.cardTitle}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
