import { LanguageChoice } from '../../ui/language-choice';
import { Mark } from '../../ui/mark';
import { m } from '../../paraglide/messages.js';
import { Note } from '../ui/parts';
import ui from '../ui/ui.module.css';

/** Where a till cannot be: on an address without encryption, or in a browser that keeps nothing. */
export function CannotSell({ because }: { because: 'address' | 'storage' }) {
  return (
    <main className={`${ui.page} ${ui.stack}`}>
      <div className={ui.between}>
        <Mark size={44} />
        <LanguageChoice />
      </div>
      <h1 className={ui.heading}>{m.till_cannot_title()}</h1>
      {because === 'address' ? (
        <>
          <Note tone="bad">{m.till_cannot_address({ address: location.origin })}</Note>
          <p>{m.till_cannot_address_do()}</p>
        </>
      ) : (
        <>
          <Note tone="bad">{m.till_cannot_storage()}</Note>
          <p>{m.till_cannot_storage_do()}</p>
        </>
      )}
    </main>
  );
}
