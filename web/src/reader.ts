// Shows a report's text with the passages of one account marked in it, furniture greyed.

import type { Account, Report } from "./data";
import { calm, h, outside, put } from "./dom";
import { colourOf } from "./fields";
import { fieldLabel, outlet, publishedLabel } from "./words";

interface Piece { start: number; end: number; furniture: boolean; marks: number[] }

/** A text by code points: positions in records count those, and not JavaScript's half characters. */
function slicer(text: string): (start: number, end: number) => string {
  if (!/[\ud800-\udfff]/.test(text)) return (start, end) => text.slice(start, end);
  const points = Array.from(text);
  return (start, end) => points.slice(start, end).join("");
}

/** Cuts a text where a mark or a stretch of furniture begins or ends. */
function pieces(length: number, furniture: [number, number][], account: Account | null): Piece[] {
  const spans = account?.evidence ?? [];
  const cuts = new Set([0, length]);
  for (const [start, end] of furniture) cuts.add(start).add(end);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const at = [...cuts].filter((cut) => cut <= length).sort((a, b) => a - b);
  return at.slice(1).map((end, i) => {
    const start = at[i]!;
    const inside = (from: number, to: number) => from <= start && end <= to;
    const marks = spans.flatMap((span, k) => (inside(span.start, span.end) ? [k] : []));
    const size = (k: number) => spans[k]!.end - spans[k]!.start;
    return {
      start, end, furniture: furniture.some(([from, to]) => inside(from, to)),
      marks: marks.sort((a, b) => size(a) - size(b)),
    };
  });
}

function markOf(piece: Piece, words: string, account: Account): HTMLElement {
  const fields = [...new Set(piece.marks.map((k) => account.evidence[k]!.field))];
  const mark = h("mark", {
    colour: colourOf(fields[0]!), title: fields.map(fieldLabel).join(" · "),
    data: { field: fields[0]!, marks: ` ${piece.marks.join(" ")} ` },
  }, words);
  if (fields[0] === "type") mark.classList.add("wide");
  return mark;
}

/** The text of a report; with an account, its passages marked. */
export function textOf(report: Report, account: Account | null): HTMLElement {
  const slice = slicer(report.text);
  const length = /[\ud800-\udfff]/.test(report.text) ? Array.from(report.text).length : report.text.length;
  const body = h("div", { class: "report-text", dir: "auto", tabindex: 0, role: "region",
    aria: { label: `Text of the report by ${outlet(report)}` } });
  for (const piece of pieces(length, report.furniture, account)) {
    const words = slice(piece.start, piece.end);
    if (account && piece.marks.length) body.append(markOf(piece, words, account));
    else if (piece.furniture) body.append(h("span", { class: "furniture", title: "Part of the page, not of the report" }, words));
    else body.append(words);
  }
  return body;
}

function legend(account: Account): HTMLElement {
  const fields = [...new Set(account.evidence.map((evidence) => evidence.field))];
  return h("ul", { class: "mark-legend", aria: { label: "Colours of the marked passages" } },
    ...fields.map((field) => h("li", { colour: colourOf(field) }, fieldLabel(field))));
}

/** A panel that holds one report at a time. */
export class Reader {
  private shown: Account | null = null;

  constructor(readonly host: HTMLElement) {}

  show(report: Report, account: Account, marks: number[] = []): void {
    if (this.shown !== account) this.fill(report, account);
    this.point(marks);
  }

  private fill(report: Report, account: Account): void {
    this.shown = account;
    put(this.host,
      h("header", {},
        h("p", { class: "eyebrow" }, "The report"),
        h("h4", {}, outlet(report)),
        report.title && report.title !== outlet(report) ? h("p", { class: "headline" }, report.title) : null,
        h("p", { class: "quiet" }, publishedLabel(report), report.url ? " · " : null,
          report.url ? outside(report.url, "original page") : null)),
      legend(account), textOf(report, account));
  }

  /** Puts the passages in front: outlined, and scrolled to within the panel. */
  private point(marks: number[]): void {
    const text = this.host.querySelector<HTMLElement>(".report-text")!;
    const wanted = new Set(marks.map(String));
    let first: HTMLElement | null = null;
    for (const mark of text.querySelectorAll<HTMLElement>("mark")) {
      const active = (mark.dataset["marks"] ?? "").trim().split(" ").some((k) => wanted.has(k));
      mark.classList.toggle("active", active);
      if (active) first ??= mark;
    }
    if (!first) return;
    const top = first.offsetTop - text.clientHeight / 3; // the panel is the offset parent
    text.scrollTo({ top: Math.max(0, top), behavior: calm() });
  }

  /** Where the panel is out of sight (a narrow screen), bring it into view. */
  reveal(): void {
    const box = this.host.getBoundingClientRect();
    if (box.top > innerHeight - 120 || box.bottom < 120) this.host.scrollIntoView({ behavior: calm(), block: "start" });
  }
}
