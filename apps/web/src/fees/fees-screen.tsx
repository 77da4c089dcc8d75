import { useEffect, useRef } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { FairScreen } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import strip from '../ui/tabs.module.css';
import { ToastPlace } from '../ui/toast';
import classes from './fees.module.css';
import { NoticesTab } from './notices-tab';
import { OverdueTab } from './overdue-tab';
import { ReckonTab } from './reckon-tab';
import { TariffTab } from './tariff-tab';

const route = getRouteApi('/plan/fees');

/** `/plan/fees`: what booths cost, who was asked for it, and who has paid. */
export function FeesScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="plan" title={m.fees_title()} code={code} shapes={[44, 48, 160, 160]}>
      {(entered) => (
        <ToastPlace>
          <Fees key={entered.fair.id} {...entered} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

function Fees({ fair, caller }: Entered) {
  const { language } = useLanguage();
  const { tab = 'tariff', payer } = route.useSearch();
  const tabStrip = useRef<HTMLElement>(null);
  /* On a phone the strip is wider than the screen. */
  useEffect(() => {
    const chosen = tabStrip.current?.querySelector('[aria-current]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  const tabs = [
    { tab: 'tariff', word: m.fees_tab_tariff() },
    { tab: 'reckon', word: m.fees_tab_reckon() },
    { tab: 'notices', word: m.fees_tab_notices() },
    { tab: 'overdue', word: m.fees_tab_overdue() },
  ] as const;
  const standing = { fairId: fair.id, fairCode: fair.code, login: caller.login };
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={fair.isDemo && <DemoMark />}
    >
      <div className={classes.page}>
        <Link to="/plan" search={{ fair: fair.code }} className={classes.back}>
          <ArrowLeft size={18} aria-hidden />
          {m.fees_back()}
        </Link>
        <h1 className={classes.title}>{m.fees_title()}</h1>
        <nav ref={tabStrip} className={strip.tabs} aria-label={m.fees_tabs()}>
          {tabs.map((each) => (
            <Link
              key={each.tab}
              to="/plan/fees"
              search={{ fair: fair.code, ...(each.tab !== 'tariff' && { tab: each.tab }) }}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={each.tab === tab ? 'page' : undefined}
            >
              {each.word}
            </Link>
          ))}
        </nav>
        {tab === 'tariff' && <TariffTab {...standing} />}
        {tab === 'reckon' && <ReckonTab {...standing} />}
        {tab === 'notices' && <NoticesTab {...standing} payerId={payer} />}
        {tab === 'overdue' && <OverdueTab {...standing} />}
      </div>
    </AppShell>
  );
}
