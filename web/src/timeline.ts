// The timeline: a dot for a day, a bar for a range; when there are too many for that, columns by day, week or month.

import type { EventRecord } from "./data";
import { h, put, svg } from "./dom";
import type { State } from "./state";
import { FAMILY, dateLabel, day, eventTitle, number, plural } from "./words";

const DAY = 86_400_000;
const LANE = 20;
const MOST_LANES = 9;
const SIDE = 14;
const AXIS = 26;
const COLUMNS_HEIGHT = 120;

interface Dated { event: EventRecord; start: number; end: number; lane: number }

const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;
const iso = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);

function dated(events: EventRecord[]): Dated[] {
  return events
    .filter((event) => event.date.start && event.date.end)
    .map((event) => ({ event, start: at(event.date.start!), end: at(event.date.end!) + 1, lane: 0 }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Puts each event in the first lane where it does not touch another; returns how many lanes it took. */
function stack(events: Dated[], gap: number): number {
  const free: number[] = [];
  for (const item of events) {
    const lane = free.findIndex((end) => end + gap <= item.start);
    item.lane = lane < 0 ? free.length : lane;
    free[item.lane] = item.end;
  }
  return free.length;
}

/** Days between ticks, in calendar steps that people read. */
function ticks(from: number, to: number, width: number): { x: number; label: string }[] {
  const room = Math.max(2, Math.floor(width / 110));
  const span = to - from;
  const step = [1, 2, 7, 14].find((days) => span / days <= room);
  if (step) {
    const marks = [];
    for (let x = Math.ceil(from); x < to; x += step) marks.push({ x, label: short(x, !marks.length) });
    return marks;
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 300, 1200].find((n) => span / (30.4 * n) <= room) ?? 1200;
  return monthTicks(from, to, months);
}

function monthTicks(from: number, to: number, months: number): { x: number; label: string }[] {
  const first = new Date(from * DAY);
  const marks = [];
  let month = first.getUTCFullYear() * 12 + Math.ceil((first.getUTCMonth() + 1) / months) * months;
  for (; ; month += months) {
    const x = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (x >= to) return marks;
    const name = day(iso(x)).split(" ").slice(1);
    marks.push({ x, label: months >= 12 ? name[1]! : `${name[0]!.slice(0, 3)} ${name[1]}` });
  }
}

const short = (x: number, withYear: boolean): string => {
  const [date, month, year] = day(iso(x)).split(" ");
  return `${date} ${month!.slice(0, 3)}${withYear || (month === "January" && Number(date) < 15) ? ` ${year}` : ""}`;
};

class Scale {
  constructor(readonly from: number, readonly to: number, readonly width: number) {}
  x(day: number): number { return SIDE + ((day - this.from) / (this.to - this.from)) * (this.width - 2 * SIDE); }
  days(pixels: number): number { return (pixels * (this.to - this.from)) / (this.width - 2 * SIDE); }
}

function shape(item: Dated, scale: Scale, state: State, y: number): SVGElement {
  const { event } = item;
  const colour = FAMILY[state.family(event)]?.colour ?? "#46505b";
  const firm = ["occurred", "ongoing"].includes(event.modality);
  const [x1, x2] = [scale.x(item.start), scale.x(item.end)];
  const single = item.end - item.start <= 1 || x2 - x1 < 12;
  const paint = { fill: colour, "fill-opacity": firm ? (single ? 0.95 : 0.55) : 0.1, stroke: colour, "stroke-width": 1.6 };
  const mark = single
    ? svg("circle", { cx: (x1 + x2) / 2, cy: y, r: 6, ...paint })
    : svg("rect", { x: x1, y: y - 5, width: x2 - x1, height: 10, rx: 5, ...paint });
  const label = `${eventTitle(event)}, ${event.place?.name ?? "place unknown"}, ${dateLabel(event.date)}`;
  const group = svg("g", {
    class: event === state.selected ? "mark chosen" : "mark", tabindex: 0, role: "button", "aria-label": label,
  }, svg("title", {}, label), mark);
  group.addEventListener("click", () => state.select(event));
  group.addEventListener("keydown", (press) => {
    const key = (press as KeyboardEvent).key;
    if (key !== "Enter" && key !== " ") return;
    press.preventDefault();
    state.select(event);
  });
  return group;
}

function axis(scale: Scale, height: number): SVGElement {
  const marks = ticks(scale.from, scale.to, scale.width).flatMap(({ x, label }) => [
    svg("line", { x1: scale.x(x), x2: scale.x(x), y1: 4, y2: height - AXIS, class: "grid" }),
    svg("text", { x: scale.x(x), y: height - 8, class: scale.x(x) < 46 ? "tick early" : "tick" }, label),
  ]);
  return svg("g", { "aria-hidden": "true" }, ...marks,
    svg("line", { x1: 0, x2: scale.width, y1: height - AXIS, y2: height - AXIS, class: "base" }));
}

/** Stacked columns: so many events of each family in each stretch of days. */
function columns(items: Dated[], scale: Scale, state: State, height: number): SVGElement[] {
  const size = [1, 7, 30.44, 91.3, 365.25].find((days) => (scale.to - scale.from) / days <= 90) ?? 365.25;
  const bins = new Map<number, Map<string, number>>();
  for (const item of items) {
    const bin = Math.floor((item.start - scale.from) / size);
    const held = bins.get(bin) ?? new Map<string, number>();
    const family = state.family(item.event);
    bins.set(bin, held.set(family, (held.get(family) ?? 0) + 1));
  }
  const most = Math.max(...[...bins.values()].map((bin) => [...bin.values()].reduce((a, b) => a + b, 0)));
  return [...bins].flatMap(([bin, families]) => {
    let y = height - AXIS;
    const [x1, x2] = [scale.x(scale.from + bin * size), scale.x(Math.min(scale.to, scale.from + (bin + 1) * size))];
    return Object.keys(FAMILY).filter((family) => families.has(family)).map((family) => {
      const tall = (families.get(family)! / most) * (height - AXIS - 12);
      y -= tall;
      const label = `${FAMILY[family]!.label}: ${plural(families.get(family)!, "event")} from ${day(iso(Math.floor(scale.from + bin * size)))}`;
      return svg("rect", { x: x1 + 0.5, y, width: Math.max(1.5, x2 - x1 - 1), height: tall, fill: FAMILY[family]!.colour },
        svg("title", {}, label));
    });
  });
}

/**
 * The events without the few that lie so far off that they would squeeze all others into a corner. What is left out is
 * counted under the chart; it stays on the map and in the table.
 */
function close(items: Dated[]): Dated[] {
  if (items.length < 20) return items;
  const starts = items.map((item) => item.start).sort((a, b) => a - b);
  const at = (share: number) => starts[Math.round(share * (starts.length - 1))]!;
  const reach = Math.max(1, at(0.97) - at(0.03)) * 0.6;
  return items.filter(({ start }) => start >= at(0.03) - reach && start <= at(0.97) + reach);
}

function draw(host: HTMLElement, state: State): void {
  const all = dated(state.visible);
  const items = close(all);
  const undated = state.visible.length - all.length;
  if (!items.length) return put(host, h("p", { class: "quiet" }, "No event with a known date."));
  const width = Math.max(280, host.clientWidth);
  const [from, to] = [Math.min(...items.map((i) => i.start)), Math.max(...items.map((i) => i.end))];
  const margin = Math.max(1, (to - from) * 0.03);
  const scale = new Scale(from - margin, to + margin, width);
  const lanes = stack(items, scale.days(16));
  const asColumns = lanes > MOST_LANES;
  const height = asColumns ? COLUMNS_HEIGHT + AXIS : lanes * LANE + 22 + AXIS;
  const marks = asColumns
    ? columns(items, scale, state, height)
    : items.map((item) => shape(item, scale, state, height - AXIS - 16 - item.lane * LANE));
  const chart = svg("svg", {
    viewBox: `0 0 ${width} ${height}`, width, height, role: "group",
    "aria-label": `Timeline of ${plural(items.length, "event")}`,
  }, axis(scale, height), ...marks);
  put(host, chart, h("p", { class: "quiet" }, leftOut(undated, all.length - items.length)));
}

function leftOut(undated: number, far: number): string {
  const parts = [undated ? `${plural(undated, "event")} without a known date` : "", far ? `${number(far)} far earlier or later` : ""];
  const told = parts.filter(Boolean).join(" and ");
  return told && `Not shown: ${told}.`;
}

export function drawTimeline(host: HTMLElement, state: State): void {
  const redraw = () => draw(host, state);
  state.filtered(redraw);
  state.chosen(redraw);
  let width = 0;
  new ResizeObserver(() => {
    if (host.clientWidth === width) return;
    width = host.clientWidth;
    redraw();
  }).observe(host);
}
