// The sections under the events: who holds what and how strong they are, the reports, and what could not be coded.

import type { Account, Dossier, Report } from "./data";
import { h, outside, put } from "./dom";
import { textOf } from "./reader";
import {
  UNKNOWN, countLabel, dateLabel, number, outlet, placeLabel, plural, publishedLabel, saidBy, shortOutlet, sideLabel,
} from "./words";

function sentence(account: Account, dossier: Dossier): string {
  const who = sideLabel(account.side_a);
  const place = account.place ? placeLabel(account.place, dossier) : null;
  if (account.kind === "control") return `${who} holds ${place ?? "a place not told"}`;
  const measure = account.measure ? `${countLabel(account.measure)} ${account.measure.unit}` : UNKNOWN;
  return `${who}: ${measure}${place ? `, ${place}` : ""}`;
}

/** A line that opens to the report's text with the passages marked; the text is built on first opening. */
function opening(line: (Node | string | null)[], inside: () => Node[], more: Record<string, string> = {}): HTMLElement {
  const box = h("details", { data: more }, h("summary", {}, ...line));
  box.addEventListener("toggle", () => { if (box.open && box.childElementCount === 1) box.append(...inside()); });
  return box;
}

function statement(account: Account, dossier: Dossier): HTMLElement {
  const report = dossier.report.get(account.report);
  const quote = account.evidence.map((e) => e.quote).reduce((a, b) => (b.length > a.length ? b : a), "");
  const date = account.date.start ? `, ${dateLabel(account.date)}` : report?.published.start
    ? `, ${publishedLabel(report)}` : "";
  return h("li", { class: "statement" }, opening([
    h("b", {}, sentence(account, dossier)),
    h("span", { class: "quiet" }, `${saidBy(account, report)}${report && account.attribution.speaker ? `, in ${shortOutlet(report)}` : ""}${date}`),
    h("q", { class: "passage" }, quote),
  ], () => (report ? [textOf(report, account)] : [])));
}

export function drawStatements(host: HTMLElement, dossier: Dossier): void {
  const group = (kind: Account["kind"], title: string) => {
    const accounts = dossier.accounts.filter((account) => account.kind === kind);
    return accounts.length ? h("section", {}, h("h3", {}, title), h("ul", { class: "plain" },
      ...accounts.map((account) => statement(account, dossier)))) : null;
  };
  const [control, strength] = [group("control", "Who holds what"), group("strength", "How strong they are said to be")];
  put(host, control || strength ? null : h("p", { class: "quiet" }, "No report says who holds a place or how strong a force is."),
    h("div", { class: "two" }, control, strength));
}

function reportLine(report: Report, dossier: Dossier): (Node | string | null)[] {
  const source = report.copy_of ? dossier.report.get(report.copy_of) : undefined;
  const accounts = dossier.accountsOfReport.get(report.report)?.length ?? 0;
  const group = dossier.reports.filter((other) => other.copy_group === report.copy_group).length;
  const facts = [
    publishedLabel(report), report.byline ? `by ${report.byline}` : "", report.wire.length ? `wire: ${report.wire.join(", ")}` : "",
    group > 1 ? `one of ${number(group)} reports of one origin` : "", accounts ? plural(accounts, "account") : "no account",
  ];
  return [
    h("b", {}, outlet(report)),
    report.title && report.title !== outlet(report) ? h("span", { class: "headline" }, report.title) : null,
    h("span", { class: "quiet" }, facts.filter(Boolean).join(" · ")),
    source ? h("span", { class: "copy" }, `Copy of ${shortOutlet(source)}`) : null,
  ];
}

export function drawSources(host: HTMLElement, dossier: Dossier): void {
  put(host, h("ul", { class: "plain" }, ...dossier.reports.map((report) => h("li", {}, opening(
    reportLine(report, dossier),
    () => [
      ...(report.url ? [h("p", { class: "quiet" }, outside(report.url, report.url))] : []),
      textOf(report, null),
    ],
    { report: report.report },
  )))));
}

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

function languageName(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code; // not a language tag at all
  }
}

/** Why nothing was coded from a report, as far as the record tells. */
function why(report: Report): string {
  const language = report.language?.toLowerCase() ?? "";
  if (language && language !== "en" && !language.startsWith("en-")) {
    return `written in ${languageName(language)}; only English is coded`;
  }
  return report.text.trim() ? "read, but no event, control or strength statement found in it" : "it holds no text";
}

export function drawUncoded(host: HTMLElement, dossier: Dossier): void {
  const silent = dossier.reports.filter((report) => !dossier.accountsOfReport.has(report.report));
  put(host, silent.length
    ? h("ul", { class: "plain" }, ...silent.map((report) => h("li", {}, h("b", {}, outlet(report)), " ",
      h("span", { class: "quiet" }, `${report.title && report.title !== outlet(report) ? `“${report.title}”: ` : ""}${why(report)}`))))
    : h("p", { class: "quiet" }, "Every report gave at least one account."));
}
