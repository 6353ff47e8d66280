/** The permission doctor: which permission or division is missing for what, before anything is sent. */
export { examine, type Examined } from './examine.ts';
export { lackingFor, lackingWords } from './lackingFor.ts';
export type { Examination, MissingPermission, Place, Requirement } from './model.ts';
export { requiredPermissions } from './required.ts';
export { withPermissions } from './withPermissions.ts';
