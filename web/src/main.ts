// Puts the page together: filters, map, timeline, table, the chosen event, statements, sources.

import "./style.css";
import { type Dossier, type EventRecord, load, located } from "./data";
import { calm, h, put } from "./dom";
import { drawEvent, heading, standing, summary, tollLine } from "./event";
import { drawMap } from "./map";
import { drawSources, drawStatements, drawUncoded } from "./sections";
import { State } from "./state";
import { Table } from "./table";
import { drawTimeline } from "./timeline";
import { FAMILY, eventTitle, plural, statusLabel } from "./words";

const $ = (id: string): HTMLElement => document.getElementById(id)!;

function options(all: string, values: [string, string][]): HTMLOptionElement[] {
  return [["", all] as [string, string], ...values].map(([value, label]) => {
    const option = h("option", {}, label);
    option.value = value;
    return option;
  });
}

function choice(label: string, all: string, values: [string, string][], changed: (value: string) => void): HTMLElement {
  const select = h("select", {}, ...options(all, values));
  select.addEventListener("change", () => changed(select.value));
  return h("label", {}, h("span", {}, label), select);
}

function drawFilters(host: HTMLElement, state: State): void {
  const search = h("input", { type: "search" });
  search.placeholder = "place, actor, outlet, words…";
  search.addEventListener("input", () => state.narrow({ text: search.value }));
  const families = Object.keys(FAMILY).filter((family) => state.dossier.events.some((e) => state.family(e) === family));
  const statuses = [...new Set(state.dossier.events.map((event) => event.status))].sort();
  put(host,
    h("label", { class: "wide" }, h("span", {}, "Find"), search),
    choice("What", "All kinds", families.map((f) => [f, FAMILY[f]!.label]), (family) => state.narrow({ family })),
    choice("Standing", "Any", statuses.map((s) => [s, statusLabel(s)]), (status) => state.narrow({ status })));
}

function drawLegend(host: HTMLElement, state: State): void {
  const families = Object.entries(FAMILY).filter(([family]) => state.dossier.events.some((e) => state.family(e) === family));
  const off = state.dossier.events.filter((event) => !located(event.place)).length;
  put(host,
    h("ul", { class: "legend" },
      ...families.map(([, { label, colour }]) => h("li", {}, h("span", { class: "dot", colour }), label)),
      h("li", { class: "gap" }, h("span", { class: "size exact" }), "exact place"),
      h("li", {}, h("span", { class: "size near" }), "within 25 km"),
      h("li", {}, h("span", { class: "size area" }), "district, province or wider")),
    off ? h("p", { class: "quiet" }, `${plural(off, "event")} without coordinates not on the map.`) : null);
}

/** The short card beside the map. */
function drawBrief(host: HTMLElement, state: State, read: () => void): void {
  const event = state.selected;
  if (!event) return put(host, h("p", { class: "quiet" }, "Choose an event on the map, the timeline or in the table."));
  const facts = summary(event, state.dossier);
  facts.append(tollLine(event));
  put(host, heading(event, state.dossier), h("h3", {}, eventTitle(event)), standing(event), facts,
    event.contradictions.length
      ? h("p", { class: "warn" }, `The accounts disagree on ${plural(event.contradictions.length, "point")}.`) : null,
    h("button", { type: "button", class: "primary", click: read }, "Read the accounts"));
}

/** The event that the page opens with: the one that most reports tell. */
function first(dossier: Dossier): EventRecord | null {
  const rank = (event: EventRecord) => event.independent_origins * 1000 + event.contradictions.length * 10 + event.reports.length;
  return dossier.events.reduce<EventRecord | null>((most, event) => (!most || rank(event) > rank(most) ? event : most), null);
}

function begin(): void {
  const dossier = load();
  const state = new State(dossier);
  const toEvent = () => {
    $("event").scrollIntoView({ behavior: calm(), block: "start" });
    $("event").querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  };
  drawFilters($("filters"), state);
  drawLegend($("legend"), state);
  drawTimeline($("timeline"), state);
  new Table($("table"), state, toEvent);
  drawBrief($("brief"), state, toEvent);
  state.chosen(() => {
    drawBrief($("brief"), state, toEvent);
    if (state.selected) drawEvent($("event-body"), state.selected, dossier);
  });
  drawStatements($("statements-body"), dossier);
  drawSources($("sources-body"), dossier);
  drawUncoded($("uncoded-body"), dossier);
  state.select(first(dossier));
  void drawMap($("map"), state);
}

begin();
