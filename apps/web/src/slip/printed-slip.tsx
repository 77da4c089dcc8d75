import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print.css';
import { Slip } from './slip';
import type { SlipContent } from './slip.rules';

const pxPerMm = 96 / 25.4;

/**
 * Paper as the printer gets it: alone on one page as wide as the roll and as long as what stands on
 * it, so that a roll is cut once. Nothing of it is seen on the screen.
 */
export function PrintedPaper({ widthMm, children }: { widthMm: 58 | 80; children: ReactNode }) {
  useEffect(() => {
    const page = document.createElement('style');
    const measure = () => {
      const paper = document.querySelector('.printedSlip > *');
      const heightMm = Math.ceil((paper?.scrollHeight ?? 0) / pxPerMm) + 4;
      page.textContent = `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`;
    };
    measure();
    document.head.append(page);
    window.addEventListener('beforeprint', measure);
    return () => {
      window.removeEventListener('beforeprint', measure);
      page.remove();
    };
  }, [children, widthMm]);
  return createPortal(
    <div className="printedSlip" aria-hidden>
      {children}
    </div>,
    document.body,
  );
}

export function PrintedSlip({ content, widthMm }: { content: SlipContent; widthMm: 58 | 80 }) {
  return (
    <PrintedPaper widthMm={widthMm}>
      <Slip content={content} widthMm={widthMm} />
    </PrintedPaper>
  );
}
