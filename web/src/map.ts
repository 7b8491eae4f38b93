// The map: events as points, solid where the place is known, hollow and wide where it is only roughly known.

import "maplibre-gl/dist/maplibre-gl.css";
import type { Feature, FeatureCollection, Point } from "geojson";
import {
  AttributionControl, type ExpressionSpecification, type GeoJSONSource, LngLatBounds, Map as MapView,
  NavigationControl, Popup, type StyleSpecification, setWorkerUrl,
} from "maplibre-gl";
import { type EventRecord, located } from "./data";
import { h, put } from "./dom";
import type { State } from "./state";
import { FAMILY, dateLabel, eventTitle } from "./words";
import { type World, unpack, world } from "./world";

interface Pin { key: string; name: string; colour: string; precision: number; many: string; chosen: boolean }

const INK = "#20262d";
const MIXED = "#46505b";
const FONT = ["Open Sans Regular"]; // a name only: letters are drawn from the reader's own fonts

const RADIUS: ExpressionSpecification =
  ["match", ["get", "precision"], 1, 7, 2, 9, 3, 14, 4, 18, 5, 14, 6, 24, 7, 24, 11];
/** Points shrink on a map of the world, so that they do not hide each other. */
const sized = (more: number): ExpressionSpecification =>
  ["interpolate", ["linear"], ["zoom"], 0, ["+", ["*", 0.45, RADIUS], more], 5, ["+", RADIUS, more]];
const SOLID: ExpressionSpecification = ["match", ["get", "precision"], 1, 0.92, 2, 0.55, 0.14];

function styleOf({ land, labels }: World): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      labels: { type: "geojson", data: labels },
      events: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": "#e4edf2" } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": "#f8f5ed" } },
      { id: "borders", type: "line", source: "land", paint: { "line-color": "#c9c2b2", "line-width": 0.9 } },
      {
        id: "countries", type: "symbol", source: "labels",
        layout: {
          "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-letter-spacing": 0.08,
          "text-max-width": 8, "symbol-sort-key": ["-", 0, ["get", "size"]],
        },
        paint: { "text-color": "#857e6f", "text-halo-color": "#f8f5ed", "text-halo-width": 1.2 },
      },
      {
        id: "halo", type: "circle", source: "events", filter: ["get", "chosen"],
        paint: {
          "circle-radius": sized(5), "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": INK,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "events", type: "circle", source: "events",
        layout: { "circle-sort-key": ["-", 0, ["get", "precision"]] },
        paint: {
          "circle-radius": sized(0), "circle-color": ["get", "colour"], "circle-opacity": SOLID,
          "circle-stroke-color": ["case", ["<=", ["get", "precision"], 1], "#ffffff", ["get", "colour"]],
          "circle-stroke-width": ["case", ["<=", ["get", "precision"], 1], 1.2, 2],
        },
      },
      {
        id: "names", type: "symbol", source: "events",
        layout: {
          "text-field": ["concat", ["get", "name"], ["get", "many"]], "text-font": FONT, "text-size": 12,
          "text-variable-anchor": ["left", "right", "bottom", "top"], "text-radial-offset": 1.1,
          "text-justify": "auto", "text-optional": true,
        },
        paint: { "text-color": INK, "text-halo-color": "#ffffff", "text-halo-width": 1.4 },
      },
    ],
  };
}

/** Events by point: several at one place share a pin, which opens a list. */
function byPoint(events: EventRecord[]): Map<string, EventRecord[]> {
  const points = new Map<string, EventRecord[]>();
  for (const event of events) {
    if (!located(event.place)) continue;
    const key = `${event.place.lon.toFixed(3)},${event.place.lat.toFixed(3)}`;
    const held = points.get(key);
    if (held) held.push(event);
    else points.set(key, [event]);
  }
  return points;
}

function pins(state: State, points: Map<string, EventRecord[]>): FeatureCollection<Point, Pin> {
  const features = [...points].map(([key, events]): Feature<Point, Pin> => {
    const place = events[0]!.place!;
    const families = new Set(events.map((event) => state.family(event)));
    const only = families.size === 1 ? FAMILY[[...families][0]!] : undefined;
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates: [place.lon!, place.lat!] },
      properties: {
        key, name: place.name, colour: only?.colour ?? MIXED, many: events.length > 1 ? ` (${events.length})` : "",
        precision: Math.min(...events.map((event) => event.place?.precision ?? 5)),
        chosen: !!state.selected && events.includes(state.selected),
      },
    };
  });
  return { type: "FeatureCollection", features };
}

function bounds(events: EventRecord[]): LngLatBounds | null {
  const box = new LngLatBounds();
  for (const { place } of events) if (located(place)) box.extend([place.lon, place.lat]);
  return box.isEmpty() ? null : box;
}

function choices(state: State, events: EventRecord[], popup: Popup): HTMLElement {
  return h("ul", { class: "pin-list" }, ...events.map((event) => h("li", {},
    h("button", {
      type: "button", colour: FAMILY[state.family(event)]?.colour ?? MIXED,
      click: () => { state.select(event); popup.remove(); },
    }, h("b", {}, eventTitle(event)), " ", h("span", {}, dateLabel(event.date))))));
}

/** Draws the map into the host; the page works without it, so a failure is told and not thrown. */
export async function drawMap(host: HTMLElement, state: State): Promise<void> {
  try {
    const worker = new Blob([await unpack("dossier-worker")], { type: "text/javascript" });
    setWorkerUrl(URL.createObjectURL(worker));
    start(host, state, await world());
  } catch (error) {
    console.warn("no map:", error);
    put(host, h("p", { class: "no-map" }, "This browser cannot draw the map. The table below lists the same events."));
  }
}

function start(host: HTMLElement, state: State, outlines: World): void {
  const box = bounds(state.dossier.events);
  const map = new MapView({
    container: host, style: styleOf(outlines), attributionControl: false, cooperativeGestures: true,
    dragRotate: false, pitchWithRotate: false, touchPitch: false, maxZoom: 11, renderWorldCopies: false,
    ...(box ? { bounds: box, fitBoundsOptions: { padding: 60, maxZoom: 5 } } : { center: [20, 20], zoom: 1 }),
  });
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new AttributionControl({ compact: false, customAttribution: "Borders: Natural Earth" }));
  map.getCanvas().setAttribute("aria-label", "Map of the events; the table below lists the same events");
  let points = byPoint(state.visible);
  const redraw = () => {
    points = byPoint(state.visible);
    void map.getSource<GeoJSONSource>("events")?.setData(pins(state, points));
  };
  map.on("load", () => {
    redraw();
    state.filtered(redraw);
    state.chosen(() => { redraw(); follow(map, state.selected); });
  });
  map.on("click", "events", (click) => {
    const events = points.get(String(click.features?.[0]?.properties["key"])) ?? [];
    if (events.length === 1) state.select(events[0]!);
    else if (events.length) open(map, click.lngLat, state, events);
  });
  map.on("mouseenter", "events", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "events", () => { map.getCanvas().style.cursor = ""; });
  map.on("idle", () => { host.dataset["idle"] = "true"; });
}

function open(map: MapView, at: { lng: number; lat: number }, state: State, events: EventRecord[]): void {
  const popup = new Popup({ maxWidth: "280px", focusAfterOpen: true });
  popup.setLngLat(at).setDOMContent(choices(state, events, popup)).addTo(map);
}

/** Keeps the chosen event in sight. */
function follow(map: MapView, event: EventRecord | null): void {
  if (!event || !located(event.place)) return;
  const at: [number, number] = [event.place.lon, event.place.lat];
  if (!map.getBounds().contains(at)) map.panTo(at, { animate: false });
}
