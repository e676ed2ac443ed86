// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes golden.json in each folder beside this file: what promptfoo 0.123.1 makes of its promptfooconfig.yaml.
//
//   npm install promptfoo@0.123.1          (anywhere; Node 22.22 or newer)
//   node make.mjs FOLDER/node_modules/promptfoo [NAME...]
//
// Without names all are made. Nothing is asked of the network: the provider is echo, or the small server below, which the
// test plays too (tst_promptfoogolden.cpp). A golden.json has
//   exit      the exit code
//   rows      what came of each test with each column, in order:
//     test, column      their numbers                      provider   id and label
//     prompt, label     as it was sent, and its name       vars       the variables
//     output            a text, or the value               pass, score
//     checks            type, pass and score of each       named      the named scores
//     error             where there is no answer, and why
//   columns   the named scores of each column, derived ones too
//   refused   why nothing was run, instead of rows
// Times, versions, ids and places of this machine are left out.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

// ---- the server of chat completions and embeddings ---------------------------------------------------

function textOf(content) {
  return typeof content === 'string' ? content : JSON.stringify(content ?? '');
}

/// How often each letter from a to z is in a text.
function vectorOf(text) {
  const counts = Array(26).fill(0);
  for (const c of text.toLowerCase()) {
    const letter = c.charCodeAt(0) - 97;
    if (letter >= 0 && letter < 26) counts[letter] += 1;
  }
  return counts;
}

function answerTo(request) {
  const last = textOf(request.messages.at(-1).content);
  if (request.model === 'judge') return { content: '{"reason": "judged", "pass": true, "score": 0.75}' };
  if (request.tools) {
    const call = { name: request.tools[0].function.name, arguments: JSON.stringify({ what: last }) };
    return { content: null, tool_calls: [{ id: 'call_1', type: 'function', function: call }] };
  }
  if (request.response_format) return { content: JSON.stringify({ answer: last }) };
  return { content: `${request.model} hears ${request.messages.length} message(s): ${last}` };
}

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (piece) => (body += piece));
  request.on('end', () => {
    const asked = JSON.parse(body);
    let answer;
    if (request.url.endsWith('/embeddings')) {
      const data = [].concat(asked.input).map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
      answer = { object: 'list', model: asked.model, data, usage: { prompt_tokens: 1, total_tokens: 1 } };
    } else {
      const message = { role: 'assistant', ...answerTo(asked) };
      const choice = { index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' };
      answer = { id: 'c', object: 'chat.completion', created: 1, model: asked.model, choices: [choice],
                 usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } };
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
});

// ---- one folder --------------------------------------------------------------------------------------

/// Without what belongs to this machine.
function plain(text, folder) {
  const lines = String(text).split('\n').filter((each) => each.trim() && !/^\s*at |^file:|^\(|Warning/.test(each));
  const line = lines.find((each) => /^\s*\w*Error\b|^Invalid/.test(each)) ?? lines[0] ?? '';
  return line.replaceAll(folder, '.').replaceAll(os.tmpdir(), '.').replace(/https?:\/\/127\.0\.0\.1:\d+/g, 'SERVER').trim();
}

function checksOf(grading) {
  return (grading?.componentResults ?? []).map(({ assertion, pass, score }) => ({ type: assertion?.type ?? null, pass, score }));
}

function rowOf(result, folder) {
  const row = {
    test: result.testIdx,
    column: result.promptIdx,
    provider: { id: result.provider.id, label: result.provider.label || result.provider.id },
    prompt: result.prompt.raw,
    label: result.prompt.label,
    vars: result.vars,
    output: result.response?.output ?? null,
    pass: result.success,
    score: result.score,
    checks: checksOf(result.gradingResult),
    named: result.namedScores ?? {},
  };
  if (result.failureReason === 2) row.error = plain(result.error, folder);
  return row;
}

function run(command, args, options) {
  return new Promise((resolve) => {
    let told = '';
    const child = spawn(command, args, options);
    child.stdout.on('data', (piece) => (told += piece));
    child.stderr.on('data', (piece) => (told += piece));
    child.on('close', (code) => resolve({ code, told }));
  });
}

async function goldenOf(program, folder, serverAddress) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'golden-'));
  const output = path.join(home, 'out.json');
  const env = {
    PATH: process.env.PATH, HOME: home, NO_COLOR: '1', LC_ALL: 'C.UTF-8', TZ: 'UTC',
    PROMPTFOO_DISABLE_TELEMETRY: '1', PROMPTFOO_DISABLE_UPDATE: '1', PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
    PROMPTFOO_DISABLE_REDTEAM_REMOTE_GENERATION: '1', PROMPTFOO_CONFIG_DIR: home,
    NODE_COMPILE_CACHE: path.join(os.tmpdir(), 'golden-compiled'),
    HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1', // nobody is asked
    GOLDEN_WORD: 'lantern', GOLDEN_KEY: 'none', GOLDEN_SERVER: serverAddress,
  };
  const args = [program, 'eval', '-c', 'promptfooconfig.yaml', '--no-cache', '--no-write', '--no-table', '--no-progress-bar', '-o', output];
  const { code, told } = await run(process.execPath, args, { cwd: folder, env });
  const golden = { exit: code };
  if (fs.existsSync(output)) {
    const { results } = JSON.parse(fs.readFileSync(output, 'utf8'));
    golden.rows = results.results.map((result) => rowOf(result, folder));
    golden.rows.sort((a, b) => a.test - b.test || a.column - b.column);
    golden.columns = results.prompts.map((prompt) => ({ provider: prompt.provider, label: prompt.label, named: prompt.metrics?.namedScores ?? {} }));
  } else {
    golden.refused = plain(told, folder);
  }
  fs.rmSync(home, { recursive: true, force: true });
  return golden;
}

/// A row a line.
function written(golden) {
  const lines = Object.entries(golden).map(([key, value]) =>
    Array.isArray(value) ? `"${key}": [\n${value.map((each) => '  ' + JSON.stringify(each)).join(',\n')}\n ]` : `"${key}": ${JSON.stringify(value)}`);
  return `{${lines.join(',\n ')}}\n`;
}

// ---- all of them -------------------------------------------------------------------------------------

const [packageFolder, ...names] = process.argv.slice(2);
if (!packageFolder) {
  console.error('usage: node make.mjs FOLDER/node_modules/promptfoo [NAME...]');
  process.exit(2);
}
const about = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
if (about.version !== '0.123.1') {
  console.error(`This is promptfoo ${about.version}; the results here are those of 0.123.1.`);
  process.exit(2);
}
const program = path.resolve(packageFolder, typeof about.bin === 'string' ? about.bin : about.bin.promptfoo);
const folders = fs.readdirSync(here, { withFileTypes: true }).filter((each) => each.isDirectory()).map((each) => each.name);
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/v1`;
for (const name of names.length ? names : folders) {
  const folder = path.join(here, name);
  const golden = await goldenOf(program, folder, address);
  fs.writeFileSync(path.join(folder, 'golden.json'), written(golden));
  console.log(`${name}: exit ${golden.exit}, ${golden.rows ? golden.rows.length + ' row(s)' : golden.refused}`);
}
server.close();
