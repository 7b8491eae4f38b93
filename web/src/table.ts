// The table of events: sortable, one row an event, a row opens its accounts.

import type { EventRecord } from "./data";
import { h, put } from "./dom";
import type { State } from "./state";
import {
  FAMILY, UNKNOWN, dateLabel, eventTitle, number, placeLabel, plural, sideLabel, statusLabel, tollRange, total,
} from "./words";

/** Rows before "show all": a wide screen scrolls them in a frame of their own, a phone with the page. */
const AT_FIRST = matchMedia("(max-width: 760px)").matches ? 15 : 400;

interface Column {
  key: string; label: string; numeric?: boolean;
  value: (event: EventRecord, state: State) => string | number | null;
  cell: (event: EventRecord, state: State) => (Node | string)[];
}

const unknown = (): HTMLElement => h("span", { class: "unknown" }, UNKNOWN);
const known = (words: string): Node | string => (words === UNKNOWN ? unknown() : words);

const COLUMNS: Column[] = [
  { key: "date", label: "Date", value: (e) => e.date.start, cell: (e) => [known(dateLabel(e.date))] },
  {
    key: "type", label: "What", value: (e) => eventTitle(e),
    cell: (e, s) => [h("span", { class: "dot", colour: FAMILY[s.family(e)]?.colour ?? "#46505b" }), eventTitle(e)],
  },
  { key: "place", label: "Where", value: (e) => e.place?.name ?? null, cell: (e, s) => [known(placeLabel(e.place, s.dossier))] },
  {
    key: "sides", label: "Who → whom", value: (e) => e.side_a[0]?.name ?? null,
    cell: (e) => [known(sideLabel(e.side_a)), h("span", { class: "arrow" }, " → "), known(sideLabel(e.side_b))],
  },
  {
    key: "deaths", label: "Killed", numeric: true, value: (e) => total(e.deaths)?.best ?? null,
    cell: (e) => toll(total(e.deaths)),
  },
  {
    key: "injured", label: "Injured", numeric: true, value: (e) => total(e.injured)?.best ?? null,
    cell: (e) => toll(total(e.injured)),
  },
  {
    key: "status", label: "Standing", value: (e) => statusLabel(e.status),
    cell: (e) => [h("span", { class: `status ${e.status}` }, statusLabel(e.status))],
  },
  {
    key: "origins", label: "Origins", numeric: true, value: (e) => e.independent_origins,
    cell: (e) => [number(e.independent_origins)],
  },
];

function toll(sum: ReturnType<typeof total>): (Node | string)[] {
  if (!sum) return [unknown()];
  const range = tollRange(sum);
  return range === number(sum.best) ? [h("b", {}, number(sum.best))]
    : [h("b", {}, number(sum.best)), h("span", { class: "range", title: "lowest–highest" }, range)];
}

/** Unknown sorts last in either direction. */
function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return sign * (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en"));
}

export class Table {
  private sort = { column: COLUMNS[0]!, sign: 1 };
  private limit = AT_FIRST;
  private readonly head = h("tr", {});
  private readonly body = h("tbody", {});
  private readonly note = h("p", { class: "quiet", aria: { live: "polite" } });

  constructor(host: HTMLElement, private readonly state: State, private readonly opened: () => void) {
    const table = h("table", { class: "events" }, h("thead", {}, this.head), this.body);
    put(host, h("div", { class: "frame", tabindex: 0, role: "region", aria: { label: "Table of events" } }, table), this.note);
    state.filtered(() => this.fill());
    state.chosen(() => this.mark());
    this.fill();
  }

  private fill(): void {
    put(this.head, ...COLUMNS.map((column) => this.header(column)));
    const { column, sign } = this.sort;
    const rows = [...this.state.visible].sort((a, b) =>
      compare(column.value(a, this.state), column.value(b, this.state), sign));
    put(this.body, ...rows.slice(0, this.limit).map((event) => this.row(event)));
    this.mark();
    const all = this.state.dossier.events.length;
    const shown = rows.length === all ? plural(all, "event") : `${number(rows.length)} of ${plural(all, "event")}`;
    put(this.note, shown, rows.length > this.limit ? this.more(rows.length) : null);
  }

  private more(all: number): HTMLElement {
    const click = () => { this.limit = Infinity; this.fill(); };
    return h("button", { type: "button", class: "link", click }, `Show all ${number(all)}`);
  }

  private header(column: Column): HTMLElement {
    const sorted = this.sort.column === column;
    const click = () => {
      this.sort = { column, sign: sorted ? -this.sort.sign : column.numeric ? -1 : 1 };
      this.fill();
    };
    const arrow = sorted ? (this.sort.sign > 0 ? " ↑" : " ↓") : "";
    const cell = h("th", { class: column.numeric ? "numeric" : "", aria: sorted
      ? { sort: this.sort.sign > 0 ? "ascending" : "descending" } : {} },
      h("button", { type: "button", click }, column.label, h("span", { aria: { hidden: "true" } }, arrow)));
    cell.scope = "col";
    return cell;
  }

  private row(event: EventRecord): HTMLElement {
    const open = () => { this.state.select(event); this.opened(); };
    const row = h("tr", { data: { event: event.id }, click: open });
    for (const column of COLUMNS) {
      const inside = column.cell(event, this.state);
      const name = column.numeric ? "numeric" : `of-${column.key}`;
      const content = column.key === "type" ? h("button", { type: "button", class: "open" }, ...inside) : h("div", {}, ...inside);
      row.append(h("td", { class: name, data: { label: column.label } }, content));
    }
    return row;
  }

  private mark(): void {
    for (const row of this.body.rows) {
      const chosen = row.dataset["event"] === this.state.selected?.id;
      row.classList.toggle("chosen", chosen);
      if (chosen) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }
}
