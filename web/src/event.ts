// One event: what it comes to, where its accounts disagree, and the accounts side by side with their passages.

import type { Account, Dossier, EventRecord, Report, Slot } from "./data";
import { SLOTS } from "./data";
import { h, put } from "./dom";
import { colourOf, passagesFor, passagesForCount } from "./fields";
import { Reader } from "./reader";
import {
  FAMILY, UNKNOWN, countLabel, dateLabel, days, eventTitle, fieldLabel, number, outlet, placeLabel, shortOutlet, plain, plural,
  precisionLabel, publishedLabel, saidBy, sideLabel, slotLabel, statusLabel, tollRange, typeLabel,
} from "./words";

const unknown = (): HTMLElement => h("span", { class: "unknown" }, UNKNOWN);
const known = (words: string): Node | string => (words === UNKNOWN ? unknown() : words);

function fact(label: string, ...values: (Node | string | null)[]): HTMLElement {
  return h("div", { class: "fact" }, h("dt", {}, label), h("dd", {}, ...values));
}

function tollTable(event: EventRecord): HTMLElement {
  const rows = SLOTS.flatMap((slot) => (["deaths", "injured"] as const).flatMap((what) => {
    const toll = event[what][slot];
    return toll ? [{ what, slot, toll }] : [];
  }));
  if (!rows.length) return h("p", {}, "Killed and injured: ", unknown());
  const head = ["", "lowest", "best", "highest"].map((label) => {
    const cell = h("th", { class: label ? "numeric" : "" }, label);
    cell.scope = "col";
    return cell;
  });
  return h("table", { class: "toll" }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {},
    ...rows.sort((a, b) => a.what.localeCompare(b.what)).map(({ what, slot, toll }) => h("tr", {},
      h("th", {}, `${what === "deaths" ? "Killed" : "Injured"}, ${slotName(event, slot)}`),
      h("td", { class: "numeric" }, number(toll.low)), h("td", { class: "numeric best" }, number(toll.best)),
      h("td", { class: "numeric" }, toll.high === null ? "or more" : number(toll.high))))));
}

/** The side's own name where it has one: "Red Hills Front" says more than "other side". */
function slotName(event: EventRecord | Account, slot: Slot): string {
  const side = slot === "side_a" || slot === "side_b" ? event[slot] : [];
  const armed = side.filter((actor) => actor.kind !== "civilians"); // dead civilians have a slot of their own
  const named = armed.length ? armed : side;
  return named.length ? sideLabel(named) : slotLabel(slot);
}

function contradictions(event: EventRecord, dossier: Dossier): HTMLElement | null {
  if (!event.contradictions.length) return null;
  return h("section", { class: "contradictions", aria: { label: "Where the accounts disagree" } },
    h("h4", {}, "Where the accounts disagree"),
    h("dl", {}, ...event.contradictions.map((contradiction) => h("div", {},
      h("dt", {}, fieldLabel(contradiction.field)),
      h("dd", {}, ...contradiction.values.flatMap((value, i) => [
        i ? h("span", { class: "versus" }, "vs") : null,
        h("span", { class: "version" }, h("b", {}, versionLabel(event, contradiction.field, value.value)), " ", h("span", { class: "who" },
          `(${voices(value.speakers, value.accounts, dossier)})`)),
      ]))))));
}

/** A contested value in words: event codes by name, days spelt out, "side_b 14" as "14 · Red Hills Front". */
function versionLabel(event: EventRecord, field: string, value: string): string {
  const [, slot, count] = /^(side_a|side_b|civilians|unknown) (\d.*)$/.exec(value) ?? [];
  if (slot && count) return `${count} · ${slotName(event, slot as Slot)}`;
  if (field === "type" || field === "modality") return typeLabel(value);
  const [, start, end] = /^(\d{4}-\d\d-\d\d)(?:\D+(\d{4}-\d\d-\d\d))?$/.exec(value) ?? [];
  return start ? days(start, end ?? start) : value || UNKNOWN;
}

function voices(speakers: string[], accounts: string[], dossier: Dossier): string {
  const outlets = accounts.map((id) => dossier.report.get(dossier.account.get(id)?.report ?? ""));
  const names = [...new Set(outlets.filter((r): r is Report => !!r).map(shortOutlet))].join("; ");
  return speakers.length ? `${speakers.join(", ")}, in ${names || "the report"}` : names || UNKNOWN;
}

/** The cards of an event's accounts, and the reader that their values point into. */
class Accounts {
  private readonly cards = new Map<Account, HTMLElement>();

  constructor(readonly dossier: Dossier, readonly accounts: Account[], readonly reader: Reader) {}

  draw(): HTMLElement {
    for (const account of this.accounts) this.cards.set(account, this.card(account));
    return h("div", { class: "cards" }, ...this.cards.values());
  }

  show(account: Account, marks: number[], reveal = true): void {
    const report = this.dossier.report.get(account.report);
    if (!report) return;
    this.reader.show(report, account, marks);
    for (const [other, card] of this.cards) card.classList.toggle("shown", other === account);
    this.place(account);
    if (reveal) this.reader.reveal();
  }

  /** On a wide screen the report stands beside the cards; on a narrow one right under the card it belongs to. */
  private place(account: Account): void {
    const card = this.cards.get(account);
    if (matchMedia("(max-width: 1080px)").matches) card?.after(this.reader.host);
    else card?.closest(".beside")?.append(this.reader.host);
  }

  private card(account: Account): HTMLElement {
    const report = this.dossier.report.get(account.report);
    return h("article", { class: "card", data: { account: account.id } },
      h("header", {},
        h("h5", {}, report ? outlet(report) : account.report),
        report ? h("p", { class: "quiet" }, publishedLabel(report)) : null,
        report ? this.origin(report) : null),
      h("dl", {}, ...this.rows(account, report)),
      h("button", { type: "button", class: "link", click: () => this.show(account, passagesFor(account, "type")) },
        "Read it in the report"));
  }

  private origin(report: Report): HTMLElement | null {
    const source = report.copy_of ? this.dossier.report.get(report.copy_of) : undefined;
    if (source) return h("p", { class: "copy" }, `Copy of ${shortOutlet(source)}`);
    return report.wire.length ? h("p", { class: "quiet" }, `Wire: ${report.wire.join(", ")}`) : null;
  }

  private rows(account: Account, report: Report | undefined): HTMLElement[] {
    const what = `${typeLabel(account.type)}${account.modality === "occurred" ? "" : `, ${account.modality}`}`;
    const row = (field: string, words: string, marks = passagesFor(account, field)) =>
      this.row(account, fieldLabel(field), field, words, marks);
    return [
      row("type", what),
      row("date", dateLabel(account.date)),
      row("place", placeWords(account, this.dossier)),
      row("side_a", sideLabel(account.side_a)),
      row("side_b", sideLabel(account.side_b)),
      ...this.counts(account),
      row("attribution", saidBy(account, report)),
    ];
  }

  private counts(account: Account): HTMLElement[] {
    const groups = { deaths: account.deaths, injured: account.injured, ...account.other_counts };
    return Object.entries(groups).flatMap(([what, counts]) => {
      const told = SLOTS.filter((slot) => counts[slot]);
      if (!told.length) return what === "deaths" ? [this.row(account, "Killed", "deaths", UNKNOWN, [])] : [];
      return told.map((slot) => {
        const words = `${countLabel(counts[slot]!)} · ${slotName(account, slot)}`;
        return this.row(account, fieldLabel(what), what, words, passagesForCount(account, what, slot));
      });
    });
  }

  private row(account: Account, label: string, field: string, words: string, marks: number[]): HTMLElement {
    const quote = marks.map((k) => account.evidence[k]!.quote).reduce((a, b) => (b.length > a.length ? b : a), "");
    const value: Node | string = words === UNKNOWN ? unknown() : words;
    const button = h("button", {
      type: "button", class: "value", data: { field },
      click: () => this.show(account, marks),
    }, h("span", { class: "said" }, value), h("q", { class: "passage" }, shorten(quote)));
    return h("div", { class: "row", colour: colourOf(field) }, h("dt", {}, label),
      h("dd", {}, marks.length ? button : h("span", { class: "said" }, value)));
  }
}

function placeWords(account: Account, dossier: Dossier): string {
  if (!account.place) return UNKNOWN;
  const precision = precisionLabel(account.place);
  return precision ? `${placeLabel(account.place, dossier)} · ${precision}` : placeLabel(account.place, dossier);
}

function shorten(quote: string): string {
  const flat = quote.replace(/\s+/g, " ").trim();
  return flat.length <= 140 ? flat : `${flat.slice(0, 138).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The facts of an event in short; used beside the map as well. */
export function summary(event: EventRecord, dossier: Dossier): HTMLElement {
  const place = event.place;
  const where = [known(placeLabel(place, dossier)), place && precisionLabel(place)
    ? h("span", { class: "quiet" }, ` ${precisionLabel(place)}`) : null];
  return h("dl", { class: "facts" },
    fact("When", known(dateLabel(event.date))),
    fact("Where", ...where),
    fact("Who acts", known(sideLabel(event.side_a))),
    fact("Acted upon", known(sideLabel(event.side_b))));
}

export function heading(event: EventRecord, dossier: Dossier): HTMLElement {
  const family = FAMILY[dossier.families[event.type] ?? ""];
  return h("p", { class: "eyebrow" }, h("span", { class: "dot", colour: family?.colour ?? "#46505b" }),
    family?.label ?? plain(event.type));
}

export function standing(event: EventRecord): HTMLElement {
  return h("p", { class: "standing" }, h("span", { class: `status ${event.status}` }, statusLabel(event.status)), " ",
    `${plural(event.independent_origins, "independent origin")}, ${plural(event.reports.length, "report")}`);
}

export function tollLine(event: EventRecord): HTMLElement {
  const told = SLOTS.flatMap((slot) => {
    const toll = event.deaths[slot];
    return toll ? [`${tollRange(toll)} ${slotName(event, slot)}`] : [];
  });
  return fact("Killed", told.length ? told.join("; ") : unknown());
}

/** Draws the section of the chosen event. */
export function drawEvent(host: HTMLElement, event: EventRecord, dossier: Dossier): void {
  const reader = new Reader(h("aside", { class: "reader", aria: { label: "Report with marked passages" } }));
  const accounts = new Accounts(dossier, event.accounts.flatMap((id) => dossier.account.get(id) ?? []), reader);
  const where = event.place ? `, ${event.place.name}` : "";
  put(host,
    heading(event, dossier), h("h3", { tabindex: -1 }, `${eventTitle(event)}${where}`), standing(event),
    h("div", { class: "what" }, summary(event, dossier), tollTable(event)),
    contradictions(event, dossier),
    h("h4", {}, event.accounts.length === 1 ? "The account" : `${number(event.accounts.length)} accounts`),
    h("p", { class: "quiet hint" }, "Choose a value to see the passage that says it."),
    h("div", { class: event.accounts.length === 1 ? "beside alone" : "beside" }, accounts.draw(), reader.host));
  const first = accounts.accounts[0];
  if (first) accounts.show(first, [], false);
}
