import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import './print.css';
import { Slip } from './slip';
import type { SlipContent } from './slip.rules';

const pxPerMm = 96 / 25.4;

/**
 * The slip as the printer gets it: alone on one page as wide as the paper and as long as the slip,
 * so that a roll is cut once. Nothing of it is seen on the screen.
 */
export function PrintedSlip({ content, widthMm }: { content: SlipContent; widthMm: 58 | 80 }) {
  useEffect(() => {
    const page = document.createElement('style');
    const measure = () => {
      const slip = document.querySelector('.printedSlip > *');
      const heightMm = Math.ceil((slip?.scrollHeight ?? 0) / pxPerMm) + 4;
      page.textContent = `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`;
    };
    measure();
    document.head.append(page);
    window.addEventListener('beforeprint', measure);
    return () => {
      window.removeEventListener('beforeprint', measure);
      page.remove();
    };
  }, [content, widthMm]);
  return createPortal(
    <div className="printedSlip" aria-hidden>
      <Slip content={content} widthMm={widthMm} />
    </div>,
    document.body,
  );
}
