// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes nunjucks.json, the golden file of the template engine, with nunjucks 3.2.4 itself in Node:
//   NODE_PATH=/usr/share/nodejs node make.cjs

const nunjucks = require('nunjucks');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const environment = new nunjucks.Environment([], { autoescape: false });
environment.addGlobal('env', { HOME_TOWN: 'Ulm' });
environment.addFilter('load', (text) => JSON.parse(text));

const vars = {
    name: 'Ada', empty: '', n: 3, zero: 0, pi: 3.5, yes: true, no: false, nothing: null,
    html: '<b>"A" & \'B\'</b>', lines: 'one\ntwo\nthree', long: 'The quick brown fox jumps over the lazy dog',
    list: ['b', 'c', 'a'], numbers: [3, 1, 2], nested: { inner: { deep: 'gold' }, list: [1, 2] },
    people: [{ age: 30, city: 'Ulm', name: 'Ann' }, { age: 25, city: 'Bonn', name: 'Bob' }, { age: 30, city: 'Ulm', name: 'Cem' }],
    json: '{"a": [1, {"b": "c"}]}', uni: 'Grüße 世界 😀', template: '{{ name }}', bom: 'x\ufeffy',
};

const sources = [
    '', 'plain text', 'Hello {{ name }}!', '{{name}}{{  name  }}', '{{ missing }}|{{ missing.deep }}|{{ nothing }}', '{{ uni }}', '{{ template }}', '{{ html }}', '{{ bom }}',
    '{{ n + 1 }} {{ n - 1 }} {{ n * 2 }} {{ n / 2 }} {{ n // 2 }} {{ n % 2 }} {{ n ** 2 }} {{ -n }}', '{{ pi }} {{ zero }} {{ yes }} {{ no }}', '{{ 1 == 1 }} {{ 1 === "1" }} {{ 2 > 1 and 1 > 2 }} {{ not yes }}',
    '{{ name ~ " " ~ n }}', '{{ "a" + "b" }}', '{{ [1, 2, 3] }}', '{{ {"a": 1}.a }}', '{{ nested.inner.deep }} {{ nested["inner"]["deep"] }} {{ list[0] }} {{ list[9] }}',
    '{{ "yes" if yes else "no" }} {{ "only" if no }}', '{% if n > 2 %}big{% elif n > 1 %}mid{% else %}small{% endif %}', '{% if missing %}a{% else %}b{% endif %}', '{% if list.length %}{{ list.length }}{% endif %}',
    '{% for x in list %}{{ loop.index }}/{{ loop.length }}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}', '{% for k, v in nested.inner %}{{ k }}={{ v }};{% endfor %}', '{% for x in missing %}x{% else %}none{% endfor %}', '{% for a, b in [[1, 2], [3, 4]] %}{{ a }}-{{ b }} {% endfor %}',
    '{% for p in people %}\n- {{ p.name }} ({{ p.age }})\n{%- endfor %}', '{% set a = 5 %}{{ a }}', '{% set a, b = 5 %}{{ a }}{{ b }}', '{% set block %}in {{ name }}{% endset %}[{{ block }}]', '{% for x in list %}{% set last = x %}{% endfor %}{{ last }}',
    '{% macro greet(who, how="Hi") %}{{ how }} {{ who }}{% endmacro %}{{ greet("Bo") }} {{ greet("Bo", how="Yo") }}', '{% macro wrap() %}<{{ caller() }}>{% endmacro %}{% call wrap() %}x{% endcall %}',
    '{% raw %}{{ not rendered }}{% endraw %}', '{% verbatim %}{% if %}{% endverbatim %}', 'a {# comment {{ name }} #} b', 'a  {%- if yes -%}  b  {%- endif -%}  c', '{{- name -}}  x', '{% switch n %}{% case 1 %}one{% case 3 %}three{% default %}other{% endswitch %}',
    '{% filter upper %}shout {{ name }}{% endfilter %}', '{{ name | upper | lower | title }}', '{{ "a-b" | replace("-", "+") }}', '{{ long | truncate(12) }}|{{ long | truncate(12, true, "") }}', '{{ long | wordcount }}', '{{ "  x " | trim }}.', '{{ list | join(", ") }}', '{{ people | join(", ", "name") }}', '{{ list | sort }} {{ numbers | sort(true) }}',
    '{{ people | groupby("city") | dump }}', '{{ numbers | batch(2, "-") | dump }}', '{{ list | first }}{{ list | last }}{{ list | length }}', '{{ nested | dump }}', '{{ nested | dump(2) }}', '{{ missing | default("d") }} {{ empty | default("d") }} {{ empty | default("d", true) }}', '{{ json | load | dump }} {{ (json | load).a[1].b }}',
    '{{ html | e }} {{ html | escape }} {{ html | striptags }} {{ html | safe }}', '{{ lines | indent(2) }}', '{{ lines | nl2br }}', '{{ "x" | center(5) }}|', '{{ "3.7" | int }} {{ "3.7" | float }} {{ 3.14159 | round(2) }} {{ -2 | abs }}', '{{ list | random | length }}', '{{ list | reverse }} {{ "abc" | reverse }}', '{{ numbers | sum }}', '{{ people | selectattr("age") | length }}', '{{ {"b": 2, "a": 1} | dictsort | dump }}', '{{ "a b" | urlencode }}', '{{ "abc" | list | dump }}', '{{ n | string + "x" }}', '{{ "x" | capitalize }}', '{{ people[0].name.toUpperCase() }} {{ "a,b".split(",") | dump }}', '{{ list.indexOf("a") }}', '{{ "%s" | format }}',
    '{{ name is defined }} {{ missing is undefined }} {{ n is odd }} {{ n is divisibleby(3) }} {{ name is string }} {{ nothing is none }}', '{{ "a" in list }} {{ "z" not in list }} {{ "inner" in nested }}', '{{ r/^A.*/.test(name) }}', '{% for i in range(0, 6, 2) %}{{ i }}{% endfor %}', '{% set c = cycler("a", "b") %}{{ c.next() }}{{ c.next() }}{{ c.next() }}', '{% set j = joiner("; ") %}{% for x in list %}{{ j() }}{{ x }}{% endfor %}', '{{ env.HOME_TOWN }}', '{{ "line\\nbreak \\"q\\"" }}', "{{ 'single' }}", '{{ (1 + 2) * 3 }}', '{{ 1 if yes and not no or nothing }}', '{{ missing or name }} {{ empty or "fallback" }}', 'tab\t{{ name }}\r\nnext', '{{ name }}\n', '\n{{ name }}', '{ {{ name }} } %{% if yes %}%{% endif %}#', '$${{ name }}$$', '{% block b %}inside {{ name }}{% endblock %}', '{{ super }}', '{% import_ %}', '{% set x = {a: 1, "b": [1, 2]} %}{{ x.b[1] }}', '{{ none }}{{ true }}{{ null }}', '{{ name[0] }}{{ name.length }}', '{{ (missing | default({})).x | default("y") }}', '{{ lines | replace(r/o/g, "0") }}', '{{ [3,1,2] | sort | join }}',
    // Faults.
    '{{ name', '{% if x %}open', '{{ name | nofilter }}', 'a\nb {{ 1 + }}', '{% endif %}', '{{ missing() }}', '{{ name() }}', '{{ missing.call() }}', 'x\n  {{ name | nofilter }}', '{% for %}{% endfor %}', '{{ "unclosed }}', '{% include "x.txt" %}', '{% extends "x" %}', '{{ n is nosuchtest }}', '{{ "{" | load }}', 'one\ntwo\n  {{ foo.bar() }}', '{% unknown %}', '{{ }}', '{{ 1 2 }}', '{% set %}', '{# open',
];

const cases = sources.map((source) => {
    try {
        return { source, expected: environment.renderString(source, vars) };
    } catch (error) {
        const [, line, column, message] = /^\(unknown path\)(?: \[Line (\d+)(?:, Column (\d+))?\])?\n\s*([\s\S]*)$/.exec(error.message) || [];
        return { source, error: (message === undefined ? error.message : message).replace(/^(Template render error: \(unknown path\)\n\s*|Error: )+/, ''), line: Number(line || 0), column: Number(column || 0) };
    }
});
writeFileSync(join(__dirname, 'nunjucks.json'), JSON.stringify({ vars, cases }, null, 1) + '\n');
console.log(cases.length, 'cases,', cases.filter((c) => 'error' in c).length, 'faults');
