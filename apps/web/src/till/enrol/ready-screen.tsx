import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { Note } from '../ui/parts';
import ui from '../ui/ui.module.css';
import classes from './enrol.module.css';
import { PagesNote, StorageNote, Warnings, WhoSees } from './what-is-kept';

/** Right after enrolling: which booth this is, what was fetched, and whether the phone will keep it. */
export function ReadyScreen({ onStart }: { onStart: () => void }) {
  const { catalogue } = useSellingTill();
  const { language } = useLanguage();
  const { fair, products, cashiers } = catalogue;
  return (
    <main className={`${ui.page} ${ui.stack}`}>
      <h1 className={ui.heading}>{m.till_ready_title()}</h1>
      <Note tone="good">{m.till_ready_goods({ count: products.length })}</Note>
      <dl className={classes.facts}>
        <div>
          <dt>{m.till_fair()}</dt>
          <dd>{language === 'vi' ? fair.nameVi : fair.nameEn}</dd>
        </div>
        <div>
          <dt>{m.till_exhibitor()}</dt>
          <dd>{catalogue.exhibitorName}</dd>
        </div>
        <div>
          <dt>{m.till_booth()}</dt>
          <dd>{catalogue.boothCode}</dd>
        </div>
        <div>
          <dt>{m.till_cashiers()}</dt>
          <dd>{cashiers.map(({ name }) => name).join(', ') || m.till_cashiers_none()}</dd>
        </div>
      </dl>
      <PagesNote />
      <StorageNote />
      <Warnings />
      <WhoSees />
      <button type="button" className={`${ui.main} ${ui.big}`} onClick={onStart}>
        {m.till_ready_start()}
      </button>
    </main>
  );
}
