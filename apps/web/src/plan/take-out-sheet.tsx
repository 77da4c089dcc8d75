import { Download, Printer } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { Sheet } from '../ui/sheet';
import { boothPaperAddress } from './plan-requests';
import classes from './take-out-sheet.module.css';

const files = [
  { file: 'signs.pdf', name: m.take_signs },
  { file: 'badges.pdf', name: m.take_badges },
  { file: 'list.pdf', name: m.take_list_pdf },
  { file: 'list.xlsx', name: m.take_list_xlsx },
  { file: 'list.csv', name: m.take_list_csv },
] as const;

/** Everything that is printed or taken out of the plan. */
export function TakeOutSheet({ fairId, onClose }: { fairId: string; onClose: () => void }) {
  const { language } = useLanguage();
  return (
    <Sheet title={m.take_out()} onClose={onClose}>
      <div className={classes.body}>
        <p className={classes.quiet}>{m.take_out_text()}</p>
        <button
          type="button"
          className={buttons.button}
          onClick={() => {
            onClose();
            requestAnimationFrame(() => window.print());
          }}
        >
          <Printer size={18} aria-hidden />
          {m.take_plan()}
        </button>
        {files.map(({ file, name }) => (
          <a
            key={file}
            className={buttons.button}
            href={boothPaperAddress(fairId, file, language)}
            download
          >
            <Download size={18} aria-hidden />
            {name()}
          </a>
        ))}
      </div>
    </Sheet>
  );
}
