import { queryOptions } from '@tanstack/react-query';
import { offersQuery } from '../offers/offer-requests';
import type { Offer } from '../offers/offer-requests';
import { giveRegisters, readCashiers } from './counter-doors';
import {
  readAccount,
  readBanks,
  readFigures,
  readOwnBooths,
  readOwnExhibitor,
  readProductClasses,
  readProducts,
} from './my-client';
import type { Standing } from './my-client';

const FIGURES_EVERY_MS = 10_000;

const of = (what: string, { fairId, exhibitorId }: Standing) => ['my', fairId, exhibitorId, what];

export const exhibitorQuery = (standing: Standing) =>
  queryOptions({
    queryKey: of('exhibitor', standing),
    queryFn: () => readOwnExhibitor(standing),
  });

/** Asked again and again: it also tells whether the server can be reached. */
export const figuresQuery = (standing: Standing) =>
  queryOptions({
    queryKey: of('figures', standing),
    queryFn: () => readFigures(standing),
    refetchInterval: FIGURES_EVERY_MS,
  });

export const boothsQuery = (standing: Standing) =>
  queryOptions({ queryKey: of('booths', standing), queryFn: () => readOwnBooths(standing) });

/** Of all that the account may answer, what its own page is about. */
export const ownOffersQuery = ({ fairId, exhibitorId }: Standing) => ({
  ...offersQuery(fairId),
  select: (offers: Offer[]) => offers.filter((offer) => offer.exhibitorId === exhibitorId),
});

export const productsQuery = (standing: Standing) =>
  queryOptions({ queryKey: of('products', standing), queryFn: () => readProducts(standing) });

export const classesQuery = queryOptions({
  queryKey: ['product-classes'],
  queryFn: readProductClasses,
  staleTime: Infinity,
});

export const registersQuery = (standing: Standing) =>
  queryOptions({ queryKey: of('registers', standing), queryFn: () => giveRegisters(standing) });

export const cashiersQuery = (standing: Standing) =>
  queryOptions({ queryKey: of('cashiers', standing), queryFn: () => readCashiers(standing) });

export const banksQuery = queryOptions({
  queryKey: ['banks'],
  queryFn: readBanks,
  staleTime: Infinity,
});

export const accountQuery = (standing: Standing) =>
  queryOptions({ queryKey: of('account', standing), queryFn: () => readAccount(standing) });
