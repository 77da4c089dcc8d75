import { emptyCart } from '../sell/empty-cart';
import type { ParkedChange } from '../sell/parked.rules';
import { notSignedIn } from './keep.refusals';
import { abandon } from './issue-document';
import { putSettings, setting, writing } from './keep';
import type { Keep } from './keep';

/** Cart and parked tickets change together or not at all, and are on the disk when this resolves. */
export async function changeParked(keep: Keep, change: ParkedChange): Promise<void> {
  const tx = writing(keep);
  try {
    const signedIn = await setting(tx, 'signedIn');
    if (!signedIn) throw notSignedIn();
    const cart = (await setting(tx, 'cart')) ?? emptyCart();
    const parked = (await setting(tx, 'parked')) ?? [];
    const moment = { at: new Date(), cashier: signedIn.name };
    const changed = change({ cart, parked }, moment);
    putSettings(tx, { cart: changed.cart, parked: [...changed.parked] });
    await tx.done;
  } catch (failure) {
    abandon(tx);
    throw failure;
  }
}
