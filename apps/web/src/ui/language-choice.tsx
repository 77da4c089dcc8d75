import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { Choice } from './choice';

export function LanguageChoice() {
  const { language, speak } = useLanguage();
  return (
    <Choice
      label={m.language()}
      value={language}
      options={[
        { value: 'vi', name: m.language_vi(), face: 'VI' },
        { value: 'en', name: m.language_en(), face: 'EN' },
      ]}
      onChoose={speak}
    />
  );
}
