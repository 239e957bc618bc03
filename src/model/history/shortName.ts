/** The second half of verbs such as "rung up" and "checked out", which says nothing by itself. */
const particle = /(?<=.)(Up|Out|In|Down|Off|On|Open|Back)$/;

/** "ProductItemAdded" → "Add", "SaleRungUp" → "Rung": what fits on a chip is what happened; the rest is in its label. */
export const shortName = (type: string): string => {
  const [verb = type] = type.replace(particle, '').match(/[A-Z]?[^A-Z]*$/) ?? [];
  return (verb || type).replace(/(?<=..)ed$/, '').slice(0, 4);
};
