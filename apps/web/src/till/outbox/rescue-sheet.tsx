import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { Complaint, Note } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';

/** For a phone that will not connect again: all it sold as one file, to be brought to the organizer. */
export function RescueSheet({ onClose }: { onClose: () => void }) {
  const { till, catalogue } = useSellingTill();
  const [written, setWritten] = useState<'file' | 'nothing' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const write = async () => {
    setFailure(null);
    try {
      const file = await till.rescueFile();
      if (file.deliveries.length === 0) return setWritten('nothing');
      const day = file.madeAt.slice(0, 16).replace(/\D/g, '');
      save(JSON.stringify(file), `phien-cuu-ho-${catalogue.registerName}-${day}.json`);
      setWritten('file');
    } catch (refused) {
      setFailure(refused);
    }
  };
  return (
    <Sheet title={m.till_rescue_title()} onClose={onClose}>
      <div className={ui.stack}>
        <p>{m.till_rescue_what()}</p>
        <p className={ui.muted}>{m.till_rescue_stays()}</p>
        <button type="button" className={`${ui.main} ${ui.big}`} onClick={() => void write()}>
          {m.till_rescue_go()}
        </button>
        <div aria-live="polite">
          {written === 'file' && <Note tone="good">{m.till_rescue_done()}</Note>}
          {written === 'nothing' && <Note tone="info">{m.till_rescue_nothing()}</Note>}
        </div>
        <Complaint failure={failure} />
      </div>
    </Sheet>
  );
}

/* Into the phone's own folder, without a network. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[^\w.-]+/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
