"use strict";
// Curves that zoom and tell their values under the pointer; where this does not run, drawings that stand still are seen.
(() => {
  const root = document.documentElement;
  const colour = name => getComputedStyle(root).getPropertyValue(name).trim();
  const charts = JSON.parse(document.getElementById("curve-data").textContent);
  const dashes = [[], [7, 4], [1.5, 3.5], [9, 3.5, 2, 3.5], [14, 4], [9, 3, 2, 3, 2, 3], [4, 2], [12, 3, 4, 3]];
  const number = value => value === null || value === undefined ? "–" : Number(value.toPrecision(4)).toString().replace("-", "−");
  const finite = values => values.map(value => typeof value === "number" ? value : null);
  const drawn = [];

  function options(chart, width) {
    const axis = label => ({ label, labelSize: 24, labelFont: "12px system-ui", font: "12px system-ui", stroke: () => colour("--quiet"),
      grid: { stroke: () => colour("--line"), width: 1 }, ticks: { stroke: () => colour("--line"), width: 1 } });
    const line = each => ({ label: each.name, stroke: () => colour("--hue" + each.hue), dash: dashes[each.dash], width: 1.8,
      points: { show: each.x.length < 3 }, value: (u, value) => number(value) });
    return { width, height: 320, cursor: { drag: { x: true, y: true, uni: 20 } }, legend: { live: true },
      scales: { x: { time: false }, y: chart.log ? { distr: 3 } : {} },
      axes: [{ ...axis(chart.x), values: (u, ticks) => ticks.map(number) },
        { ...axis(chart.y), size: 70, values: (u, ticks) => ticks.map(tick => tick === null ? "" : number(tick)) }],
      series: [{ label: chart.x, value: (u, value) => number(value) }, ...chart.lines.map(line)] };
  }

  charts.forEach(chart => {
    const place = document.getElementById(chart.id);
    const data = uPlot.join(chart.lines.map(each => [each.x, finite(each.y)]));
    root.classList.add("live");
    const plot = new uPlot(options(chart, place.clientWidth), data, place);
    drawn.push([plot, place]);
  });
  addEventListener("resize", () => drawn.forEach(([plot, place]) => plot.setSize({ width: place.clientWidth, height: 320 })));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach(([plot]) => plot.redraw(false, true)));
})();
