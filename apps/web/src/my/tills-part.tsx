import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { QrCode, ShieldOff, Smartphone, UserPlus, UserRound } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { RevokePhone } from '../ui/revoke-phone';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import { CashierSheet } from './cashier-sheet';
import type { Cashier, Register } from './counter-doors';
import type { Standing } from './my-client';
import { cashiersQuery, registersQuery } from './my-queries';
import { PairSheet } from './pair-sheet';
import { sightOf } from './register-state.rules';
import classes from './tills-part.module.css';

/** The phones that sell, and the people who sell with them. */
export function TillsPart({ standing, timeZone }: { standing: Standing; timeZone: string }) {
  return (
    <div className={classes.part}>
      <Tills standing={standing} timeZone={timeZone} />
      <Cashiers standing={standing} />
    </div>
  );
}

function Tills({ standing, timeZone }: { standing: Standing; timeZone: string }) {
  const registers = useQuery(registersQuery(standing));
  const [pairing, setPairing] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<string | null>(null);
  const find = (id: string | null) => registers.data?.find((register) => register.id === id);
  const paired = find(pairing);
  const revoked = find(revoking);
  const lost = revoked && sightOf(revoked).phone;
  return (
    <section aria-labelledby="own-tills">
      <div className={classes.head}>
        <h2 id="own-tills">{m.my_tills_title()}</h2>
      </div>
      <p className={classes.hint}>{m.my_tills_hint()}</p>
      {registers.isPending ? (
        <Skeleton shapes={[120, 120]} />
      ) : !registers.data ? (
        <ErrorState problem={registers.error} onRetry={() => void registers.refetch()} />
      ) : registers.data.length === 0 ? (
        <Empty title={m.my_tills_empty_title()} text={m.my_tills_empty_text()} />
      ) : (
        <ul className={classes.list}>
          {registers.data.map((register) => (
            <Till
              key={register.id}
              register={register}
              timeZone={timeZone}
              onPair={() => setPairing(register.id)}
              onRevoke={() => setRevoking(register.id)}
            />
          ))}
        </ul>
      )}
      {paired && (
        <PairSheet
          standing={standing}
          register={paired}
          onClose={() => {
            setPairing(null);
            void registers.refetch();
          }}
        />
      )}
      {revoked && lost && (
        <RevokePhone
          fairId={standing.fairId}
          phone={{ registerId: revoked.id, epoch: lost.epoch, device: lost.deviceName }}
          queryKey={registersQuery(standing).queryKey}
          onClose={() => setRevoking(null)}
        />
      )}
    </section>
  );
}

const stateWords = {
  unpaired: m.my_till_unpaired,
  paired: m.my_till_paired,
  revoked: m.my_till_revoked,
};

interface TillProps {
  register: Register;
  timeZone: string;
  onPair: () => void;
  onRevoke: () => void;
}

function Till({ register, timeZone, onPair, onRevoke }: TillProps) {
  const { language } = useLanguage();
  const { state, phone, linkedCount, setAsideCount } = sightOf(register);
  const { name, boothCode } = register;
  const atBooth = m.my_till_at_booth({ code: boothCode });
  const isNamedByBooth = name === boothCode;
  const time = (instant: string) => formatDateTime(instant, timeZone, language);
  return (
    <li className={classes.till}>
      <div className={classes.tillHead}>
        <Smartphone size={22} aria-hidden />
        <strong className={classes.tillName}>{isNamedByBooth ? atBooth : name}</strong>
        <span className={`${classes.state} ${classes[state]}`}>{stateWords[state]()}</span>
      </div>
      <ul className={classes.facts}>
        {!isNamedByBooth && <li>{atBooth}</li>}
        {phone && <li>{m.my_till_device({ name: phone.deviceName })}</li>}
        {phone && (
          <li>
            {phone.lastSeenAt
              ? m.my_till_seen({ time: time(phone.lastSeenAt) })
              : m.my_till_enrolled({ time: time(phone.enrolledAt) })}
          </li>
        )}
        {linkedCount > 0 && (
          <li>{m.my_till_documents({ count: formatCount(linkedCount, language) })}</li>
        )}
        {setAsideCount > 0 && (
          <li className={classes.aside}>
            {m.my_till_set_aside({ count: formatCount(setAsideCount, language) })}
          </li>
        )}
      </ul>
      <div className={classes.actions}>
        <button
          type="button"
          className={state === 'paired' ? buttons.button : buttons.main}
          aria-label={
            state === 'unpaired' ? m.my_till_pair_of({ name }) : m.my_till_pair_again_of({ name })
          }
          onClick={onPair}
        >
          <QrCode size={18} aria-hidden />
          {state === 'unpaired' ? m.my_till_pair() : m.my_till_pair_again()}
        </button>
        {state === 'paired' && (
          <button
            type="button"
            className={`${buttons.button} ${classes.lost}`}
            aria-label={m.my_till_revoke_of({ name })}
            onClick={onRevoke}
          >
            <ShieldOff size={18} aria-hidden />
            {m.my_till_revoke()}
          </button>
        )}
      </div>
    </li>
  );
}

function Cashiers({ standing }: { standing: Standing }) {
  const cashiers = useQuery(cashiersQuery(standing));
  const [open, setOpen] = useState<Cashier | 'new' | null>(null);
  return (
    <section aria-labelledby="own-cashiers">
      <div className={classes.head}>
        <h2 id="own-cashiers">{m.my_cashiers_title()}</h2>
        {cashiers.data && (
          <button type="button" className={buttons.main} onClick={() => setOpen('new')}>
            <UserPlus size={18} aria-hidden />
            {m.my_cashiers_add()}
          </button>
        )}
      </div>
      <p className={classes.hint}>{m.my_cashiers_hint()}</p>
      {cashiers.isPending ? (
        <Skeleton shapes={[56, 56]} />
      ) : !cashiers.data ? (
        <ErrorState problem={cashiers.error} onRetry={() => void cashiers.refetch()} />
      ) : cashiers.data.length === 0 ? (
        <p className={classes.none}>{m.my_cashiers_empty()}</p>
      ) : (
        <ul className={classes.people}>
          {cashiers.data.map((cashier) => (
            <li key={cashier.id}>
              <button
                type="button"
                className={classes.person}
                aria-label={m.my_cashier_edit_of({ name: cashier.name })}
                onClick={() => setOpen(cashier)}
              >
                <UserRound size={20} aria-hidden />
                <span className={classes.personName}>{cashier.name}</span>
                {cashier.mayRefund && (
                  <span className={classes.may}>{m.my_cashier_may_refund()}</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <CashierSheet
          standing={standing}
          cashier={open === 'new' ? null : open}
          isFirst={cashiers.data?.length === 0}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
