// The colour of each field's passages in a report's text, and which passages say which value.

import type { Account, Slot } from "./data";

/** Pale enough to read through; the label beside a value carries the same colour, so colour is never the only sign. */
const COLOURS: Record<string, string> = {
  type: "#e9e6df", date: "#cfe6f5", place: "#cdebd9", side_a: "#fbdcc4", side_b: "#f6d3e4", deaths: "#f9c9c4",
  injured: "#fbe7b2", attribution: "#dcd6f3", measure: "#d3eef0",
};
const OTHER = "#e3e7ec";

export const colourOf = (field: string): string => COLOURS[field.split(".")[0] ?? field] ?? OTHER;

/** Positions in the account's evidence that say the value of a field. */
export function passagesFor(account: Account, field: string): number[] {
  return account.evidence.flatMap((evidence, i) => (evidence.field.split(".")[0] === field ? [i] : []));
}

/** Positions that say one count: those of its figures, else all passages of that kind of count. */
export function passagesForCount(account: Account, what: string, slot: Slot): number[] {
  const own = account.figures
    .filter((figure) => figure.what === what && figure.slot === slot)
    .flatMap((figure) => figure.evidence)
    .filter((i) => i in account.evidence);
  return own.length ? [...new Set(own)] : passagesFor(account, what);
}
