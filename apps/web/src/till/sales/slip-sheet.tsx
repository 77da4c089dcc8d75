import { Printer } from '../ui/icons';
import type { TillDocument } from '@phien/till';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { PrintedSlip } from '../../slip/printed-slip';
import { Slip } from '../../slip/slip';
import { slipLink, slipOf } from '../../slip/slip.rules';
import { useSellingTill } from '../core/till-context';
import { PaperWidth } from '../ui/paper-width';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import classes from './sales.module.css';

/** The slip as it will be printed, at the width of the paper; the width is remembered. */
export function SlipSheet({ document, onClose }: { document: TillDocument; onClose: () => void }) {
  const { state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const { fair, registerName, exhibitorName, taxCode } = catalogue;
  const saleId = document.kind === 'sale' ? document.id : document.originalId;
  const content = slipOf(document, {
    fairName: language === 'vi' ? fair.nameVi : fair.nameEn,
    isDemo: fair.isDemo,
    timeZone: fair.timeZone,
    exhibitorName,
    taxCode,
    registerName,
    link: saleId === null ? null : slipLink(location.origin, document.fairId, saleId),
  });
  return (
    <Sheet
      title={m.till_print_slip()}
      onClose={onClose}
      foot={
        <button type="button" className={ui.main} onClick={() => window.print()}>
          <Printer size={20} aria-hidden />
          {m.till_print()}
        </button>
      }
    >
      <div className={ui.stack}>
        <PaperWidth />
        <div className={classes.paper}>
          <Slip content={content} widthMm={state.slipWidthMm} />
        </div>
      </div>
      <PrintedSlip content={content} widthMm={state.slipWidthMm} />
    </Sheet>
  );
}
