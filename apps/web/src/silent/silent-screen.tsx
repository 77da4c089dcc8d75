import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { foldText, formatVnd } from '@phien/kernel';
import type { Caller, Fair } from '../api/client';
import { DeclareForm, nothingTyped } from '../declare/declare-form';
import { declaredWords } from '../declare/declared-words';
import { hrefOf, rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatHourMinute, formatShortDay } from '../i18n/times';
import { Sheet } from '../ui/sheet';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import { useLatePart } from '../ui/late-part';
import { DemoMark } from '../ui/marks';
import { SearchField } from '../ui/search-field';
import { Bar, Empty, Skeleton } from '../ui/states';
import { ToastPlace, useToast } from '../ui/toast';
import { OffersToAnswer } from './offers-to-answer';
import { cared, declareFor } from './silent-requests';
import type { BoothToDeclare } from './silent-requests';
import classes from './silent-screen.module.css';

const route = getRouteApi('/silent');
const shapes = [44, 72, 72, 72, 72];

/** `/silent?fair=&day=`: the booths that one looks after and has not heard from. */
export function SilentScreen() {
  const { fair: code, day } = route.useSearch();
  return (
    <FairScreen screen="silent" title={m.silent_title()} code={code} shapes={shapes}>
      {({ caller, fair }) => (
        <ToastPlace>
          <SilentBooths key={fair.id} fair={fair} day={day} caller={caller} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

const keyOf = ({ boothId, exhibitorId }: BoothToDeclare) => `${boothId} ${exhibitorId}`;

const matches = ({ boothCode, exhibitorName }: BoothToDeclare, typed: string) =>
  foldText(`${boothCode} ${exhibitorName}`).includes(foldText(typed.trim()));

interface SilentBoothsProps {
  fair: Fair;
  day: string | undefined;
  caller: Caller;
}

function SilentBooths({ fair, day, caller }: SilentBoothsProps) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const say = useToast();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const asked = useQuery({ ...cared(fair.id, day), placeholderData: keepPreviousData });
  const list = asked.data;
  const isZoneStaff = rolesIn(caller, fair.id).includes('zone_staff');
  const found = (list?.booths ?? []).filter((booth) => matches(booth, typed));
  const silent = found.filter(({ isHeard }) => !isHeard);
  const heard = found.filter(({ isHeard }) => isHeard);
  const opened = list?.booths.find((booth) => keyOf(booth) === open);
  const all = list?.booths.length ?? 0;
  const silentCount = list?.booths.filter(({ isHeard }) => !isHeard).length ?? 0;
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
      bars={
        asked.isError &&
        list && (
          <Bar tone="warn">
            {m.silent_offline({
              time: formatHourMinute(
                new Date(asked.dataUpdatedAt).toISOString(),
                list.timeZone,
                language,
              ),
            })}
          </Bar>
        )
      }
    >
      <div className={classes.page}>
        <div className={classes.head}>
          <div>
            <h1 className={classes.title}>{m.silent_title()}</h1>
            {list && all > 0 && (
              <p className={classes.count} role="status">
                {silentCount === 0
                  ? m.silent_all_heard()
                  : m.silent_count({
                      silent: formatCount(silentCount, language),
                      all: formatCount(all, language),
                    })}
              </p>
            )}
          </div>
          {list && (
            <label className={classes.day}>
              <span className="onlyForReaders">{m.declare_day()}</span>
              <select
                className={classes.select}
                value={list.day}
                onChange={(event) =>
                  void navigate({
                    to: '/silent',
                    search: { fair: fair.code, day: event.currentTarget.value },
                  })
                }
              >
                {[...new Set([list.day, ...list.days])].map((each) => (
                  <option key={each} value={each}>
                    {each === list.today
                      ? m.declare_today({ day: formatShortDay(each, language) })
                      : formatShortDay(each, language)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {list && isZoneStaff && <OffersToAnswer fairId={fair.id} timeZone={list.timeZone} />}
        {!list ? (
          asked.isError ? (
            <FairProblem
              problem={asked.error}
              login={caller.login}
              onRetry={() => void asked.refetch()}
            />
          ) : (
            <Skeleton shapes={shapes} />
          )
        ) : all === 0 ? (
          <Empty title={m.silent_none()} text={m.silent_none_text()} />
        ) : (
          <>
            <SearchField label={m.silent_search()} typed={typed} onType={setTyped} />
            {found.length === 0 && <p className={classes.quiet}>{m.silent_not_found()}</p>}
            <BoothRows booths={silent} onOpen={setOpen} timeZone={list.timeZone} />
            {heard.length > 0 && (
              <section>
                <h2 className={classes.under}>{m.silent_heard()}</h2>
                <BoothRows booths={heard} onOpen={setOpen} timeZone={list.timeZone} />
              </section>
            )}
          </>
        )}
        {rolesIn(caller, fair.id).includes('delegation_lead') && <LateFees fairId={fair.id} />}
        {isZoneStaff && (
          <p>
            <a className={buttons.button} href={hrefOf('gate', fair.code)}>
              {m.silent_hand_counts()}
            </a>
          </p>
        )}
      </div>
      {list && opened && (
        <DeclareSheet
          key={`${keyOf(opened)} ${opened.declared?.id ?? ''}`}
          fairId={fair.id}
          day={list.day}
          timeZone={list.timeZone}
          booth={opened}
          onClose={() => setOpen(null)}
          onStale={() => void asked.refetch()}
          onTaken={(amountVnd) => {
            setOpen(null);
            void asked.refetch();
            say({
              text: m.silent_taken({
                amount: formatVnd(amountVnd, language),
                code: opened.boothCode,
              }),
            });
          }}
        />
      )}
    </AppShell>
  );
}

const loadFees = () => import('../fees/fees-parts');

/** What the delegation owes for its booths: asked for when it is opened. */
function LateFees({ fairId }: { fairId: string }) {
  const [isOpen, setOpen] = useState(false);
  const fees = useLatePart(loadFees, isOpen ? 0 : null);
  return (
    <details className={classes.fees} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.fee_own_open()}</summary>
      {fees ? <fees.OwnNotices fairId={fairId} /> : isOpen && <Skeleton shapes={shapes} />}
    </details>
  );
}

interface BoothRowsProps {
  booths: BoothToDeclare[];
  timeZone: string;
  onOpen: (key: string) => void;
}

function BoothRows({ booths, timeZone, onOpen }: BoothRowsProps) {
  const { language } = useLanguage();
  return (
    <ul className={classes.rows}>
      {booths.map((booth) => {
        const { boothCode, exhibitorName, declared, hasDocuments, isHeard } = booth;
        return (
          <li key={keyOf(booth)}>
            <button
              type="button"
              className={classes.row}
              data-heard={isHeard}
              onClick={() => onOpen(keyOf(booth))}
            >
              <span className={classes.code}>{boothCode}</span>
              <span className={classes.words}>
                <span className={classes.name}>{exhibitorName}</span>
                {declared && (
                  <span className={classes.quiet}>
                    {declaredWords(declared, timeZone, language)}
                  </span>
                )}
                {hasDocuments && <span className={classes.quiet}>{m.silent_by_till()}</span>}
              </span>
              <ChevronRight size={20} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface DeclareSheetProps {
  fairId: string;
  day: string;
  timeZone: string;
  booth: BoothToDeclare;
  onClose: () => void;
  onStale: () => void;
  onTaken: (amountVnd: number) => void;
}

function DeclareSheet(props: DeclareSheetProps) {
  const { fairId, day, timeZone, booth, onClose, onStale, onTaken } = props;
  const { language } = useLanguage();
  const [start] = useState(nothingTyped);
  const { declared, mayRevise, boothCode, exhibitorName, hasDocuments } = booth;
  const isTheirs = declared !== null && !mayRevise;
  return (
    <Sheet title={m.silent_declare_for({ code: boothCode })} onClose={onClose}>
      <div className={classes.sheet}>
        <p className={classes.name}>{exhibitorName}</p>
        <p className={classes.quiet}>{formatShortDay(day, language)}</p>
        {declared && <p className={classes.now}>{declaredWords(declared, timeZone, language)}</p>}
        {isTheirs ? (
          <p>{m.silent_declared_by_booth()}</p>
        ) : (
          <DeclareForm
            hasTill={hasDocuments}
            present={declared}
            start={start}
            onTyped={() => undefined}
            send={(said) => declareFor(fairId, day, booth, said)}
            onTaken={({ amountVnd }) => onTaken(amountVnd ?? 0)}
            onMeanwhile={onStale}
          />
        )}
      </div>
    </Sheet>
  );
}
