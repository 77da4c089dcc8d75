import { createContext, use, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '@phien/kernel';
import { getLocale, remember, speakHere } from './spoken-language';

interface Speaking {
  language: Language;
  speak: (language: Language) => void;
}

const LanguageContext = createContext<Speaking | null>(null);

/** Remembers the language on this device; everything below is drawn anew when it changes. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(getLocale);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (next: Language) => {
    remember(next);
    setLanguage(next);
  };
  return (
    <LanguageContext value={{ language, speak }}>
      <Redrawn key={language}>{children}</Redrawn>
    </LanguageContext>
  );
}

/** Everything below speaks one language, whatever was chosen on this device. */
export function SpokenIn({ language, children }: { language: Language; children: ReactNode }) {
  speakHere(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={{ language, speak: () => undefined }}>
      <Redrawn key={language}>{children}</Redrawn>
    </LanguageContext>
  );
}

/* Messages read the language when they are called, so a memoised part would keep the old one. */
const Redrawn = ({ children }: { children: ReactNode }) => children;

export function useLanguage(): Speaking {
  const speaking = use(LanguageContext);
  if (speaking === null) throw new Error('useLanguage outside of LanguageProvider');
  return speaking;
}
