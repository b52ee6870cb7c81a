// Curves over time, drawn by uPlot.
"use strict";
(function () {
  const box = document.getElementById("curves");
  if (!box || !window.uPlot) return;
  const COLOURS = ["#4477aa", "#cc8833", "#228833", "#aa3377", "#2a9db5", "#c4553b", "#7766bb", "#8a8a22", "#3a9988", "#bb5566", "#777777", "#5588cc"];
  const MIB = 1048576;
  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400, 604800];
  const charts = new Map();
  let last = null;

  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const seconds = (times) => times.map((ms) => ms / 1000);

  // Processes are looked at together, but are thinned and end one by one.
  function joined(processes, value) {
    const tables = processes.map((one) => [seconds(one.time_ms), value(one)]);
    return tables.length ? uPlot.join(tables) : [[]];
  }

  function summed(processes, value) {
    const all = joined(processes, value);
    return all[0].map((_, i) => all.slice(1).reduce((sum, one) => sum + (one[i] > 0 ? one[i] : 0), 0) / MIB);
  }

  const VIEWS = {
    throughput: (data) => ({
      names: ["done", "failed"],
      colours: [variable("done"), variable("failed")],
      unit: "/s",
      steps: true,
      table: [seconds(data.throughput.time_ms), data.throughput.done_per_second, data.throughput.failed_per_second],
    }),
    rss: (data) => ({
      names: data.processes.map((one) => one.name),
      unit: " MiB",
      table: joined(data.processes, (one) => one.rss_bytes.map((bytes) => bytes / MIB)),
    }),
    cores: (data) => ({
      names: data.processes.map((one) => one.name),
      unit: "",
      table: joined(data.processes, (one) => one.cores),
    }),
    gpu: (data) => {
      const known = data.processes.filter((one) => one.gpu_bytes.some((bytes) => bytes > 0));
      return {
        names: known.map((one) => one.name),
        unit: " MiB",
        table: joined(known, (one) => one.gpu_bytes.map((bytes) => (bytes < 0 ? null : bytes / MIB))),
      };
    },
    io: (data) => ({
      names: ["read", "written"],
      unit: " MiB/s",
      table: [
        joined(data.processes, (one) => one.cores)[0],
        summed(data.processes, (one) => one.read_bytes_per_second),
        summed(data.processes, (one) => one.written_bytes_per_second),
      ],
    }),
  };

  function options(view, width) {
    const axis = { stroke: variable("quiet"), grid: { stroke: variable("line"), width: 1 }, ticks: { stroke: variable("line"), width: 1 } };
    const paths = view.steps ? { paths: uPlot.paths.stepped({ align: 1 }) } : {};
    return {
      width,
      height: 190,
      scales: { y: { range: (_, low, high) => [0, Math.max(high * 1.08, 0.001)] } },
      axes: [
        { ...axis, values: "{HH}:{mm}:{ss}", space: 80, incrs: STEPS },
        { ...axis, size: 62 },
      ],
      series: [
        { value: "{HH}:{mm}:{ss}" },
        ...view.names.map((name, i) => ({
          label: name,
          stroke: (view.colours || COLOURS)[i % 12],
          width: 1.5,
          spanGaps: true,
          points: { show: view.table[0].length < 2 },
          value: (_, one) => (one == null ? "–" : one.toFixed(one < 10 ? 2 : 0) + view.unit),
          ...paths,
        })),
      ],
    };
  }

  function draw(data) {
    box.querySelectorAll("[data-curve]").forEach((place) => {
      const view = VIEWS[place.dataset.curve](data);
      const key = view.names.join() + variable("ink");
      const known = charts.get(place);
      if (place.dataset.curve === "gpu") document.getElementById("gpu").hidden = !view.names.length;
      if (!view.table[0].length) {
        place.textContent = "Nothing was recorded yet.";
        charts.delete(place);
        return;
      }
      if (known && known.key === key) {
        known.chart.setData(view.table);
        return;
      }
      place.replaceChildren();
      charts.set(place, { key, chart: new uPlot(options(view, place.clientWidth), view.table, place) });
    });
  }

  window.addEventListener("resize", () =>
    charts.forEach(({ chart }, place) => chart.setSize({ width: place.clientWidth, height: 190 })));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    charts.clear();
    if (last) draw(last);
  });
  document.addEventListener("sheaf-curves", (event) => {
    // What cannot be read is said in place of the task stream, which is made of the same.
    if (event.detail.error) return;
    last = event.detail;
    draw(last);
  });
})();
