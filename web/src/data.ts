// The records that the page embeds: the contract's reports, accounts and events, as JSON.

export type Slot = "side_a" | "side_b" | "civilians" | "unknown";
export const SLOTS: readonly Slot[] = ["side_a", "side_b", "civilians", "unknown"];

export interface Evidence { start: number; end: number; quote: string; field: string }
export interface DateRecord { start: string | null; end: string | null; precision: string; text: string | null }
export interface Place {
  name: string; id: string | null; lat: number | null; lon: number | null; precision: number | null;
  radius_km: number | null; admin1: string | null; country: string | null; text: string | null;
}
export interface Actor { id: string; name: string; mention: string; aliases: string[]; kind?: string }
export interface Count { low: number; high: number | null }
export interface Toll extends Count { best: number }
export type Counts = Partial<Record<Slot, Count | null>>;
export type Tolls = Partial<Record<Slot, Toll | null>>;

export interface Report {
  report: string; url: string | null; outlet: string | null; title: string | null; text: string;
  language: string | null;
  published: { start: string | null; end: string | null; basis: string; evidence: Evidence[] };
  wire: string[]; byline: string | null; furniture: [number, number][];
  copy_of: string | null; copy_group: string;
}
export interface Figure { what: string; slot: Slot; low: number; high: number | null; speaker: string | null; evidence: number[] }
export interface Account {
  id: string; report: string; kind: "event" | "control" | "strength"; type: string | null; modality: string;
  date: DateRecord; place: Place | null; side_a: Actor[]; side_b: Actor[];
  deaths: Counts; injured: Counts; other_counts: Record<string, Counts>; figures: Figure[];
  measure: { unit: string; low: number; high: number | null } | null;
  attribution: { speaker: string | null; role: string | null; via: string[] };
  evidence: Evidence[]; confidence: number;
}
export interface Contradiction { field: string; values: { value: string; accounts: string[]; speakers: string[] }[] }
export interface EventRecord {
  id: string; accounts: string[]; reports: string[]; type: string; modality: string; date: DateRecord;
  place: Place | null; side_a: Actor[]; side_b: Actor[]; deaths: Tolls; injured: Tolls;
  status: string; independent_origins: number; contradictions: Contradiction[]; confidence: number;
}

interface Payload {
  reports: Report[]; accounts: Account[]; events: EventRecord[];
  families: Record<string, string>; countries: Record<string, string>;
}

export interface Dossier extends Payload {
  report: Map<string, Report>;
  account: Map<string, Account>;
  accountsOfReport: Map<string, Account[]>;
}

/** Reads the embedded records and indexes them by id. */
export function load(): Dossier {
  const payload = JSON.parse(document.getElementById("dossier-data")!.textContent ?? "{}") as Payload;
  const accountsOfReport = new Map<string, Account[]>();
  for (const account of payload.accounts) {
    const held = accountsOfReport.get(account.report);
    if (held) held.push(account);
    else accountsOfReport.set(account.report, [account]);
  }
  return {
    ...payload,
    report: new Map(payload.reports.map((r) => [r.report, r])),
    account: new Map(payload.accounts.map((a) => [a.id, a])),
    accountsOfReport,
  };
}

export const located = (place: Place | null): place is Place & { lat: number; lon: number } =>
  place !== null && place.lat !== null && place.lon !== null;
