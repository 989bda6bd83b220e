// Asks for a snapshot every two seconds and shows it. What clients sent only ever becomes the text of a node: there is no
// markup in this file, and the page's policy lets none run.
"use strict";

const PERIOD = 2000;
const token = document.body.dataset.token;
const admin = document.body.dataset.role === "admin";
const wish = { search: "", order: "size", room: "" };
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
let signalsBefore = new Map();
let timer = 0;
let asking = 0;

const byId = (id) => document.getElementById(id);

function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

// Text that may run from right to left, kept from turning its surroundings round.
function isolated(text, className) {
  const element = make("bdi", className, text);
  element.dir = "auto";
  return element;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// Rows stay the same elements while what they show stays: whoever has the focus or reads with their ears keeps the place.
function keyed(parent, items, keyOf, create, update) {
  const there = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let next = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let child = there.get(key);
    there.delete(key);
    if (!child) {
      child = create(item);
      child.dataset.key = key;
    }
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
    update(child, item);
  }
  there.forEach((child) => child.remove());
}

// --- words and numbers ---

function duration(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  if (seconds < 60) return seconds + " s";
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes + " min";
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return hours + " h" + (minutes % 60 ? " " + (minutes % 60) + " min" : "");
  return Math.floor(hours / 24) + " days";
}

const amount = (value) => (value < 10 && value % 1 ? tenth : whole).format(value);

function bytes(value) {
  const units = ["B", "kB", "MB", "GB"];
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return [amount(value), units[unit]];
}

function time(seconds) {
  if (seconds === 0) return ["–", ""];
  if (seconds < 0.001) return [amount(seconds * 1e6), "µs"];
  if (seconds < 1) return [amount(seconds * 1000), "ms"];
  return [amount(seconds), "s"];
}

// --- the top ---

const STATES = { ready: "Ready", full: "Full", draining: "Draining", lost: "No answer" };

function showState(state) {
  const pill = byId("state");
  pill.className = "pill " + state;
  setText(pill, STATES[state] || state);
}

function showTiles(now) {
  const heap = bytes(now.heapBytes);
  const p99 = time(now.minute.relayP99);
  const tiles = [
    ["Members", whole.format(now.members), ""],
    ["Rooms", whole.format(now.rooms), ""],
    ["Connections", whole.format(now.connections), now.awaited ? "+" + whole.format(now.awaited) + " away" : ""],
    ["Joins", amount(now.minute.joins), "/min"],
    ["Leaves", amount(now.minute.leaves), "/min"],
    ["Received", amount(now.minute.received), "/s"],
    ["Relayed", amount(now.minute.relayed), "/s"],
    ["Relay, p99", p99[0], p99[1]],
    ["Heap", heap[0], heap[1] + " of " + bytes(now.heapMostBytes).join(" ")],
    ["CPU", now.cpu >= 0 ? amount(now.cpu * 100) : "–", "%"],
  ];
  keyed(byId("tiles"), tiles, (tile) => tile[0], (tile) => {
    const box = make("div", "tile");
    const value = make("dd");
    value.append(make("span"), make("small"));
    box.append(make("dt", "", tile[0]), value);
    return box;
  }, (box, tile) => {
    setText(box.querySelector("span"), tile[1]);
    setText(box.querySelector("small"), tile[2]);
  });
}

// --- charts ---

const LEAST_SAMPLES = 61;
const SVG = "http://www.w3.org/2000/svg";

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

// A round number that is not less than the greatest value.
function roundUp(value) {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((limit) => limit >= value * 0.999);
}

// The newest value stands at the right edge; a server younger than ten minutes leaves the left empty.
function path(values, length, most) {
  const step = 1000 / (length - 1);
  const left = 1000 - (values.length - 1) * step;
  const at = (value, i) => (left + i * step).toFixed(1) + " " + (100 - (value / most) * 100).toFixed(2);
  const line = "M" + values.map(at).join("L");
  return [line, line + "L1000 100L" + left.toFixed(1) + " 100Z"];
}

function showCharts(hour) {
  const plain = (value) => amount(value);
  const inBytes = (value) => bytes(value).join(" ");
  const inTime = (value) => (value ? time(value).join(" ") : "0");
  const span = Math.max(LEAST_SAMPLES, hour.members.length);
  const ago = duration(span * hour.stepSeconds * 1000) + " ago";
  const charts = [
    { title: "People", show: plain, atLeast: 4, lines: [["Members", hour.members], ["Connections", hour.connections]] },
    { title: "Messages a second", show: plain, atLeast: 4, lines: [["Received", hour.received], ["Relayed", hour.relayed]] },
    { title: "Relay time, p99", show: inTime, atLeast: 0.001, lines: [["", hour.relayP99]] },
    { title: "Heap", show: inBytes, atLeast: 1e7, lines: [["", hour.heap]] },
  ];
  keyed(byId("charts"), charts, (chart) => chart.title, (chart) => newChart(chart), (figure, chart) => {
    const most = roundUp(Math.max(chart.atLeast, ...chart.lines.flatMap((line) => line[1])));
    setText(figure.querySelector(".most"), chart.show(most));
    setText(figure.querySelector(".ends span"), ago);
    const said = [];
    chart.lines.forEach(([name, values], i) => {
      const last = chart.show(values[values.length - 1]);
      const [line, area] = path(values, span, most);
      const mark = i ? ".b" : ".a";
      figure.querySelector(".line" + mark).setAttribute("d", line);
      figure.querySelector(".area" + mark).setAttribute("d", area);
      setText(figure.querySelector(".key" + mark + " b"), last);
      said.push((name || "now") + " " + last + ", at most " + chart.show(Math.max(...values)));
    });
    figure.querySelector("svg").setAttribute("aria-label", chart.title + " in the last hour: " + said.join("; "));
  });
}

function newChart(chart) {
  const figure = make("figure", "card chart");
  const caption = make("figcaption");
  caption.append(make("span", "title", chart.title));
  const plot = make("div", "plot");
  const svg = draw("svg", { viewBox: "0 0 1000 100", preserveAspectRatio: "none", role: "img" });
  for (const y of [0, 50, 100]) svg.append(draw("line", { class: "grid", x1: 0, x2: 1000, y1: y, y2: y }));
  chart.lines.forEach(([name], i) => {
    const mark = i ? "b" : "a";
    const key = make("span", "key " + mark, name ? name + " " : "");
    key.append(make("b"));
    caption.append(key);
    svg.append(draw("path", { class: "area " + mark }), draw("path", { class: "line " + mark }));
  });
  plot.append(svg, make("span", "most"));
  const ends = make("div", "ends");
  ends.append(make("span"), make("span", "", "now"));
  figure.append(caption, plot, ends);
  return figure;
}

// --- rooms ---

function showRooms(rooms, at) {
  keyed(byId("room-rows"), rooms.shown, (room) => room.id, newRoomRow, (row, room) => {
    row.classList.toggle("chosen", room.id === wish.room);
    row.querySelector("button").setAttribute("aria-pressed", String(room.id === wish.room));
    setText(row.querySelector(".marks"), marks(room).join(", "));
    setText(row.children[1], whole.format(room.members));
    setText(row.children[2], duration(at - room.since));
  });
  const none = rooms.shown.length === 0;
  byId("rooms-empty").hidden = !none;
  setText(byId("rooms-empty"), rooms.total ? "No room and no member is called so." : "No rooms: nobody is in a call.");
  const all = rooms.matching === rooms.total
    ? whole.format(rooms.total) + (rooms.total === 1 ? " room" : " rooms")
    : whole.format(rooms.matching) + " of " + whole.format(rooms.total) + " rooms";
  const cut = rooms.shown.length < rooms.matching ? "; the first " + rooms.shown.length + " are shown" : "";
  setText(byId("rooms-count"), all + cut);
}

function newRoomRow(room) {
  const row = make("tr");
  const name = make("td");
  const button = make("button", "room");
  button.append(isolated(room.id));
  button.addEventListener("click", () => {
    wish.room = wish.room === room.id ? "" : room.id;
    refresh();
  });
  name.append(button, " ", make("span", "marks facts"));
  row.append(name, make("td", "number"), make("td", "number time"));
  return row;
}

// What keeps others out.
function marks(room) {
  const found = [];
  if (room.door === "knock") found.push("knock");
  if (room.door === "locked") found.push("locked");
  if (room.password) found.push("password");
  if (room.waiting) found.push(room.waiting + " waiting");
  return found;
}

function showRoom(room, at) {
  byId("people").hidden = !room;
  byId("room-empty").hidden = Boolean(room);
  byId("close-room").hidden = !room || !admin;
  setText(byId("room-title").firstElementChild, room ? room.id : wish.room || "Room");
  setText(byId("room-empty"), wish.room ? "Nobody is in this room any more." : "Choose a room to see who is in it.");
  setText(byId("room-facts"), room ? ["for " + duration(at - room.since), ...marks(room)].join(" · ") : "");
  const people = room ? room.people : [];
  const signals = new Map();
  keyed(byId("people-rows"), people, (person) => person.peer, newPersonRow, (row, person) => {
    const before = signalsBefore.get(person.peer);
    const rate = before && at > before.at ? ((person.signals - before.signals) * 1000) / (at - before.at) : 0;
    signals.set(person.peer, before && at === before.at ? before : { at, signals: person.signals });
    row.querySelector(".owner").hidden = !person.owner;
    showSends(row.querySelector(".sends"), person);
    setText(row.children[2], duration(at - person.since));
    setText(row.children[3], amount(rate));
  });
  signalsBefore = signals;
}

function newPersonRow(person) {
  const row = make("tr");
  const who = make("td");
  const name = make("span", "name");
  const owner = make("span", "badge owner", "owner");
  name.append(isolated(person.name), " ", owner);
  who.append(name, make("code", "", person.peer));
  const action = make("td", "action");
  if (admin) {
    const remove = make("button", "danger small", "Remove");
    remove.setAttribute("aria-label", "Remove " + person.name);
    remove.addEventListener("click", () => confirmed({
      title: "Remove this member?",
      text: [isolated(person.name), " leaves the room and is told that the server's operator ended it."],
      verb: "Remove",
      deed: { deed: "remove", peer: person.peer },
    }));
    action.append(remove);
  }
  row.append(who, make("td", "sends"), make("td", "number time"), make("td", "number"), action);
  return row;
}

function showSends(cell, person) {
  const said = [];
  if (person.microphone) said.push("sound");
  if (person.camera) said.push("picture");
  if (person.hand) said.push("hand up");
  setText(cell, said.join(", ") || "nothing");
}

// --- what happened ---

const WHAT = {
  joined: () => "Joined",
  left: (event) => ({ left: "Left", lost: "Lost", removed: "Removed" })[event.detail] || "Left",
  refused: (event) => "Refused: " + event.detail,
  closed: (event) => "Closed: " + event.detail,
  resumed: () => "Came back",
  fault: () => "Fault",
};

function showEvents(events) {
  const seen = new Map();
  const keyOf = (event) => {
    const key = [event.at, event.kind, event.detail, event.who].join("|");
    seen.set(key, (seen.get(key) || 0) + 1);
    return key + "|" + seen.get(key);
  };
  keyed(byId("event-rows"), events, keyOf, (event) => {
    const row = make("tr");
    const what = make("td", "");
    const word = make("span", "what " + event.kind, (WHAT[event.kind] || (() => event.kind))(event));
    if (event.times > 1) word.append(make("small", "", "× " + whole.format(event.times)));
    what.append(word);
    const who = make("td");
    who.append(make("code", "", event.who));
    const where = make("td");
    where.append(isolated(event.where));
    row.append(make("td", "time", clock.format(event.at)), what, who, where);
    return row;
  }, () => {});
  byId("events-empty").hidden = events.length > 0;
}

function showCodes(id, counts) {
  const pairs = Object.entries(counts).sort((a, b) => b[1] - a[1]).flatMap(([code, count]) => [
    { key: "t" + code, name: "dt", text: code },
    { key: "d" + code, name: "dd", text: whole.format(count) },
  ]);
  keyed(byId(id), pairs, (pair) => pair.key, (pair) => make(pair.name), (cell, pair) => setText(cell, pair.text));
  byId(id + "-empty").hidden = pairs.length > 0;
}

// --- asking ---

async function post(path, fields) {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams({ token, ...fields }) });
  if (answer.status === 401) {
    location.assign("/dashboard/login");
    throw new Error("logged out");
  }
  return answer;
}

function show(look) {
  showState(look.now.state);
  setText(byId("uptime"), "up " + duration(look.now.upMillis));
  showTiles(look.now);
  showCharts(look.hour);
  showRooms(look.rooms, look.at);
  showRoom(look.room, look.at);
  showEvents(look.events);
  showCodes("refused", look.now.refused);
  showCodes("closed", look.now.closed);
}

async function refresh() {
  clearTimeout(timer);
  const turn = ++asking;
  let trouble = "";
  try {
    const answer = await post("/dashboard/data", wish);
    const look = answer.ok ? await answer.json() : null;
    if (turn !== asking) return; // a newer question is on its way
    if (look) show(look);
    else trouble = await answer.text();
  } catch (error) {
    trouble = "The server cannot be reached.";
  }
  if (turn !== asking) return;
  byId("trouble").hidden = !trouble;
  setText(byId("trouble"), trouble && trouble.trim() + " What is shown is old; this page keeps trying.");
  if (trouble) showState("lost");
  if (!document.hidden) timer = setTimeout(refresh, PERIOD);
}

// --- doing ---

let pending = null;

function confirmed(question) {
  pending = question;
  setText(byId("confirm-title"), question.title);
  byId("confirm-text").replaceChildren(...question.text);
  setText(byId("confirm-do"), question.verb);
  setText(byId("confirm-problem"), "");
  byId("confirm").showModal();
}

byId("confirm-do").addEventListener("click", async (event) => {
  event.preventDefault();
  byId("confirm-do").disabled = true;
  try {
    const answer = await post("/dashboard/act", pending.deed);
    if (answer.ok || answer.status === 404) byId("confirm").close();
    else setText(byId("confirm-problem"), await answer.text());
  } catch (error) {
    setText(byId("confirm-problem"), "The server cannot be reached.");
  }
  byId("confirm-do").disabled = false;
  refresh();
});

byId("close-room").addEventListener("click", () => confirmed({
  title: "Close this room?",
  text: ["Everyone in ", isolated(wish.room), " is removed. They can open it again by joining."],
  verb: "Close room",
  deed: { deed: "close", room: wish.room },
}));

byId("search").addEventListener("input", (event) => {
  wish.search = event.target.value;
  clearTimeout(timer);
  timer = setTimeout(refresh, 200);
});
byId("order").addEventListener("change", (event) => {
  wish.order = event.target.value;
  refresh();
});
document.addEventListener("visibilitychange", () => document.hidden || refresh());
refresh();
