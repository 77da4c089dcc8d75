import { useEffect, useRef } from 'react';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import type { CatalogueItem } from '../keep/catalogue';
import { listenToScanner } from './listen-to-scanner';

interface ScannerEarProps {
  onFound: (product: CatalogueItem) => void;
  /** With what to say of a code that nothing bears. */
  onUnknown: (sentence: string) => void;
}

/** Hears a scanner that is plugged in, as long as the counter is open; draws nothing. */
export function ScannerEar({ onFound, onUnknown }: ScannerEarProps) {
  const { products } = useSellingTill().catalogue;
  const heard = {
    goods: products,
    onFound,
    onUnknown: (code: string) => onUnknown(m.till_scan_unknown({ code })),
  };
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  useEffect(() => listenToScanner(() => latest.current), []);
  return null;
}
