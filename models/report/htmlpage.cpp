// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/htmlpage.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr QLatin1StringView htmlHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-%1'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Tempera">
)"_L1;

constexpr QLatin1StringView htmlStyle = R"(<style>
:root { --fg: #1f2328; --bg: #ffffff; --soft: #f3f4f6; --line: #d0d7de; --dim: #59636e; --good: #116329; --bad: #b3261e; --odd: #7d4e00; --new: #d7f0dd; --old: #fbdcd9; --moved: #e4e0f7; }
@media (prefers-color-scheme: dark) {
  :root { --fg: #e6edf3; --bg: #15181c; --soft: #20252b; --line: #3a424b; --dim: #9ba6b2; --good: #6fdd8b; --bad: #ff8a80; --odd: #f2cc60; --new: #1d4428; --old: #5c2320; --moved: #3b3566; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 110rem; font: 15px/1.5 system-ui, sans-serif; color: var(--fg); background: var(--bg); }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0 0 .5rem; font-size: 1.1rem; }
p.about { margin: .25rem 0 1.25rem; color: var(--dim); }
ul.verdicts { margin: 0; padding-left: 1.2rem; }
figure { margin: 0 0 1.5rem; }
figure svg { max-width: 100%; height: auto; }
.wide { overflow-x: auto; margin-bottom: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .5rem .65rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); position: sticky; top: 0; }
thead small { display: block; font-weight: normal; color: var(--dim); }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody th { font-weight: normal; max-width: 18rem; background: var(--soft); }
td.cell { min-width: 16rem; }
#filter { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; margin-bottom: .5rem; }
#filter[hidden] { display: none; }
#filter input { flex: 1; min-width: 12rem; }
#filter input, #filter button { font: inherit; padding: .2rem .6rem; border: 1px solid var(--line); border-radius: .4rem; color: inherit; background: var(--bg); }
#filter button[aria-pressed=true] { background: var(--fg); color: var(--bg); }
label[for=marks] { display: inline-block; margin-bottom: .5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
ins, del { unicode-bidi: isolate; }
ins { background: var(--new); text-decoration: underline; }
del { background: var(--old); text-decoration: line-through; }
ins.moved, del.moved { background: var(--moved); text-decoration-style: dotted; }
#marks:not(:checked) ~ .wide del { display: none; }
#marks:not(:checked) ~ .wide ins { background: none; text-decoration: none; }
.marks { margin-top: .4rem; font-size: .85rem; color: var(--dim); }
.marks ul { margin: .2rem 0 0; padding-left: 1.1rem; }
.chip { display: inline-block; margin: .15rem .25rem 0 0; padding: 0 .45rem; border: 1px solid currentColor; border-radius: 1rem; unicode-bidi: isolate; overflow-wrap: anywhere; }
.passed { color: var(--good); } .failed, .error { color: var(--bad); } .not-evaluated, .cancelled, .not-needed { color: var(--odd); }
</style>
)"_L1;

/// What was deleted is not part of an answer. The rows are gone through in pieces, so that typing goes on.
constexpr QLatin1StringView filterScript = R"(
'use strict';
const bar = document.getElementById('filter');
const line = document.getElementById('words');
const count = document.getElementById('count');
const rows = document.getElementById('results').tBodies[0].rows;
const outcomes = new Set();
let onlyDifferent = false;
let turn = 0;
function answer(cell) {
  if (!cell.querySelector('del')) return cell.textContent;
  const copy = cell.cloneNode(true);
  for (const old of copy.querySelectorAll('del')) old.remove();
  return copy.textContent;
}
function matches(cell, title, words) {
  if (outcomes.size > 0 && !outcomes.has(cell.dataset.outcome)) return false;
  if (onlyDifferent && cell.dataset.differs === undefined) return false;
  const text = words.length > 0 ? (title + ' ' + answer(cell)).toLowerCase() : '';
  return words.every((word) => text.includes(word));
}
function apply() {
  const mine = ++turn;
  const words = line.value.toLowerCase().split(/\s+/).filter(Boolean);
  let at = 0;
  let shown = 0;
  function piece() {
    if (mine !== turn) return;
    for (const end = Math.min(at + 500, rows.length); at < end; ++at) {
      const [title, ...cells] = rows[at].cells;
      const isShown = cells.some((cell) => matches(cell, title.textContent, words));
      rows[at].hidden = !isShown;
      shown += isShown ? 1 : 0;
    }
    count.textContent = shown + ' / ' + rows.length;
    if (at < rows.length) setTimeout(piece);
  }
  piece();
}
line.addEventListener('input', apply);
for (const button of bar.querySelectorAll('button')) {
  button.addEventListener('click', () => {
    const isOn = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', isOn);
    const wanted = button.dataset.filter;
    if (wanted === 'differs') onlyDifferent = isOn;
    else if (isOn) outcomes.add(wanted);
    else outcomes.delete(wanted);
    apply();
  });
}
bar.hidden = false;
apply();
)"_L1;

} // namespace

QString htmlPageHead(const QString &escapedTitle)
{
    const QByteArray script = QByteArray(filterScript.data(), filterScript.size());
    const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
    return QString(htmlHead).arg(QLatin1StringView(hash)) + u"<title>"_s + escapedTitle + u"</title>\n"_s + htmlStyle
           + u"</head>\n"_s;
}

QString htmlPageScript()
{
    return u"<script>"_s + filterScript + u"</script>\n"_s;
}

} // namespace Tempera
