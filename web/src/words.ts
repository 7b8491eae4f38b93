// How values read: dates, counts, places, sides. Unknown is a word, never a blank and never a zero.

import type { Account, Actor, Count, DateRecord, Dossier, EventRecord, Place, Report, Slot, Toll, Tolls } from "./data";
import { SLOTS } from "./data";

export const UNKNOWN = "unknown";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

/** Okabe and Ito's palette (told apart in every common colour blindness), darkened where it must stand on paper. */
export const FAMILY: Record<string, { label: string; colour: string }> = {
  battle: { label: "Battle", colour: "#c4500a" },
  explosion: { label: "Explosion, remote violence", colour: "#e0a100" },
  civilians: { label: "Violence against civilians", colour: "#b0457f" },
  protest: { label: "Protest", colour: "#008f68" },
  riot: { label: "Riot", colour: "#3f9fdd" },
  strategic: { label: "Strategic development", colour: "#6a7482" },
};

const TYPES: Record<string, string> = {
  ied: "Bomb or mine",
  nonstate_takes_territory: "Armed group takes territory",
  government_regains_territory: "Government regains territory",
  attack: "Attack on civilians",
  looting_property_destruction: "Looting, destruction",
  nonviolent_transfer: "Transfer without a fight",
  change_to_group: "Change to a group",
  operation_launch: "Operation launched",
  talks: "Talks",
  other: "Other development",
};

const STATUSES: Record<string, string> = {
  single_source: "One source", corroborated: "Corroborated", contested: "Contested", discounted: "Discounted",
  confirmed_by_party: "Confirmed by a party", reviewed: "Reviewed",
};

const SLOT_LABELS: Record<Slot, string> = {
  side_a: "acting side", side_b: "other side", civilians: "civilians", unknown: "side not told",
};

const FIELDS: Record<string, string> = {
  type: "What", modality: "Whether it happened", date: "When", place: "Where", side_a: "Who acts",
  side_b: "Acted upon", deaths: "Killed", injured: "Injured", attribution: "Who says so", measure: "Strength",
};

const PRECISION: Record<number, string> = {
  1: "exact place", 2: "within about 25 km", 3: "district", 4: "province", 5: "fuzzy area or line", 6: "country",
  7: "international waters or airspace",
};

const BASES: Record<string, string> = {
  metadata: "from the page's metadata", byline: "from the byline", dateline: "from the dateline",
  inferred: "inferred from the text", unknown: "",
};

export const plain = (code: string): string => {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
export const typeLabel = (code: string | null): string => (code ? TYPES[code] ?? plain(code) : UNKNOWN);
export const statusLabel = (code: string): string => STATUSES[code] ?? plain(code);
export const fieldLabel = (field: string): string => {
  const [head = field, slot] = field.split(".");
  const label = FIELDS[head] ?? plain(head);
  return slot ? `${label}, ${SLOT_LABELS[slot as Slot] ?? plain(slot)}` : label;
};
export const slotLabel = (slot: Slot): string => SLOT_LABELS[slot];
export const precisionLabel = (place: Place): string =>
  place.precision === null ? "" : PRECISION[place.precision] ?? "";

export function day(iso: string): string {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** A report's name where there is little room: its outlet, else the first words of its title. */
export function shortOutlet(report: Report): string {
  const name = outlet(report);
  return name.length <= 44 ? name : `${name.slice(0, 42).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}

/** "4 March 2024", "4–7 March 2024", "28 March – 2 April 2024", "April 2024". */
export function days(start: string | null, end: string | null, precision = "day"): string {
  if (!start || !end) return UNKNOWN;
  if (start === end) return day(start);
  const [y1, m1, d1] = start.split("-").map(Number) as [number, number, number];
  const [y2, m2, d2] = end.split("-").map(Number) as [number, number, number];
  if (precision === "month" && y1 === y2 && m1 === m2) return `${MONTHS[m1 - 1]} ${y1}`;
  if (precision === "year" && y1 === y2) return String(y1);
  if (y1 === y2 && m1 === m2) return `${d1}–${d2} ${MONTHS[m1 - 1]} ${y1}`;
  return y1 === y2 ? `${d1} ${MONTHS[m1 - 1]} – ${day(end)}` : `${day(start)} – ${day(end)}`;
}
export const dateLabel = (date: DateRecord): string => days(date.start, date.end, date.precision);

export const number = (n: number): string => n.toLocaleString("en-GB");
export function countLabel(count: Count): string {
  if (count.high === null) return `at least ${number(count.low)}`;
  return count.low === count.high ? number(count.low) : `${number(count.low)}–${number(count.high)}`;
}

export function placeLabel(place: Place | null, dossier: Dossier): string {
  if (!place) return UNKNOWN;
  const land = place.country ? dossier.countries[place.country] ?? place.country : null;
  const parts = [place.name, place.admin1, land].filter((part): part is string => !!part);
  return parts.filter((part, i) => parts.indexOf(part) === i).join(", ");
}

export const sideLabel = (side: Actor[]): string =>
  side.length ? side.map((actor) => actor.name).join(", ") : UNKNOWN;

/** All dead (or injured) of an event together, or null when nobody told of any. */
export function total(tolls: Tolls): Toll | null {
  const told = SLOTS.map((slot) => tolls[slot]).filter((toll): toll is Toll => !!toll);
  if (!told.length) return null;
  const open = told.some((toll) => toll.high === null);
  const sum = (key: "low" | "best" | "high") => told.reduce((all, toll) => all + (toll[key] ?? toll.best), 0);
  return { low: sum("low"), best: sum("best"), high: open ? null : sum("high") };
}
export const tollRange = (toll: Toll): string =>
  toll.high === null ? `${number(toll.low)} or more`
    : toll.high === toll.low ? number(toll.low) : `${number(toll.low)}–${number(toll.high)}`;

export const outlet = (report: Report): string => report.outlet ?? report.title ?? report.report;
export function publishedLabel(report: Report): string {
  const { start, end, basis } = report.published;
  if (!start) return `published: ${UNKNOWN}`;
  const why = BASES[basis] ?? basis;
  return `published ${days(start, end)}${why ? ` (${why})` : ""}`;
}

/** Who says so: the speaker, or the outlet in its own voice; with the agencies between. */
export function saidBy(account: Account, report: Report | undefined): string {
  const { speaker, role, via } = account.attribution;
  const who = speaker ? (role && role !== speaker ? `${speaker} (${role})` : speaker) : null;
  const voice = who ?? `${report ? shortOutlet(report) : "the report"}, in its own voice`;
  return via.length ? `${voice}, via ${via.join(", ")}` : voice;
}

export function eventTitle(event: EventRecord): string {
  const happened = ["occurred", "ongoing"].includes(event.modality) ? "" : ` (${event.modality})`;
  return `${typeLabel(event.type)}${happened}`;
}

export const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;
