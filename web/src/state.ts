// What is chosen and what is filtered; views subscribe. The only state there is.

import type { Dossier, EventRecord } from "./data";
import { dateLabel, placeLabel, sideLabel, statusLabel, typeLabel } from "./words";

export interface Filter { text: string; family: string; status: string }

type Listener = () => void;

export class State {
  filter: Filter = { text: "", family: "", status: "" };
  visible: EventRecord[];
  selected: EventRecord | null = null;
  private readonly words = new Map<string, string>();
  private readonly onFilter: Listener[] = [];
  private readonly onSelect: Listener[] = [];

  constructor(readonly dossier: Dossier) {
    this.visible = dossier.events;
    for (const event of dossier.events) this.words.set(event.id, this.searchable(event));
  }

  family(event: EventRecord): string {
    return this.dossier.families[event.type] ?? "strategic";
  }

  narrow(filter: Partial<Filter>): void {
    this.filter = { ...this.filter, ...filter };
    const wanted = this.filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    this.visible = this.dossier.events.filter((event) =>
      (!this.filter.family || this.family(event) === this.filter.family) &&
      (!this.filter.status || event.status === this.filter.status) &&
      wanted.every((word) => this.words.get(event.id)!.includes(word)));
    for (const listener of this.onFilter) listener();
  }

  select(event: EventRecord | null): void {
    if (event === this.selected) return;
    this.selected = event;
    for (const listener of this.onSelect) listener();
  }

  filtered(listener: Listener): void { this.onFilter.push(listener); }
  chosen(listener: Listener): void { this.onSelect.push(listener); }

  private searchable(event: EventRecord): string {
    const accounts = event.accounts.map((id) => this.dossier.account.get(id));
    const reports = event.reports.map((id) => this.dossier.report.get(id));
    return [
      typeLabel(event.type), event.modality, statusLabel(event.status), dateLabel(event.date),
      placeLabel(event.place, this.dossier), sideLabel(event.side_a), sideLabel(event.side_b),
      ...reports.map((report) => `${report?.outlet ?? ""} ${report?.title ?? ""}`),
      ...accounts.map((account) => account?.attribution.speaker ?? ""),
      ...accounts.flatMap((account) => account?.evidence.map((evidence) => evidence.quote) ?? []),
    ].join(" ").toLowerCase();
  }
}
