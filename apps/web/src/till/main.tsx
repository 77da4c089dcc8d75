import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import './till.css';
import { LanguageProvider } from '../i18n/language';
import { Till } from './core/till';
import { TillContext } from './core/till-context';
import { TillApp } from './till-app';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);

/* Keys, locks and a lasting database exist on https and localhost only. */
const isSafePlace = window.isSecureContext && 'locks' in navigator && 'indexedDB' in window;

function draw(content: React.ReactNode): void {
  page.render(
    <StrictMode>
      <LanguageProvider>{content}</LanguageProvider>
    </StrictMode>,
  );
}

async function cannotSell(because: 'address' | 'storage'): Promise<void> {
  const { CannotSell } = await import('./enrol/cannot-sell');
  draw(<CannotSell because={because} />);
}

if (!isSafePlace) {
  void cannotSell('address');
} else {
  Till.open().then(
    (till) =>
      draw(
        <TillContext value={till}>
          <TillApp />
        </TillContext>,
      ),
    () => cannotSell('storage'),
  );
}
