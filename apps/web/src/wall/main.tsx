import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { keepPages } from '../ui/keep-pages';
import './wall.css';
import { WallPage } from './wall-page';

const root = document.getElementById('root');
if (!root) throw new Error('tv/index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <WallPage />
  </StrictMode>,
);

/* Nobody is in the middle of anything, and what is shown is on the disk: a newer page may come in. */
keepPages('tv', () => true);
