import type { ReactNode } from 'react';
import { Check, TriangleAlert } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { Kit } from '../ui/kit';
import { Mark } from '../ui/mark';
import { SchemeChoice } from '../ui/scheme-choice';
import { BoothPicture } from './booth-picture';
import classes from './sign-in.module.css';

/** The frame of every page before one is signed in: what the product is, and one thing to do. */
export function Entrance({ children }: { children: ReactNode }) {
  return (
    <Kit>
      <div className={classes.page}>
        <aside className={classes.pitch} aria-label={m.app_tagline()}>
          <BoothPicture />
          <div className={classes.pitchText}>
            <p className={classes.pitchTitle}>{m.home_pitch_title()}</p>
            <ul className={classes.points}>
              {[m.home_pitch_1(), m.home_pitch_2(), m.home_pitch_3()].map((point) => (
                <li key={point}>
                  <Check size={18} aria-hidden />
                  {point}
                </li>
              ))}
            </ul>
          </div>
        </aside>
        <div className={classes.side}>
          <header className={classes.top}>
            <div className={classes.brand}>
              <Mark size={36} />
              <span>Phiên</span>
            </div>
            <div className={classes.choices}>
              <LanguageChoice />
              <SchemeChoice />
            </div>
          </header>
          <main className={classes.main}>{children}</main>
          <p className={classes.tagline}>{m.app_tagline()}</p>
        </div>
      </div>
    </Kit>
  );
}

/** Why the server said no, in the reader's language; nothing while it has not. */
export function RefusalNote({ error }: { error: Error | null }) {
  const { language } = useLanguage();
  if (error === null) return null;
  const problem = error instanceof Problem ? error : null;
  return (
    <div className={classes.refusal} role="alert">
      <TriangleAlert size={18} aria-hidden />
      <span>
        {problem?.code === 'unreachable'
          ? m.error_unreachable()
          : (problem?.sentence(language) ?? m.error_unknown())}
      </span>
    </div>
  );
}
