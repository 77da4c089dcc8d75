import { newId } from '@phien/kernel';
import type { Cart } from './cart.rules';

export const emptyCart = (): Cart => ({ saleId: newId(), items: [], discount: null });
