import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/scheme';
import { LanguageProvider } from '../i18n/language';
import { keepPages } from '../ui/keep-pages';
import { PublicFair } from './public-fair';

const root = document.getElementById('root');
if (!root) throw new Error('f/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <PublicFair />
    </LanguageProvider>
  </StrictMode>,
);

/* What is chosen stands in the address, so a page that nobody looks at may be opened anew. */
const isPutAway = () => document.visibilityState === 'hidden';
const pages = keepPages('f', isPutAway);
document.addEventListener('visibilitychange', () => pages.takeOver());
