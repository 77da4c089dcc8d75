import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../till/till.css';
import '../ui/scheme';
import { LanguageProvider } from '../i18n/language';
import { SlipPage } from './slip-page';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <SlipPage />
    </LanguageProvider>
  </StrictMode>,
);
