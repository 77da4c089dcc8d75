import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import { LanguageProvider } from '../i18n/language';
import { keepPages } from '../ui/keep-pages';
import { GatePage } from './gate-page';

const root = document.getElementById('root');
if (!root) throw new Error('gate/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <GatePage />
    </LanguageProvider>
  </StrictMode>,
);

/* Every tap is on the disk before it shows, so a page that nobody sees may be opened anew. */
const isPutAway = () => document.visibilityState === 'hidden';
const pages = keepPages('gate', isPutAway);
document.addEventListener('visibilitychange', () => pages.takeOver());
