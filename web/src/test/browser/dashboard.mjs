// The dashboard as somebody uses it: a run begins, goes on, loses a worker, ends; units are looked
// for, a hostile log is opened. Fails at the first thing that is not as it should be.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = process.argv[2];
const sheaf = process.env.SHEAF || join(root, "sheaf");
const pictures = join(root, "web/target/browser/pictures");
const runs = mkdtempSync(join(tmpdir(), "sheaf-browser-"));
const axe = readFileSync(join(root, "web/target/browser/node_modules/axe-core/axe.min.js"), "utf8");
const began = Date.now();
const children = [];
mkdirSync(pictures, { recursive: true });

function step(words) {
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`);
}

function start(...args) {
  const child = spawn(sheaf, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  return child;
}

function run(name, ...args) {
  return start("run", "noop", "--out", join(runs, name), "--progress", "off", "--cache", "off", ...args);
}

// Runs to its end; some units may fail.
async function command(...args) {
  const child = spawn(sheaf, args, { stdio: ["ignore", "ignore", "inherit"] });
  children.push(child);
  const status = await new Promise((end) => child.once("exit", end));
  assert.ok(status === 0 || status === 1, `sheaf ${args.join(" ")}`);
}

async function serve() {
  const child = start("serve", runs, "--port", "auto", "--allow-control");
  for await (const line of child.stdout) return String(line).trim();
  throw new Error("the dashboard did not start");
}

async function main() {
  const address = await serve();
  const origin = new URL(address).origin;
  const hostile = spawnSync(sheaf, ["run", "command", "--out", join(runs, "hostile"), "--retries", "0", "--cache", "off", "--",
    "sh", "-c", `printf '\\033[2J\\033]0;pwned\\007<script>alert(1)</script> {}\\n'; printf '<img src=x onerror=alert(2)>\\n' >&2; exit 1`,
    ":::", "bomb"], { stdio: "ignore" });
  assert.equal(hostile.status, 1);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const faults = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("dialog", (dialog) => { faults.push("dialog: " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) =>
    request.url().startsWith(origin) || request.url().startsWith("file:") || faults.push("asks elsewhere: " + request.url()));
  const text = (selector) => page.locator(selector).innerText();
  const says = (selector, words, timeout = 20_000) =>
    page.locator(selector, { hasText: words }).first().waitFor({ timeout }).catch(async (error) => {
      console.error(`${page.url()} shows:\n${await page.locator("body").innerText()}`);
      throw error;
    });

  // Each view in light, dark and on a small screen, with the rules of WCAG 2.2 AA.
  async function look(name) {
    for (const [mode, width, scheme] of [["light", 1280, "light"], ["dark", 1280, "dark"], ["narrow", 400, "light"]]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(pictures, `${name}-${mode}.png`), fullPage: true });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wider <= 0, `${name} is ${wider} pixels wider than a screen of ${width}`);
      if (mode !== "narrow") await check(`${name}, ${mode}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
  }

  async function check(name) {
    const found = await page.evaluate(async (source) => {
      if (!window.axe) (0, eval)(source);
      const result = await window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      if (result.passes.length < 10) return ["too few rules were checked"];
      return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
    }, axe).catch((error) => [String(error)]);
    assert.deepEqual(found, [], `accessibility of ${name}`);
  }

  step("all runs");
  await page.goto(address);
  assert.equal(page.url(), origin + "/", "the token stays in the address");
  await says("#runs", "hostile");

  step("a run appears and goes on without a reload");
  run("going", "--set", "units=16", "--set", "duration_ms=3000", "--isolate", "processes", "--workers", "2", "--heap", "100m");
  await says("#runs", "going");
  await page.getByRole("link", { name: "going", exact: true }).click();
  await says("#live", "live");
  await says("#head", "running");
  await says("#workers", "coordinator");
  // When the screen first said that so many units are done.
  await page.evaluate(() => {
    window.sameDocument = true;
    window.shown = [];
    const note = () => {
      const done = Number(document.querySelector("#head dd:not(:has(.state))").firstChild.textContent);
      if (done > (window.shown.at(-1) || [0])[0]) window.shown.push([done, Date.now()]);
    };
    new MutationObserver(note).observe(document.getElementById("main"), { childList: true, subtree: true });
  });
  await page.waitForFunction(() => Number(document.querySelector("#head dd:not(:has(.state))").firstChild.textContent) >= 2, null, { timeout: 30_000 });
  assert.ok(await page.evaluate(() => window.sameDocument), "the page was loaded again");

  step("a worker is killed, and the page says so in words");
  const state = await (await page.request.get(origin + "/api/runs/going/")).json();
  const worker = state.processes.find((one) => one.name.startsWith("worker"));
  process.kill(worker.pid, "SIGKILL");
  await says("#problems", "is in attempt 2");
  const shown = await page.evaluate(() => window.shown);
  await look("run-going");
  const title = await page.locator("h1").boundingBox();
  await page.mouse.move(title.x + 5, title.y + 5);
  await page.mouse.down();
  const held = await text("#head");
  await page.waitForTimeout(2500);
  assert.equal(await text("#head"), held, "something moved while the mouse was down");
  await page.mouse.up();
  await page.waitForFunction((words) => document.getElementById("head").innerText !== words, held);
  await page.locator(".stream canvas").focus();
  await page.keyboard.press("+");
  await page.keyboard.press("0");

  step("units are found");
  await page.getByRole("link", { name: "Units", exact: true }).click();
  await page.getByLabel("Name contains").fill("00004");
  await page.getByRole("button", { name: "Show" }).click();
  assert.equal(await page.locator("#units tbody tr").count(), 1);
  assert.match(await text("#units tbody"), /unit=0000004/);
  await page.getByRole("link", { name: "Took" }).click();
  await look("units");
  await page.getByRole("link", { name: "unit=0000004" }).click();
  await says("#attempts", "first run");

  step("a hostile log does nothing");
  await page.goto(origin + "/runs/hostile/unit?id=bomb");
  const log = await text("pre.log");
  assert.ok(log.includes("<script>alert(1)</script>") && log.includes("^[[2J") && log.includes("<img src=x"), log);
  assert.equal(await page.title(), "bomb – Sheaf");
  assert.equal(await page.locator("main script, main img").count(), 0);
  await look("unit");

  // Made one after the other while the browser waits for other things.
  const workloads = [
    ["cohort", "k4_fast", "--set", "data_root=" + join(runs, "data"), "--set", "surrogates=20"],
    ["augment", "augment_demo"],
    ["battery", "battery_demo"],
    ["command", "command", "--", "sh", "-c", "test {} != 3", ":::", "1", "2", "3"],
  ];
  const made = {};
  let before = command("cohort", "synth", "--out", join(runs, "data"), "--users", "4");
  for (const [name, kind, ...args] of workloads) {
    before = before.then(() =>
      command("run", kind, "--out", join(runs, name), "--progress", "off", "--cache", "off", ...args));
    made[name] = before;
  }

  step("a second run is stopped from the page");
  run("second", "--set", "units=2000", "--set", "duration_ms=50");
  await page.goto(origin + "/");
  await page.getByRole("link", { name: "second", exact: true }).click({ timeout: 20_000 });
  await says("#head", "running");
  await page.getByRole("button", { name: "Stop" }).click();
  await says("main", "Asked it to stop");
  await says("#head", "stopped");
  await says("#problems", "sheaf run --resume");

  step("a unit of it is set aside, and run again");
  await page.goto(origin + "/runs/second/units?state=waiting");
  await page.locator("#units tbody a").first().click();
  const unit = await text("h1");
  const other = await context.newPage();
  await other.goto(origin + "/runs/second");
  await other.locator("#live", { hasText: "up to date" }).waitFor();
  await other.evaluate(() => window.getSelection().selectAllChildren(document.getElementById("head")));
  await page.getByRole("button", { name: "Set it aside as failed" }).click();
  await says("main", "Set aside");
  await says("#head", /Failed\s*1/);
  // The head is told of before the problems.
  await other.locator("#problems", { hasText: "failed" }).waitFor();
  assert.match(await other.locator("#head").innerText(), /Failed\s*0/, "what is selected was replaced");
  await other.evaluate(() => window.getSelection().removeAllRanges());
  await other.locator("#head", { hasText: /Failed\s*1/ }).waitFor();
  await other.close();
  await page.goto(origin + "/runs/second/unit?id=" + encodeURIComponent(unit));
  await says("#state", "failed");
  await look("unit-set-aside");
  await page.getByRole("button", { name: "Run it again" }).click();
  await says("main", "Started a process that goes on with it");
  await page.goto(origin + "/runs/second/unit?id=" + encodeURIComponent(unit));
  await says("#state", "done", 60_000);
  await page.goto(origin + "/runs/second");
  await says("#head", "running", 60_000);
  await page.getByRole("button", { name: "Stop" }).click();
  await says("main", "Asked it to stop");
  await says("#head", "stopped", 60_000);
  await page.getByRole("button", { name: "Go on" }).click();
  await says("main", "Started a process");
  await says("#head", "running", 60_000);
  await page.getByRole("button", { name: "Stop" }).click();
  await says("main", "Asked it to stop");
  await says("#head", "stopped", 60_000);

  step("the first one ends, and is there after a reload");
  await page.goto(origin + "/runs/going");
  await says("#head", "completed", 60_000);
  const units = (await (await page.request.get(origin + "/api/runs/going/units")).json()).units;
  const ended = units.filter((one) => one.state === "done").map((one) => Date.parse(one.started) + 1000 * one.wall_seconds).sort((a, b) => a - b);
  // The first one may have been there when the page was opened.
  const late = shown.slice(1).map(([done, time]) => Math.round(time - ended[done - 1]));
  assert.ok(late.length && Math.min(...late) >= -1 && Math.max(...late) < 10_000, `from a unit's end to the screen: ${late} ms`);
  step(`from a unit's end to the screen: ${late.join(", ")} ms`);
  await page.reload();
  await says("#head", "completed");
  await says("#workers", "worker-2");
  await says("#workers", "followed by others: 1 lost");
  await page.waitForFunction(() => document.querySelectorAll(".chart canvas").length >= 4);
  await says("#stream-legend", "lost");
  await look("run-ended");
  await page.getByRole("link", { name: "Results", exact: true }).click();
  await says("#shown", "16 rows");
  await look("results");
  await page.getByLabel("A cell contains").fill("0000007");
  await page.getByRole("button", { name: "Show" }).click();
  await says("#shown", "1 row");
  await page.getByRole("link", { name: "unit", exact: true }).click();
  await says("#shown", "unit ▲");
  await page.getByRole("link", { name: "Runs", exact: true }).click();
  await look("runs");

  step("results and report of each workload");
  for (const [name] of workloads) {
    await made[name];
    await page.goto(`${origin}/runs/${name}/results`);
    await says("#shown", "rows");
    await page.screenshot({ path: join(pictures, `${name}-results.png`), fullPage: true });
    await check(name + "-results");
    await page.goto(`${origin}/runs/${name}`);
    await page.getByRole("link", { name: "Report", exact: true }).click();
    await page.waitForURL(`${origin}/runs/${name}/report.html`);
    await says("main h3", "Timeline");
    // From disk, as a colleague opens it who was sent the file.
    await context.setOffline(true);
    await page.goto(pathToFileURL(join(runs, name, "report.html")).href);
    await look(name + "-report");
    await context.setOffline(false);
  }

  step("without scripts the tables are readable");
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await quiet.goto(address);
  await quiet.goto(origin + "/runs/going/units");
  assert.equal(await quiet.locator("#units tbody tr").count(), 16);
  assert.equal(await quiet.locator("#live").innerText(), "");
  await quiet.goto(origin + "/runs/going");
  assert.match(await quiet.locator("#workers").innerText(), /worker-2/);
  assert.match(await quiet.content(), /The picture needs JavaScript/);
  await quiet.goto(origin + "/runs/going/results?q=0000003");
  assert.equal(await quiet.locator("#rows tbody tr").count(), 1);
  await quiet.goto(origin + "/runs/going/unit?id=unit%3D0000001");
  assert.match(await quiet.locator("#attempts").innerText(), /first run/);
  assert.deepEqual(faults, [], "errors in the console");
  await browser.close();
  step("all is well");
}

let code = 0;
try {
  await main();
} catch (error) {
  console.error(error);
  code = 1;
} finally {
  children.forEach((child) => child.exitCode === null && child.kill("SIGTERM"));
  await Promise.all(children.map((child) => child.exitCode !== null || new Promise((end) => child.once("exit", end))));
  rmSync(runs, { recursive: true, force: true });
  process.exit(code);
}
