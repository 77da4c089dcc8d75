import { answered, client, present } from '../api/client';
import { Problem } from '../api/problem';
import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Product = Schemas['ProductDto'];
export type ProductWish = Schemas['ChangeProductDto'];
export type ProductClass = Schemas['ProductClassDto'];
export type ProductPhoto = Schemas['ProductPhotoDto'];
export type Exhibitor = Schemas['ExhibitorDto'];
export type Figures = Schemas['ExhibitorFiguresDto'];
export type Sum = Schemas['ExhibitorSumDto'];
export type Allocation = Schemas['AllocationDto'];
export type Bank = Schemas['BankDto'];
export type PaymentAccount = Schemas['PaymentAccountDto'];

/** An exhibitor at a fair: whose page this is. */
export interface Standing {
  fairId: string;
  exhibitorId: string;
}

const ofFair = (fairId: string) => ({ params: { path: { fairId } } });
const ofExhibitor = ({ fairId, exhibitorId }: Standing) => ({
  params: { path: { fairId, exhibitorId } },
});
const ofProduct = (fairId: string, productId: string) => ({
  params: { path: { fairId, productId } },
});

/** The exhibitor itself; null when the fair does not know it any more. */
export async function readOwnExhibitor({
  fairId,
  exhibitorId,
}: Standing): Promise<Exhibitor | null> {
  const all = present(await answered(client.GET('/api/fairs/{fairId}/exhibitors', ofFair(fairId))));
  return all.find(({ id }) => id === exhibitorId) ?? null;
}

export const readFigures = async (standing: Standing): Promise<Figures> =>
  present(
    await answered(
      client.GET('/api/fairs/{fairId}/exhibitors/{exhibitorId}/figures', ofExhibitor(standing)),
    ),
  );

/** The plan of the fair, and which parts of its booths the exhibitor holds. */
export async function readOwnBooths({ fairId, exhibitorId }: Standing) {
  const [allocations, booths, zones, features] = await Promise.all([
    answered(client.GET('/api/fairs/{fairId}/allocations', ofFair(fairId))),
    answered(client.GET('/api/fairs/{fairId}/booths', ofFair(fairId))),
    answered(client.GET('/api/fairs/{fairId}/zones', ofFair(fairId))),
    answered(client.GET('/api/fairs/{fairId}/features', ofFair(fairId))),
  ]);
  return {
    allocations: present(allocations).filter((own) => own.exhibitorId === exhibitorId),
    booths: present(booths),
    zones: present(zones),
    features: present(features),
  };
}

/** The exhibitor's catalogue by name, and what was taken out of it. */
export async function readProducts({ fairId, exhibitorId }: Standing) {
  const list = (withdrawn?: 'true') =>
    answered(
      client.GET('/api/fairs/{fairId}/products', {
        params: { path: { fairId }, query: { exhibitorId, ...(withdrawn && { withdrawn }) } },
      }),
    );
  const [products, withdrawn] = await Promise.all([list(), list('true')]);
  return { products: present(products), withdrawn: present(withdrawn) };
}

export const readProductClasses = async (): Promise<ProductClass[]> =>
  present(await answered(client.GET('/api/product-classes')));

export const changeProduct = async (
  fairId: string,
  productId: string,
  wish: ProductWish,
): Promise<Product> =>
  present(
    await answered(
      client.PUT('/api/fairs/{fairId}/products/{productId}', {
        ...ofProduct(fairId, productId),
        body: wish,
      }),
    ),
  );

/**
 * Adds a product under an id made here. An answer that was lost on the way may have added it, with
 * what the form held then: the id is then known, and the product is said anew.
 */
export async function addProduct(
  { fairId, exhibitorId }: Standing,
  id: string,
  wish: ProductWish,
): Promise<Product> {
  try {
    return present(
      await answered(
        client.POST('/api/fairs/{fairId}/products', {
          ...ofFair(fairId),
          body: { ...wish, id, exhibitorId },
        }),
      ),
    );
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'product_id_taken') {
      return changeProduct(fairId, id, wish);
    }
    throw problem;
  }
}

export async function withdrawProduct(fairId: string, productId: string): Promise<void> {
  await answered(
    client.DELETE('/api/fairs/{fairId}/products/{productId}', ofProduct(fairId, productId)),
  );
}

export async function returnProduct(fairId: string, productId: string): Promise<void> {
  await answered(
    client.POST('/api/fairs/{fairId}/products/{productId}/return', ofProduct(fairId, productId)),
  );
}

export async function keepPhoto(
  fairId: string,
  productId: string,
  photo: ProductPhoto,
): Promise<void> {
  await answered(
    client.PUT('/api/fairs/{fairId}/products/{productId}/photo', {
      ...ofProduct(fairId, productId),
      body: photo,
    }),
  );
}

export async function removePhoto(fairId: string, productId: string): Promise<void> {
  await answered(
    client.DELETE('/api/fairs/{fairId}/products/{productId}/photo', ofProduct(fairId, productId)),
  );
}

export const readBanks = async (): Promise<Bank[]> =>
  present(await answered(client.GET('/api/banks')));

export const readAccount = async (standing: Standing): Promise<PaymentAccount | null> =>
  present(
    await answered(
      client.GET(
        '/api/fairs/{fairId}/exhibitors/{exhibitorId}/payment-account',
        ofExhibitor(standing),
      ),
    ),
  ).account;

export async function keepAccount(standing: Standing, account: PaymentAccount): Promise<void> {
  await answered(
    client.PUT('/api/fairs/{fairId}/exhibitors/{exhibitorId}/payment-account', {
      ...ofExhibitor(standing),
      body: account,
    }),
  );
}

export async function removeAccount(standing: Standing): Promise<void> {
  await answered(
    client.DELETE(
      '/api/fairs/{fairId}/exhibitors/{exhibitorId}/payment-account',
      ofExhibitor(standing),
    ),
  );
}
