import { useEffect, useRef, useState } from 'react';
import { FileSearch } from 'lucide-react';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { LanguageChoice } from '../ui/language-choice';
import { VerifiedArchive } from './verified-archive';
import { VerifiedClosing } from './verified-closing';
import { VerifiedPaper } from './verified-paper';
import classes from './verify-page.module.css';
import { hashOf, readVerified } from './verify-requests';
import type { Verified } from './verify-requests';
import { groupsOf, hashIn } from './verify.rules';

/** What is looked up: a file by its name, or a code. */
interface Asked {
  hash: string;
  fileName: string | null;
}

type Found =
  | { state: 'nothing' | 'unreadable' | 'noCode' | 'looking' }
  | { state: 'genuine'; asked: Asked; document: Verified }
  | { state: 'unknown'; asked: Asked }
  | { state: 'failed'; asked: Asked; problem: Problem };

/** A file is read whole to be hashed; no report comes near this. */
const LARGEST_FILE = 200_000_000;

/** `/verify`: whether a file, or the code on a paper, is a document of this house. */
export function VerifyPage() {
  const { language } = useLanguage();
  const [found, setFound] = useState<Found>({ state: 'nothing' });
  const [typed, setTyped] = useState('');
  const [isOver, setOver] = useState(false);
  /* Whoever looks the next one up does not wait for the one before. */
  const turn = useRef(0);

  const lookUp = async (asked: Asked) => {
    const mine = ++turn.current;
    setFound({ state: 'looking' });
    const next = await readVerified(asked.hash).then(
      (document): Found => ({ state: 'genuine', asked, document }),
      (failure: unknown): Found => {
        const problem = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
        return problem.code === 'document_unknown'
          ? { state: 'unknown', asked }
          : { state: 'failed', asked, problem };
      },
    );
    if (mine === turn.current) setFound(next);
  };
  const lookAtFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const mine = ++turn.current;
    setFound({ state: 'looking' });
    try {
      if (file.size > LARGEST_FILE) throw new Error('no report is that large');
      const hash = await hashOf(file);
      if (mine === turn.current) await lookUp({ hash, fileName: file.name });
    } catch {
      setFound({ state: 'unreadable' });
    }
  };
  const lookAtCode = (text: string) => {
    const hash = hashIn(text);
    if (hash === null) setFound({ state: 'noCode' });
    else void lookUp({ hash, fileName: null });
  };

  useEffect(() => {
    const follow = () => {
      if (location.hash.length > 1) lookAtCode(location.hash);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    document.title = `${m.verify_title()} · Phiên`;
  });

  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <p className={classes.kind}>Phiên</p>
        <LanguageChoice />
      </header>
      <div>
        <h1 className={classes.title}>{m.verify_title()}</h1>
        <p className={classes.quiet}>{m.verify_what()}</p>
      </div>
      <div role="status" className={classes.answer} data-testid="verified" data-state={found.state}>
        {found.state === 'looking' && <p className={classes.quiet}>{m.loading()}</p>}
        {found.state === 'unreadable' && (
          <section className={classes.warn}>
            <h2>{m.verify_unreadable()}</h2>
            <p>{m.verify_unreadable_why()}</p>
          </section>
        )}
        {found.state === 'unknown' && (
          <section className={classes.danger}>
            <h2>{m.verify_unknown()}</h2>
            <p>
              {found.asked.fileName === null
                ? m.verify_unknown_code()
                : m.verify_unknown_file({ name: found.asked.fileName })}
            </p>
            <Code hash={found.asked.hash} />
          </section>
        )}
        {found.state === 'failed' && (
          <section className={classes.warn}>
            <h2>{m.verify_failed()}</h2>
            <p>{found.problem.sentence(language) ?? m.verify_failed_why()}</p>
            <p>{m.error_code({ code: found.problem.code })}</p>
            <button
              type="button"
              className={classes.button}
              onClick={() => void lookUp(found.asked)}
            >
              {m.retry()}
            </button>
          </section>
        )}
        {found.state === 'genuine' && <Genuine document={found.document} asked={found.asked} />}
      </div>
      <label
        className={`${classes.drop} ${isOver ? classes.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void lookAtFile(event.dataTransfer.files[0]);
        }}
      >
        <FileSearch size={28} aria-hidden />
        <span className={classes.dropWords}>{m.verify_choose()}</span>
        <span className={classes.quiet}>{m.verify_stays()}</span>
        <input
          className="onlyForReaders"
          type="file"
          accept=".pdf,.xlsx,.csv,.docx,.zip"
          onChange={(event) => {
            void lookAtFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          lookAtCode(typed);
        }}
      >
        <label className={classes.field}>
          <span>{m.verify_code()}</span>
          <input
            value={typed}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={300}
            aria-describedby="code-hint"
            aria-invalid={found.state === 'noCode'}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" className={classes.button}>
          {m.verify_look_up()}
        </button>
        <p id="code-hint" className={found.state === 'noCode' ? classes.wrong : classes.quiet}>
          {found.state === 'noCode' ? m.verify_no_code() : m.verify_code_hint()}
        </p>
      </form>
    </main>
  );
}

function Genuine({ document, asked }: { document: Verified; asked: Asked }) {
  const { closing, paper, archive } = document;
  const { hash, fileName } = asked;
  if (closing !== null) {
    return (
      <VerifiedClosing closing={closing} fileName={fileName}>
        <Code hash={hash} />
      </VerifiedClosing>
    );
  }
  if (archive !== null) {
    return (
      <VerifiedArchive archive={archive}>
        <Code hash={hash} />
      </VerifiedArchive>
    );
  }
  return paper === null ? null : (
    <VerifiedPaper paper={paper} fileName={fileName}>
      <Code hash={hash} />
    </VerifiedPaper>
  );
}

function Code({ hash }: { hash: string }) {
  return (
    <p className={classes.code}>
      <span>SHA-256</span> <code>{groupsOf(hash)}</code>
    </p>
  );
}
