import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { QrCode } from 'lucide-react';
import type { PlanFeature, WholeFair } from '../api/client';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { DeclareLinks } from '../declare/declare-links';
import buttons from '../ui/buttons.module.css';
import { FairPlan } from '../ui/fair-plan/fair-plan';
import { Sheet } from '../ui/sheet';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import classes from './booths-part.module.css';
import type { Exhibitor, Standing } from './my-client';
import { Offers } from './offers';
import { placeText } from './place-text';
import { boothsQuery, ownOffersQuery } from './my-queries';

interface BoothsPartProps {
  standing: Standing;
  exhibitor: Exhibitor;
  fair: WholeFair;
}

/** Where the exhibitor stands, with whom, and what the fair knows of it. */
export function BoothsPart({ standing, exhibitor, fair }: BoothsPartProps) {
  const { language } = useLanguage();
  const own = useQuery(boothsQuery(standing));
  const offered = useQuery(ownOffersQuery(standing));
  const [isDeclaring, setDeclaring] = useState(false);
  if (own.isPending) return <Skeleton shapes={[120, 240]} />;
  if (!own.data) return <ErrorState problem={own.error} onRetry={() => void own.refetch()} />;
  const { allocations, booths, zones, features } = own.data;
  const offers = offered.data ?? [];
  const ownIds = new Set(allocations.map(({ boothId }) => boothId));
  const codes = allocations.map(({ boothCode }) => boothCode).join(', ');
  return (
    <div className={classes.part}>
      <section aria-label={m.my_booths_title()} className={classes.booths}>
        {offers.length > 0 && (
          <Offers
            standing={standing}
            offers={offers}
            booths={booths}
            zones={zones}
            timeZone={fair.timeZone}
          />
        )}
        {(allocations.length > 0 || offers.length === 0) && <h2>{m.my_booths_title()}</h2>}
        {allocations.length === 0 && offers.length === 0 && (
          <Empty title={m.my_booths_empty_title()} text={m.my_booths_empty_text()} />
        )}
        <ul className={classes.cards}>
          {allocations.map((allocation) => {
            const booth = booths.find(({ id }) => id === allocation.boothId);
            const zone = zones.find(({ id }) => id === allocation.zoneId);
            const others = booth?.holders.filter(
              ({ exhibitorId }) => exhibitorId !== standing.exhibitorId,
            );
            return (
              <li key={allocation.id} className={classes.card}>
                <p className={classes.code}>{m.my_booths_code({ code: allocation.boothCode })}</p>
                {zone && <p>{language === 'vi' ? zone.nameVi : zone.nameEn}</p>}
                <p className={classes.quiet}>{placeText(allocation, booth, language)}</p>
                {others && others.length > 0 && (
                  <p className={classes.quiet}>
                    {m.my_booths_shared_with({ names: others.map(({ name }) => name).join('; ') })}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
        {allocations.length > 0 && (
          <div>
            <button type="button" className={buttons.main} onClick={() => setDeclaring(true)}>
              <QrCode size={18} aria-hidden />
              {m.declare_links_title()}
            </button>
          </div>
        )}
        {isDeclaring && (
          <Sheet title={m.declare_links_title()} onClose={() => setDeclaring(false)}>
            <div className={classes.sheet}>
              <DeclareLinks
                fairId={standing.fairId}
                exhibitorId={standing.exhibitorId}
                exhibitorName={exhibitor.name}
                booths={allocations.map(({ boothId, boothCode }) => ({
                  id: boothId,
                  code: boothCode,
                }))}
              />
            </div>
          </Sheet>
        )}
        {allocations.length > 0 && (
          <figure className={classes.plan}>
            <figcaption>{m.my_booths_plan_title()}</figcaption>
            <FairPlan
              role="img"
              aria-label={m.my_booths_plan({ codes })}
              hall={fair}
              zones={zones}
              features={unnamed(features)}
              booths={booths}
              faceOf={(booth) =>
                ownIds.has(booth.id)
                  ? { fill: 'var(--brand)', ink: 'var(--on-brand)', letter: '★', isSelected: true }
                  : { fill: 'var(--surface)' }
              }
            >
              {booths
                .filter(({ id }) => ownIds.has(id))
                .map((booth) => (
                  <circle
                    key={booth.id}
                    className={classes.ring}
                    cx={booth.xCm + booth.widthCm / 2}
                    cy={booth.yCm + booth.depthCm / 2}
                    r={Math.max(booth.widthCm, booth.depthCm)}
                  />
                ))}
            </FairPlan>
          </figure>
        )}
      </section>
      <Facts exhibitor={exhibitor} />
    </div>
  );
}

/* On a plan this small the names of doors and aisles lie upon each other. */
const unnamed = (features: readonly PlanFeature[]) =>
  features.map((feature) => ({ ...feature, nameVi: '', nameEn: '' }));

const kindWords: Record<Exhibitor['kind'], () => string> = {
  enterprise: m.my_kind_enterprise,
  cooperative: m.my_kind_cooperative,
  cooperativeGroup: m.my_kind_cooperativeGroup,
  household: m.my_kind_household,
  facility: m.my_kind_facility,
  farm: m.my_kind_farm,
  tradePromotion: m.my_kind_tradePromotion,
  locality: m.my_kind_locality,
};

function Facts({ exhibitor }: { exhibitor: Exhibitor }) {
  const { language } = useLanguage();
  const isVi = language === 'vi';
  const rows: [string, string | null][] = [
    [m.my_facts_kind(), kindWords[exhibitor.kind]()],
    [m.my_facts_place(), isVi ? exhibitor.placeNameVi : exhibitor.placeNameEn],
    [m.my_facts_district(), exhibitor.formerDistrict],
    [m.my_facts_delegation(), isVi ? exhibitor.delegationNameVi : exhibitor.delegationNameEn],
    [m.my_facts_tax_code(), exhibitor.taxCode ?? m.my_facts_none()],
    [m.my_facts_vat(), exhibitor.paysVat ? m.my_facts_vat_yes() : m.my_facts_vat_no()],
  ];
  return (
    <section className={classes.facts} aria-labelledby="own-facts">
      <h2 id="own-facts">{m.my_facts_title()}</h2>
      <dl>
        {rows
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className={classes.quiet}>{m.my_facts_wrong()}</p>
    </section>
  );
}
