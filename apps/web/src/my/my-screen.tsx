import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  ChartNoAxesColumn,
  FileCheck,
  HandCoins,
  Landmark,
  Package,
  Smartphone,
  Store,
} from 'lucide-react';
import type { Fair } from '../api/client';
import { Problem } from '../api/problem';
import { fairQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import { FairProblem, FairScreen, HomeLink } from '../ui/fair-screen';
import { useLatePart } from '../ui/late-part';
import { DemoMark, MovedClockMark } from '../ui/marks';
import { Bar, Empty, Forbidden, Skeleton } from '../ui/states';
import { ToastPlace } from '../ui/toast';
import { AccountPart } from './account-part';
import { BoothsPart } from './booths-part';
import fields from './field.module.css';
import type { Standing } from './my-client';
import { exhibitorQuery, figuresQuery, ownOffersQuery } from './my-queries';
import classes from './my-screen.module.css';
import { ownExhibitorId } from './own-exhibitor.rules';
import { ProductsPart } from './products-part';
import { SoldPart } from './sold-part';
import { TillsPart } from './tills-part';

const route = getRouteApi('/my');
const loadDossier = () => import('../dossier/own-dossier');
const shapes = [44, 48, 160, 240];

/** `/my`: what an exhibitor keeps of its own at a fair. */
export function MyScreen() {
  const { fair: code, part } = route.useSearch();
  return (
    <FairScreen
      screen="my"
      title={m.my_title()}
      code={code}
      shapes={shapes}
      stranger={(login) => (
        <Empty
          title={m.my_not_exhibitor_title()}
          text={m.my_not_exhibitor_text({ login })}
          action={<HomeLink />}
        />
      )}
    >
      {({ caller, fair, fairs }) => (
        <ToastPlace className={classes.toasts}>
          <OwnPage
            key={fair.id}
            fair={fair}
            fairs={fairs}
            standing={{ fairId: fair.id, exhibitorId: ownExhibitorId(caller, fair.id) }}
            login={caller.login}
            part={partOf(part)}
          />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

const parts = [
  { part: 'sold', name: m.my_part_sold, Icon: ChartNoAxesColumn },
  { part: 'booths', name: m.my_part_booths, Icon: Store },
  { part: 'products', name: m.my_part_products, Icon: Package },
  { part: 'tills', name: m.my_part_tills, Icon: Smartphone },
  { part: 'account', name: m.my_part_account, Icon: Landmark },
  { part: 'fees', name: m.my_part_fees, Icon: HandCoins },
  { part: 'dossier', name: m.dossier_tab, Icon: FileCheck },
] as const;

type Part = (typeof parts)[number]['part'];

const partOf = (text: string | undefined): Part =>
  parts.find(({ part }) => part === text)?.part ?? 'sold';

interface OwnPageProps {
  fair: Fair;
  fairs: Fair[];
  standing: Standing;
  login: string;
  part: Part;
}

function OwnPage({ fair, fairs, standing, login, part }: OwnPageProps) {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const figures = useQuery(figuresQuery(standing));
  const exhibitor = useQuery(exhibitorQuery(standing));
  const whole = useQuery(fairQuery(fair.id));
  const offers = useQuery(ownOffersQuery(standing));
  const failed = [exhibitor, whole].find((query) => query.isError && !query.data);
  const name = (each: Fair) => (language === 'vi' ? each.nameVi : each.nameEn);
  const isOffline = figures.isError && figures.error instanceof Problem;
  const clock = figures.data?.clock;
  /* On a phone the parts are wider than the screen. */
  const partsBar = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = partsBar.current?.querySelector('[aria-current]');
    shown?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [part]);
  return (
    <AppShell
      name={name(fair)}
      fairCode={fair.code}
      marks={
        <>
          {fair.isDemo && <DemoMark />}
          {clock?.isMoved && <MovedClockMark speed={clock.speed} />}
        </>
      }
      chip={
        <AsOfChip
          state={isOffline ? 'offline' : figures.data ? 'live' : 'connecting'}
          asOf={figures.data?.asOf ?? null}
          timeZone={figures.data?.timeZone ?? null}
        />
      }
      bars={
        <>
          {isOffline && figures.data && <Bar tone="warn">{m.my_offline_bar()}</Bar>}
          {part !== 'booths' && offers.data && offers.data.length > 0 && (
            <Bar tone="warn">
              {m.offer_waits({ codes: offers.data.map(({ boothCode }) => boothCode).join(', ') })}{' '}
              <Link to="/my" search={{ fair: fair.code, part: 'booths' }}>
                {m.offer_look()}
              </Link>
            </Bar>
          )}
        </>
      }
    >
      <div className={classes.page}>
        <div className={classes.top}>
          <h1 className={classes.title}>{exhibitor.data?.name ?? m.my_title()}</h1>
          {fairs.length > 1 && (
            <label className={classes.fair}>
              <span className="onlyForReaders">{m.my_fair()}</span>
              <select
                className={fields.control}
                value={fair.code}
                onChange={(event) =>
                  void navigate({ to: '/my', search: { fair: event.currentTarget.value } })
                }
              >
                {fairs.map((other) => (
                  <option key={other.id} value={other.code}>
                    {name(other)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <nav ref={partsBar} className={classes.parts} aria-label={m.my_parts()}>
          {parts.map(({ part: each, name: partName, Icon }) => (
            <Link
              key={each}
              to="/my"
              search={{ fair: fair.code, ...(each !== 'sold' && { part: each }) }}
              className={classes.partLink}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={each === part ? 'page' : undefined}
            >
              <Icon size={20} aria-hidden />
              <span>{partName()}</span>
            </Link>
          ))}
        </nav>
        {failed?.error ? (
          <FairProblem problem={failed.error} login={login} onRetry={() => void failed.refetch()} />
        ) : exhibitor.data === null ? (
          <Forbidden login={login} action={<HomeLink />} />
        ) : !exhibitor.data || !whole.data ? (
          <Skeleton shapes={shapes} />
        ) : part === 'sold' ? (
          <SoldPart standing={standing} fairCode={fair.code} />
        ) : part === 'booths' ? (
          <BoothsPart standing={standing} exhibitor={exhibitor.data} fair={whole.data} />
        ) : part === 'products' ? (
          <ProductsPart standing={standing} exhibitor={exhibitor.data} />
        ) : part === 'tills' ? (
          <TillsPart standing={standing} timeZone={whole.data.timeZone} />
        ) : part === 'account' ? (
          <AccountPart standing={standing} />
        ) : part === 'fees' ? (
          <LateFees fairId={fair.id} />
        ) : (
          <LateDossier standing={standing} />
        )}
      </div>
    </AppShell>
  );
}

const loadFees = () => import('../fees/fees-parts');

/** What it owes for its booths: asked for when it is looked at. */
function LateFees({ fairId }: { fairId: string }) {
  const fees = useLatePart(loadFees, 0);
  return fees ? <fees.OwnNotices fairId={fairId} /> : <Skeleton shapes={shapes} />;
}

function LateDossier({ standing }: { standing: Standing }) {
  const dossier = useLatePart(loadDossier, 0);
  return dossier ? <dossier.OwnDossier owner={standing} /> : <Skeleton shapes={shapes} />;
}
