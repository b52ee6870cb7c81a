// Keeps the page as it is on the server: replaces the pieces it is told of, and hands pictures to
// the scripts that draw them. Without this script the page shows what it showed when it was loaded.
"use strict";
(function () {
  const word = document.getElementById("live");
  if (!word || !window.EventSource) return;
  let source = null;

  // Pieces in which something is selected, and all of them while the pointer is down, as a button
  // that moves meanwhile is not pressed: they are replaced once that is over.
  const waiting = new Map();
  let pressed = false;

  function say(text) {
    if (word.textContent !== text) word.textContent = text;
  }

  // What had the focus, so that it can have it again.
  function held(element) {
    const active = document.activeElement;
    if (!active || !element.contains(active)) return null;
    if (active.getAttribute("href")) return 'a[href="' + CSS.escape(active.getAttribute("href")) + '"]';
    if (active.id) return "#" + CSS.escape(active.id);
    return active.className === "scroll" ? ".scroll" : null;
  }

  function replace(piece) {
    const element = document.getElementById(piece.id);
    if (!element) {
      // The run has only now begun, and its page has become another.
      location.reload();
      return;
    }
    const selection = window.getSelection();
    if (pressed || (selection && !selection.isCollapsed && element.contains(selection.anchorNode))) {
      waiting.set(piece.id, piece);
      return;
    }
    waiting.delete(piece.id);
    const focus = held(element);
    const scrolled = Array.from(element.querySelectorAll(".scroll, pre.log"), (one) => [one.scrollLeft, one.scrollTop]);
    const holder = document.createElement("template");
    holder.innerHTML = piece.html;
    const fresh = holder.content.firstElementChild;
    if (!fresh || fresh.isEqualNode(element)) return;
    element.replaceWith(fresh);
    fresh.querySelectorAll(".scroll, pre.log").forEach((one, i) => {
      if (scrolled[i]) [one.scrollLeft, one.scrollTop] = scrolled[i];
    });
    const again = focus && fresh.querySelector(focus);
    if (again) again.focus({ preventScroll: true });
  }

  function open() {
    if (source) return;
    source = new EventSource("/live?at=" + encodeURIComponent(word.dataset.at));
    source.addEventListener("piece", (event) => replace(JSON.parse(event.data)));
    source.addEventListener("tick", (event) => {
      say(JSON.parse(event.data).alive ? "live" : "up to date");
    });
    ["stream", "curves"].forEach((name) =>
      source.addEventListener(name, (event) =>
        document.dispatchEvent(new CustomEvent("sheaf-" + name, { detail: JSON.parse(event.data) }))));
    source.onerror = () => {
      say("not connected, trying again");
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(open, 5000);
      }
    };
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  function catchUp() {
    Array.from(waiting.values()).forEach(replace);
  }

  document.addEventListener("selectionchange", catchUp);
  document.addEventListener("pointerdown", () => (pressed = true), true);
  // It may have been let go outside the window.
  ["pointerup", "pointercancel", "pointermove"].forEach((name) =>
    document.addEventListener(name, (event) => {
      if (!pressed || (name === "pointermove" && event.buttons)) return;
      // What the press does comes first.
      setTimeout(() => {
        pressed = false;
        catchUp();
      });
    }, true));

  // A page that nobody sees asks for nothing.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", open);
  if (!document.hidden) open();
})();
