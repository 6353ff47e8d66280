/** Name and description of each division; the first is the home division. */
export const divisionData = [
  ['Home', 'Everything that has no other place'],
  ['Support', 'Customer support, all channels'],
  ['Sales', 'Inbound and outbound sales'],
  ['Billing', 'Invoices, payments and claims'],
] as const;

export type DivisionName = (typeof divisionData)[number][0];
