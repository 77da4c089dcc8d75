import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/scheme';
import { LanguageProvider } from '../i18n/language';
import { DeclarePage } from './declare-page';

const root = document.getElementById('root');
if (!root) throw new Error('declare/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <DeclarePage />
    </LanguageProvider>
  </StrictMode>,
);
