// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the golden files of the token counter with the reference, tiktoken for JavaScript 1.0.22:
//   npm pack tiktoken@1.0.22 && tar xzf tiktoken-1.0.22.tgz && node make.mjs ./package
// A line is: the text as base64 of its UTF-8, a tab, the ids.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const { get_encoding } = createRequire(import.meta.url)(join(resolve(process.argv[2]), 'tiktoken.cjs'));
const here = dirname(fileURLToPath(import.meta.url));

const texts = [
    '', ' ', '  ', '\n', '\r\n', '\n\n\n', '\t', ' \n ', '   \n\n  x', 'x   ', 'x \n', '\u00a0', '\u3000\u3000x', 'a\u180eb', ' \u180e x', 'a\u0085b',
    '\u2028\u2029', 'a\u200bb\u200dc', '\ufeff', '\ufeffBOM first', 'then \ufeff inside', '\ufeff\ufeff two', '\u0000', 'a\u0000b', '\u001c\u001d x', '\ufffd',
    'Hello, world!', 'hello world', 'HELLO WORLD', 'HelloWorld helloWorld HELLOworld', 'The quick brown fox jumps over the lazy dog.',
    "I'm you're he'd we've they'll it's don't", "I'M YOU'RE HE'D WE'VE THEY'LL IT'S", 'o\u2019clock don\u2019t', "'s 't 're", "a'\u017f b'\u017f", "\u212a kelvin 'll'LL'lL",
    '0', '12', '123', '1234', '1234567890', '3.14159', '1,000,000.00', '2026-11-24T02:34:37Z', '\u0661\u0662\u0663\u0664', '\u00bd\u00b2\u2460\u216b', '0x7fff_ffff', '1e-9',
    'Wie viele Lämpchen braucht das Straßenfest? Größe: 3½ m²', 'Où est-ce qu’on mange ? Ça coûte 12 €.', '¿Cuántos años tienes? ¡Qué bien!', 'Zażółć gęślą jaźń',
    'ПриветМир Привет, мир! СССР', 'Καλημέρα κόσμε, ΑΒΓ', 'שלום עולם, מה שלומך?', 'مرحبا بالعالم كيف حالك؟', 'नमस्ते दुनिया, क्या हाल है?', 'வணக்கம் உலகம்', 'สวัสดีชาวโลก ทดสอบ',
    '你好，世界！这是一个测试。', '漢字ABC漢字abc', 'こんにちは世界。カタカナとひらがな', '안녕하세요 세계', 'Xin chào thế giới', 'გამარჯობა მსოფლიო', 'Բարեւ աշխարհ', 'ሰላም ልዑል', 'မင်္ဂလာပါ', 'ជំរាបសួរ', '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈𐌰 𒀀𒁀',
    '😀', '😀😃😄', '👩‍👩‍👧‍👦', '🇩🇪🇯🇵🇺🇸', '👍🏽👍🏿', '❤️ ♥ ☺️', 'x😀y', '🧑‍💻 writes code 🚀', 'e\u0301 vs \u00e9', 'a\u0300\u0301\u0302\u0303', '\u0301 alone', 'ǅungla ǆ Ǆ', 'ﬁ ﬂ ﬃ', 'İstanbul ıI',
    'int main(int argc, char **argv) { return 0; }', 'def f(x):\n    return x**2  # square\n', 'SELECT * FROM t WHERE a >= 1 AND b <> \'x\';', '<p class="a">Tom &amp; Ann</p>', 'for (let i = 0; i < n; ++i) {\n\tsum += a[i];\n}\n',
    '{"key": [1, 2.5, true, null], "s": "\\u00e9"}', 'https://example.org/a/b?c=d&e=%20#f', 'C:\\Users\\x\\file.txt', '/usr/share/doc/', '///', '//\n//\n', '#!/bin/sh\nset -eu\n', '```c\nx\n```\n', '- a\n- b\n\n  1. c\n', 'a/b/c\n/d\n',
    '.......', '!!!???', '======', '-----\n-----', '()[]{}<>', '"\'`', '\\\\n', '$$x^2$$', '@user #tag', '…—–', '«quoted» „Wort“ “word”', '||&&!!', '…\n\n…', '. . . .', ' .', ' ,x', '?\r\n?', '\r\r', 'a\rb',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'ab'.repeat(60), 'a'.repeat(95), 'a'.repeat(96), 'a'.repeat(97), 'a'.repeat(98), 'a'.repeat(1000), 'abcde'.repeat(300), ' '.repeat(200), '\n'.repeat(200), '=-'.repeat(150), '语'.repeat(200), 'Ж'.repeat(150), '\u0301'.repeat(70), '😀'.repeat(60),
    'antidisestablishmentarianism', 'Donaudampfschifffahrtsgesellschaftskapitän', 'supercalifragilisticexpialidocious'.repeat(5), 'qzxjvkwpfybg', 'asdfghjklqwertyuiop'.repeat(8), 'XMLHttpRequestURL', 'camelCaseABCDef', 'ALLCAPSandlower', 'snake_case_name', 'kebab-case-name', 'iPhone15ProMax', 'v1.2.3-rc4',
    '<|endoftext|>', '<|im_start|>user\nhi<|im_end|>', '<|endofprompt|> text', '<|fim_prefix|>', '{{ name }} {% if x %}y{% endif %} {# c #}',
    'trailing spaces   \nnext line', '   leading', '\tx\t\ty', 'x  y   z    w', 'line\n\n\n\nline', 'a \n \n b', '\n x', ' \n\n x', 'x\n ', '1 2 3  4', '1\n2\n3',
];

// Odd mixtures: pieces of every kind in an order nobody writes.
let state = 20261124n;
const random = (n) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    return Number((state >> 33n) % BigInt(n));
};
const atoms = ['a', 'B', 'the', ' the', 'Word', ' ', '  ', '\n', '\r\n', '\t', '1', '42', '2026', '.', ',', "'s", "'LL", '!', '/', '_', '-', '(', ')', 'é', 'Ü', 'ß', 'ж', 'Ж', 'ω', 'א', 'ب', 'न', '\u094d', 'ก', '你', '好', 'の', 'カ', '한', '😀', '\u200d', '\ufe0f', '\u0301', '\u00a0', '\u3000', '²', '\u0663', '€', '“', '…', '\ufeff', 'ǅ', 'ʰ', '\\', '"', '{', '}', '=', '<', 'http', 'ing', 'tion'];
for (let i = 0; i < 400; ++i) {
    let text = '';
    for (let length = 1 + random(i < 300 ? 12 : 80); length > 0; --length)
        text += atoms[random(atoms.length)];
    texts.push(text);
}

for (const name of ['o200k_base', 'cl100k_base']) {
    const encoding = get_encoding(name);
    const lines = texts.map((text) => Buffer.from(text, 'utf8').toString('base64') + '\t' + [...encoding.encode_ordinary(text)].join(' '));
    writeFileSync(join(here, name + '.tsv'), lines.join('\n') + '\n');
    encoding.free();
}
console.log(texts.length, 'texts');
