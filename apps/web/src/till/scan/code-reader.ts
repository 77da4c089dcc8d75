/** Reads the barcodes that a picture of the camera shows. */
export type CodeReader = (picture: HTMLVideoElement) => Promise<string[]>;

interface NativeDetector {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

const retail = ['ean_13', 'ean_8', 'upc_a', 'upc_e'];

async function nativeClass(): Promise<NativeDetectorClass | null> {
  const { BarcodeDetector } = window as { BarcodeDetector?: NativeDetectorClass };
  if (!BarcodeDetector) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  return retail.every((format) => formats.includes(format)) ? BarcodeDetector : null;
}

/** What this browser reads codes with: its own detector, else ours, which comes when it is needed. */
export async function openCodeReader(): Promise<CodeReader> {
  const Detector = await nativeClass();
  if (!Detector) return (await import('./wasm-reader')).wasmReader;
  const detector = new Detector({ formats: retail });
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

/**
 * Has the worker keep the half megabyte that our own detector needs, behind everything else; a
 * browser with one of its own never fetches it.
 */
export async function keepCodeReader(): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.mediaDevices || (await nativeClass())) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage('keep the code reader');
}
