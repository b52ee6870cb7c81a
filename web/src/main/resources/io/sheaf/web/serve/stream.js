// The task stream: a row for each worker, time across. Drag zooms in, plus and minus zoom, arrows
// move, 0 shows all; Enter or a click opens the unit under the pointer.
"use strict";
(function () {
  const box = document.querySelector(".stream");
  if (!box) return;
  const canvas = box.querySelector("canvas");
  const tip = box.querySelector(".tip");
  const legend = document.getElementById("stream-legend");
  const words = document.getElementById("stream-words");
  const STATES = ["done", "failed", "timed out", "out of memory", "lost", "cancelled", "running", "waiting"];
  const PHASES = ["#4477aa", "#ccaa33", "#228833", "#aa3377", "#66ccee", "#ee8866", "#7766bb", "#999933", "#44aa99", "#bb5566"];
  const LEFT = 78, TOP = 4, FOOT = 22;
  // All there is, what is drawn, the stretch that was chosen of it, and what is being dragged over.
  let all = null, data = null, shown = null, drag = null;
  let colour = "outcome", busy = false;

  const style = () => getComputedStyle(document.documentElement);
  const variable = (name) => style().getPropertyValue("--" + name.replace(/ /g, "-")).trim();

  function rowHeight() {
    return data && data.workers.length > 24 ? 10 : 18;
  }

  function take(answer) {
    if (answer.error) {
      words.textContent = "The task stream could not be read (" + answer.error + ").";
    } else {
      data = answer;
      draw();
    }
  }

  async function load() {
    if (busy) return;
    busy = true;
    const wanted = shown;
    const query = "?from=" + Math.round(wanted[0]) + "&to=" + Math.round(wanted[1]);
    try {
      const answer = await fetch(box.dataset.source + query);
      const stretch = await answer.json();
      if (shown === wanted) take(stretch);
    } catch (error) {
      take({ error: error.message });
    } finally {
      busy = false;
      // Another stretch may have been asked for meanwhile.
      if (shown && shown !== wanted) load();
    }
  }

  function x(ms) {
    return LEFT + (ms / (data.to_ms - data.from_ms)) * (canvas.clientWidth - LEFT - 4);
  }

  function time(pixel) {
    const part = (pixel - LEFT) / (canvas.clientWidth - LEFT - 4);
    return data.from_ms + Math.min(1, Math.max(0, part)) * (data.to_ms - data.from_ms);
  }

  function draw() {
    if (!data) return;
    const height = TOP + FOOT + Math.max(1, data.workers.length) * rowHeight();
    const ratio = window.devicePixelRatio || 1;
    canvas.height = height * ratio;
    canvas.width = canvas.clientWidth * ratio;
    canvas.style.height = height + "px";
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.font = "12px system-ui, sans-serif";
    rows(pen);
    const colours = colour === "phase" && data.pieces.length ? phases(pen) : outcomes(pen);
    axis(pen, height);
    if (drag && drag.to !== drag.from) {
      pen.fillStyle = variable("accent");
      pen.globalAlpha = 0.2;
      pen.fillRect(Math.min(drag.from, drag.to), TOP, Math.abs(drag.to - drag.from), height - TOP - FOOT);
      pen.globalAlpha = 1;
    }
    describe(colours);
  }

  function rows(pen) {
    pen.textBaseline = "middle";
    data.workers.forEach((name, row) => {
      const y = TOP + row * rowHeight();
      pen.fillStyle = variable("panel");
      pen.fillRect(LEFT, y + 1, canvas.clientWidth - LEFT - 4, rowHeight() - 2);
      if (rowHeight() > 10 || row % 2 === 0) {
        pen.fillStyle = variable("quiet");
        pen.fillText(name.length > 11 ? "…" + name.slice(-10) : name, 2, y + rowHeight() / 2);
      }
    });
  }

  function bar(pen, worker, start, length, fill, alpha) {
    const left = x(Math.max(0, start));
    const right = x(Math.min(data.to_ms - data.from_ms, start + length));
    const wide = Math.max(1, right - left - (right - left > 3 ? 0.6 : 0));
    pen.globalAlpha = alpha;
    pen.fillStyle = fill;
    pen.fillRect(left, TOP + worker * rowHeight() + 1, wide, rowHeight() - 2);
    pen.globalAlpha = 1;
  }

  function outcomes(pen) {
    const fills = Object.fromEntries(STATES.map((state) => [state, variable(state)]));
    const used = new Set();
    data.bars.forEach(([worker, start, length, state]) => {
      used.add(state);
      bar(pen, worker, start, length, fills[state], state === "running" ? 0.6 : 1);
    });
    const width = (data.to_ms - data.from_ms) / data.columns;
    data.cells.forEach(([worker, column, state, part]) => {
      used.add(state);
      bar(pen, worker, column * width, width, fills[state], 0.15 + 0.85 * part);
    });
    return STATES.filter((state) => used.has(state)).map((state) => [state, fills[state]]);
  }

  function phases(pen) {
    const names = [...new Set(data.pieces.map((piece) => piece[1]))].sort();
    const fills = new Map(names.map((name, i) => [name, PHASES[i % PHASES.length]]));
    const rest = variable("cancelled");
    data.bars.forEach(([worker, start, length]) => bar(pen, worker, start, length, rest, 0.45));
    data.pieces.forEach(([number, name, start, length]) =>
      bar(pen, data.bars[number][0], start, length, fills.get(name), 1));
    return [...fills].concat([["outside phases", rest]]);
  }

  function axis(pen, height) {
    const wide = canvas.clientWidth - LEFT - 4;
    const span = data.to_ms - data.from_ms;
    const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 15e3, 3e4, 6e4, 12e4, 3e5, 6e5, 9e5, 18e5, 36e5, 72e5, 144e5, 288e5, 864e5];
    const step = steps.find((one) => (one / span) * wide > 90) || 864e5 * Math.ceil(span / 864e5 / 8);
    pen.fillStyle = variable("quiet");
    pen.strokeStyle = variable("line");
    pen.textBaseline = "alphabetic";
    const offset = new Date(data.from_ms).getTimezoneOffset() * 6e4;
    for (let at = Math.ceil((data.from_ms - offset) / step) * step + offset; at <= data.to_ms; at += step) {
      const left = Math.round(x(at - data.from_ms)) + 0.5;
      pen.beginPath();
      pen.moveTo(left, TOP);
      pen.lineTo(left, height - FOOT + 4);
      pen.stroke();
      const text = clock(at, step);
      if (left + pen.measureText(text).width < canvas.clientWidth) pen.fillText(text, left, height - 6);
    }
  }

  function clock(ms, step) {
    const date = new Date(ms);
    const two = (n) => String(n).padStart(2, "0");
    const text = two(date.getHours()) + ":" + two(date.getMinutes());
    if (step >= 864e5) return date.getMonth() + 1 + "-" + two(date.getDate());
    if (step >= 6e4) return text;
    return text + ":" + two(date.getSeconds()) + (step < 1e3 ? "." + String(date.getMilliseconds()).padStart(3, "0") : "");
  }

  function describe(colours) {
    legend.replaceChildren(...colours.map(([name, fill]) => {
      const item = document.createElement("li");
      const space = "http://www.w3.org/2000/svg";
      const icon = document.createElementNS(space, "svg");
      const square = document.createElementNS(space, "rect");
      icon.setAttribute("aria-hidden", "true");
      square.setAttribute("width", "100%");
      square.setAttribute("height", "100%");
      square.setAttribute("fill", fill);
      icon.append(square);
      item.append(icon, name);
      return item;
    }));
    const many = data.attempts.toLocaleString("en") + " attempts";
    const how = data.cells.length
      ? " — too many to tell apart here, so the shade says how busy a worker was; zoom in for single ones."
      : colour === "phase" && !data.pieces.length ? "; none of them told of phases." : ".";
    words.textContent = many + how + " Drag over a stretch to zoom in.";
  }

  function under(event) {
    if (!data) return null;
    const place = canvas.getBoundingClientRect();
    const row = Math.floor((event.clientY - place.top - TOP) / rowHeight());
    const at = time(event.clientX - place.left) - data.from_ms;
    const slack = ((data.to_ms - data.from_ms) / canvas.clientWidth) * 1.5;
    return data.bars.find((one) => one[0] === row && at >= one[1] - slack && at <= one[1] + one[2] + slack) || null;
  }

  function point(event) {
    const one = under(event);
    tip.hidden = !one || !!(drag && drag.to !== drag.from);
    if (!one) return;
    const mine = data.pieces.filter((piece) => data.bars[piece[0]] === one);
    tip.textContent = one[4] + "\n" + one[3] + " after " + seconds(one[2]) + ", attempt " + one[5]
      + mine.map((piece) => "\n" + piece[1] + " " + seconds(piece[3])).join("");
    const place = box.getBoundingClientRect();
    tip.style.left = Math.min(event.clientX - place.left + 12, Math.max(0, place.width - tip.offsetWidth - 4)) + "px";
    tip.style.top = event.clientY - place.top + 14 + "px";
  }

  function seconds(ms) {
    return ms < 1000 ? Math.round(ms) + " ms" : (ms / 1000).toFixed(2) + " s";
  }

  function show(from, to) {
    if (to - from < 5) return;
    shown = [from, to];
    load();
  }

  function zoom(factor) {
    if (!data) return;
    const middle = (data.from_ms + data.to_ms) / 2;
    const half = ((data.to_ms - data.from_ms) / 2) * factor;
    show(middle - half, middle + half);
  }

  function move(part) {
    if (!data) return;
    const by = (data.to_ms - data.from_ms) * part;
    show(data.from_ms + by, data.to_ms + by);
  }

  function whole() {
    shown = null;
    if (all) take(all);
  }

  const moves = { in: () => zoom(0.5), out: () => zoom(2), earlier: () => move(-0.5), later: () => move(0.5), all: whole };

  document.querySelectorAll("[data-move]").forEach((button) =>
    button.addEventListener("click", () => moves[button.dataset.move]()));
  document.querySelectorAll("[data-colour]").forEach((button) =>
    button.addEventListener("click", () => {
      colour = button.dataset.colour;
      document.querySelectorAll("[data-colour]").forEach((one) =>
        one.setAttribute("aria-pressed", String(one === button)));
      draw();
    }));
  canvas.addEventListener("keydown", (event) => {
    const name = { "+": "in", "=": "in", "-": "out", ArrowLeft: "earlier", ArrowRight: "later", 0: "all" }[event.key];
    if (!name || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moves[name]();
  });
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const at = event.clientX - canvas.getBoundingClientRect().left;
    drag = { from: at, to: at };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (drag) {
      drag.to = event.clientX - canvas.getBoundingClientRect().left;
      draw();
    }
    point(event);
  });
  canvas.addEventListener("pointerup", (event) => {
    const was = drag;
    drag = null;
    if (!was) return;
    if (Math.abs(was.to - was.from) > 5) {
      show(time(Math.min(was.from, was.to)), time(Math.max(was.from, was.to)));
    } else {
      const one = under(event);
      if (one) location.href = box.dataset.unit + "?id=" + encodeURIComponent(one[4]);
    }
  });
  canvas.addEventListener("pointerleave", () => (tip.hidden = true));
  window.addEventListener("resize", draw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  document.addEventListener("sheaf-stream", (event) => {
    all = event.detail;
    if (!shown && !drag) take(all);
  });
})();
