// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Compares the counts of tempera with those of the reference, tiktoken for JavaScript 1.0.22 (OpenAI's own code and
// vocabularies, compiled to WebAssembly), on a job of documents that it makes. ./dev tokens runs it:
//   node compare.mjs make PACKAGE FOLDER [DOCUMENTS]   writes documents.jsonl and reference.json into FOLDER
//   tempera cost -m openai:chat:gpt-4o openai:chat:gpt-4 --input FOLDER/documents.jsonl --field text --each --json >FOLDER/ours.json
//   node compare.mjs compare FOLDER                    says "equal" or the first difference, and then ends with 1
//   node compare.mjs golden PACKAGE [DOCUMENTS]        writes job.tsv beside this file

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const models = { o200k_base: 'openai:chat:gpt-4o', cl100k_base: 'openai:chat:gpt-4' };

/** Without halves of characters. */
const wellFormed = (text) => Buffer.from(text, 'utf8').toString('utf8');

/** The same numbers on every machine: a linear congruential generator (Knuth, MMIX). */
function randomNumbers(seed) {
    let state = BigInt(seed);
    return (below) => {
        state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
        return Number((state >> 33n) % BigInt(below));
    };
}

const prose = [
    'The committee could not agree, so the vote was put off until Thursday.', "They're sure it'll work; I'd rather we'd tested it first.",
    'In 1987 about 3,200 people lived there – 12.5 % fewer than ten years before.', 'Wie viele Lämpchen braucht das Straßenfest? Größe: 3½ m².',
    'Donaudampfschifffahrtsgesellschaftskapitän, ÜBERGRÖSSE', 'Où est-ce qu’on mange ? Ça coûte 12 €.', '¿Cuántos años tienes? ¡Qué bien!',
    'Zażółć gęślą jaźń, pchnąć w tę łódź jeża.', 'Съешь же ещё этих мягких французских булок.', 'Καλημέρα κόσμε, τι κάνεις σήμερα;',
    'שלום עולם, מה שלומך היום?', 'مرحبا بالعالم، كيف حالك اليوم؟', 'नमस्ते दुनिया, आप कैसे हैं?', 'வணக்கம் உலகம், எப்படி இருக்கிறீர்கள்?',
    'สวัสดีชาวโลก วันนี้เป็นอย่างไรบ้าง', '你好，世界！今天天气很好，我们去公园吧。', '繁體中文也要測試：臺灣、香港。', 'こんにちは世界。カタカナとひらがなと漢字。',
    '안녕하세요 세계, 오늘 기분이 어때요?', 'Xin chào thế giới, hôm nay thế nào?', 'გამარჯობა მსოფლიო', 'ሰላም ልዑል', 'Ḽơᶉëᶆ ȋṕšᶙṁ ḍỡḽǭᵳ ʂǐť',
    'e\u0301 beside \u00e9, a\u0300\u0301\u0302 stacked, \u0301 alone', 'İstanbul ıI, ﬁne ﬂow, ǅungla',
];
const code = [
    'int main(int argc, char **argv) { return argc > 1 ? run(argv[1]) : 0; }', 'def f(x):\n    return x**2  # square\n', 'for (let i = 0; i < n; ++i) {\n\tsum += a[i];\n}',
    "SELECT name, COUNT(*) FROM t WHERE a >= 1 AND b <> 'x' GROUP BY 1;", '<p class="a">Tom &amp; Ann</p>', '{"key": [1, 2.5, true, null], "s": "\\u00e9"}',
    '#!/bin/sh\nset -eu\nfind . -name "*.o" -delete\n', 'https://example.org/a/b?c=d&e=%20#f', 'C:\\Users\\x\\file.txt', '```c\nx = y;\n```', '$$\\int_0^1 x^2\\,dx$$',
    'XMLHttpRequestURL snake_case_name kebab-case-name camelCaseABCDef', 'git rebase -i HEAD~3 && make -j$(nproc)', '| a | b |\n|---|---|\n| 1 | 2 |',
];
const odd = [
    '😀😃😄', '👩‍👩‍👧‍👦 and 🧑‍💻', '🇩🇪🇯🇵🇺🇸', '👍🏽👍🏿', '❤️ ♥ ☺️', '…—–', '«quoted» „Wort“ “word”', '=-=-=-=-', '!!!???', '. . . .', '\u00a0\u3000', '\u200b\u200d\ufeff',
    '<|endoftext|>', '<|im_start|>user', '{{ name }} {% if x %}', '\u0000\u001c', '\ufffd', '0x7fff_ffff', '3.14159', '1,000,000.00', '2026-11-24T02:34:37Z', '½²①Ⅻ', '\u0661\u0662\u0663',
];
const blanks = [' ', ' ', ' ', ' ', '\n', '\n', '\n\n', '  ', '\t', '\r\n', '   ', '', ''];

/** One document: prose, code, oddities, numbers, runs of blanks and long words, in an order nobody writes. */
function makeDocument(random) {
    let text = '';
    for (let pieces = 1 + random(random(20) === 0 ? 120 : 18); pieces > 0; --pieces) {
        switch (random(14)) {
            case 0: text += code[random(code.length)]; break;
            case 1: text += odd[random(odd.length)]; break;
            case 2: text += String(random(10 ** (1 + random(9)))); break;
            case 3: text += ' '.repeat(1 + random(random(8) === 0 ? 300 : 12)); break;
            case 4: text += random(6) === 0 ? '\n'.repeat(1 + random(80)) : prose[random(prose.length)].toUpperCase(); break;
            case 5: text += random(9) === 0 ? 'abcdefghij'[random(10)].repeat(1 + random(400)) : prose[random(prose.length)].slice(random(20)); break;
            default: text += prose[random(prose.length)];
        }
        text += blanks[random(blanks.length)];
    }
    return wellFormed(text);
}

function documentsOf(count) {
    const random = randomNumbers(20261129);
    return Array.from({ length: count }, () => makeDocument(random));
}

function reference(packageFolder) {
    const { get_encoding } = createRequire(import.meta.url)(join(resolve(packageFolder), 'tiktoken.cjs'));
    return (name, documents) => {
        const encoding = get_encoding(name);
        const counts = documents.map((text) => encoding.encode_ordinary(text).length);
        encoding.free();
        return counts;
    };
}

function make(packageFolder, folder, count = 10000) {
    const documents = documentsOf(Number(count));
    const countsOf = reference(packageFolder);
    writeFileSync(join(folder, 'documents.jsonl'), documents.map((text) => JSON.stringify({ text }) + '\n').join(''));
    writeFileSync(join(folder, 'reference.json'), JSON.stringify(Object.fromEntries(Object.keys(models).map((name) => [name, countsOf(name, documents)]))));
}

function compare(folder) {
    const documents = readFileSync(join(folder, 'documents.jsonl'), 'utf8').split('\n').filter((line) => line !== '');
    const expected = JSON.parse(readFileSync(join(folder, 'reference.json'), 'utf8'));
    const ours = JSON.parse(readFileSync(join(folder, 'ours.json'), 'utf8'));
    let isEqual = true;
    for (const [name, model] of Object.entries(models)) {
        const counts = ours.models.find((row) => row.model === model).input_tokens_each;
        const first = expected[name].findIndex((count, i) => count !== counts[i]);
        if (counts.length !== expected[name].length) {
            console.log(`${name}: ${counts.length} counts for ${expected[name].length} documents`);
        } else if (first >= 0) {
            console.log(`${name}: document ${first} has ${expected[name][first]} tokens by tiktoken, ${counts[first]} by tempera:\n${documents[first]}`);
        } else {
            const sum = counts.reduce((a, b) => a + b, 0);
            console.log(`${name}: ${counts.length} documents, ${sum} tokens: equal`);
            continue;
        }
        isEqual = false;
    }
    process.exit(isEqual ? 0 : 1);
}

function golden(packageFolder, count = 200) {
    const documents = documentsOf(Number(count)).map((text) => wellFormed(text.slice(0, 600)));
    const countsOf = reference(packageFolder);
    const [o200k, cl100k] = [countsOf('o200k_base', documents), countsOf('cl100k_base', documents)];
    const lines = documents.map((text, i) => `${Buffer.from(text, 'utf8').toString('base64')}\t${o200k[i]}\t${cl100k[i]}\n`);
    writeFileSync(join(here, 'job.tsv'), lines.join(''));
    console.log(documents.length, 'documents');
}

const verbs = { make, compare, golden };
const [verb, ...rest] = process.argv.slice(2);
if (!(verb in verbs)) {
    console.error('compare.mjs make PACKAGE FOLDER [DOCUMENTS] | compare FOLDER | golden PACKAGE [DOCUMENTS]');
    process.exit(2);
}
verbs[verb](...rest);
