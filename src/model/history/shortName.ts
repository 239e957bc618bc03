/** The second half of verbs such as "rung up" and "checked out", which says nothing by itself. */
const particle = /(?<=.)(Up|Out|In|Down|Off|On|Open|Back)$/;

/** Names that came from elsewhere: "Pay8A was done", "com.shop.order-placed.v1". Their versions say nothing here. */
const lastWord = (name: string): string =>
  name.match(/[\p{L}\p{M}\p{N}]+/gu)?.findLast((word) => !/^[vV]?\d+$/.test(word)) ?? name;

/** "ProductItemAdded" → "Add", "SaleRungUp" → "Rung": what fits on a chip is what happened; the rest is in its label. */
export const shortName = (type: string): string => {
  const word = lastWord(type);
  const [verb = word] = word.replace(particle, '').match(/[A-Z]?[^A-Z]*$/) ?? [];
  return (verb || word).replace(/(?<=..)ed$/, '').slice(0, 4);
};
