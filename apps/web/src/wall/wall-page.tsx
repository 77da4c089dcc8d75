import { useEffect, useState } from 'react';
import { SpokenIn } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { useWakeLock } from '../ui/use-wake-lock';
import { BoothsScene } from './booths-scene';
import { FiguresScene } from './figures-scene';
import { PlanScene } from './plan-scene';
import { useWall } from './use-wall';
import { WallFrame } from './wall-frame';
import classes from './wall-page.module.css';
import { secretIn } from './wall.rules';

/* An address that is written down leaves its secret in no log of the next opening. */
function readSecret(): string | null {
  const secret = secretIn(location);
  if (secret !== null) history.replaceState(null, '', `/tv/#${secret}`);
  return secret;
}

/** `/tv/#secret`: the board on a wall, by itself and for days. */
export function WallPage() {
  const [token, setToken] = useState(readSecret);
  useEffect(() => {
    const changed = () => setToken(readSecret());
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  useWakeLock();
  if (token === null) {
    return (
      <SpokenIn language="vi">
        <Dark title={m.wall_title()} text={m.wall_incomplete()} />
      </SpokenIn>
    );
  }
  return <WallOf key={token} token={token} />;
}

function WallOf({ token }: { token: string }) {
  const { picture, state, nowMs, fairNowMs, scenes, scene, shift, ended } = useWall(token);
  const [language, setLanguage] = useState<'vi' | 'en'>('vi');
  const spoken = picture?.wall.language;
  if (spoken !== undefined && spoken !== language) setLanguage(spoken);
  return (
    <SpokenIn language={language}>
      {ended ? (
        <Dark title={m.wall_ended()} text={m.wall_ended_text()} code={ended.code} />
      ) : picture === null ? (
        <Dark
          title={m.wall_title()}
          text={state === 'cut' ? m.wall_unreachable() : m.wall_opening()}
        />
      ) : (
        <div
          className={classes.stage}
          style={{ transform: `translate(${shift[0]}px, ${shift[1]}px)` }}
        >
          <WallFrame
            picture={picture}
            state={state}
            nowMs={nowMs}
            fairNowMs={fairNowMs}
            scenes={scenes}
            scene={scene}
          >
            {scene === 'figures' ? (
              <FiguresScene picture={picture} />
            ) : scene === 'plan' ? (
              <PlanScene picture={picture} />
            ) : (
              <BoothsScene picture={picture} />
            )}
          </WallFrame>
        </div>
      )}
    </SpokenIn>
  );
}

/** Nothing of any fair is on it. */
function Dark({ title, text, code }: { title: string; text: string; code?: string }) {
  useEffect(() => {
    document.title = `${title} · Phiên`;
  }, [title]);
  return (
    <main className={classes.dark} role="alert" data-testid="wall-dark">
      <h1>{title}</h1>
      <p>{text}</p>
      {code && <p className={classes.code}>{m.error_code({ code })}</p>}
    </main>
  );
}
