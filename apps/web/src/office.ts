/*
 * The screens that are opened at a desk. Where each lies and what it brings stands here and not in the
 * first script, where the board would pay for every one of them.
 */
export const plan = () => import('./plan/plan-screen');
export const planEdit = () => import('./plan-edit/edit-screen');
export const suggest = () => import('./suggest/suggest-screen');
export const delegations = () => import('./delegations/delegations-screen');
export const draws = () => import('./draws/draws-screen');
export const publicDraw = () => import('./draws/public-draw-screen');
export const fees = () => import('./fees/fees-parts');
export const tills = () => import('./tills/tills-screen');
export const reports = () => import('./reports/reports-screen');
export const finalReport = () => import('./final-report/final-screen');
export const compare = () => import('./compare/compare-screen');
export const links = () => import('./people/link-screens');
export const people = () => import('./people/own-screens');
export const silent = () => import('./silent/silent-screen');
