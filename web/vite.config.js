// Builds the dossier's front end straight into the Python package: plain files, no hashes in names, nothing fetched.
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const read = (path) => readFileSync(new URL(`./node_modules/${path}`, import.meta.url), "utf8");

/** The outlines of countries without the parts that the map does not draw. */
function world() {
  const atlas = JSON.parse(read("world-atlas/countries-50m.json"));
  delete atlas.objects.land;
  return JSON.stringify(atlas);
}

/** The licences of what is bundled travel with it. */
function licences() {
  const parts = [
    ["maplibre-gl", "maplibre-gl/LICENSE.txt"],
    ["topojson-client", "topojson-client/LICENSE"],
    ["world-atlas (Natural Earth, public domain)", "world-atlas/LICENSE"],
  ];
  return parts.map(([name, path]) => `== ${name} ==\n\n${read(path).trim()}\n`).join("\n");
}

/** Puts beside the bundle what the page embeds on its own: the map's worker, the outlines, the licences. */
const companions = {
  name: "companions",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "worker.js", source: read("maplibre-gl/dist/maplibre-gl-worker.mjs") });
    this.emitFile({ type: "asset", fileName: "world.json", source: world() });
    this.emitFile({ type: "asset", fileName: "LICENSES.txt", source: licences() });
  },
};

export default defineConfig({
  plugins: [companions],
  build: {
    outDir: "../src/crossbearing/export/dossier_assets",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    cssCodeSplit: false,
    assetsInlineLimit: 1_000_000,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: "src/main.ts",
      output: { format: "es", entryFileNames: "dossier.js", assetFileNames: "dossier[extname]" },
    },
  },
});
