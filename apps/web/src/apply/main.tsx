import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/scheme';
import { LanguageProvider } from '../i18n/language';
import { ApplyPage } from './apply-page';

const root = document.getElementById('root');
if (!root) throw new Error('apply/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <ApplyPage />
    </LanguageProvider>
  </StrictMode>,
);
