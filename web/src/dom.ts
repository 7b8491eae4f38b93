// Builds elements. Data only ever becomes text nodes and attributes that cannot run: nothing here parses HTML.

type Child = Node | string | null | undefined | false;
interface Properties {
  class?: string; id?: string; type?: string; title?: string; href?: string; colour?: string;
  aria?: Record<string, string>; data?: Record<string, string>; role?: string; tabindex?: number; dir?: string;
  click?: (event: Event) => void;
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, properties);
  append(element, children);
  return element;
}

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  append(element, children);
  return element;
}

function dress(element: HTMLElement, properties: Properties): void {
  const { class: name, aria = {}, data = {}, colour, click, tabindex, ...plain } = properties;
  if (name) element.className = name;
  for (const [key, value] of Object.entries(aria)) element.setAttribute(`aria-${key}`, value);
  for (const [key, value] of Object.entries(data)) element.dataset[key] = value;
  for (const [key, value] of Object.entries(plain)) element.setAttribute(key, value);
  if (tabindex !== undefined) element.tabIndex = tabindex;
  if (colour) element.style.setProperty("--c", colour);
  if (click) element.addEventListener("click", click);
}

function append(element: Element, children: Child[]): void {
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
}

export function put(host: Element, ...children: Child[]): void {
  host.replaceChildren();
  append(host, children);
}

/** A link to a report's own page, or plain text when its address is not one that is safe to follow. */
export function outside(address: string, words: string): HTMLElement {
  if (!/^https?:\/\//i.test(address)) return h("span", {}, words);
  const link = h("a", { href: address, class: "outside" }, words);
  link.rel = "noopener noreferrer nofollow";
  link.target = "_blank";
  return link;
}

export const calm = (): ScrollBehavior =>
  matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
