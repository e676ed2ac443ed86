// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Our part around nunjucks: a small `require`, rendering with places in errors, the check for missing
// variables, promptfoo's way to render a prompt, and the list of a template's free variables.
// Called with {name: function (module, exports, require)}; gives the functions that C++ calls.

(function (factories) {
    'use strict';

    // ---- CommonJS ----------------------------------------------------------------------------------

    function EventEmitter() {}
    EventEmitter.prototype.on = function () { return this; };
    EventEmitter.prototype.emit = function () { return false; };

    const shims = {
        asap: (task) => { Promise.resolve().then(task); },
        events: EventEmitter,
        path: {},
        'nunjucks/express-app': () => undefined,
    };
    const loaded = {};

    function require(name) {
        const key = name.startsWith('./') ? 'nunjucks/' + name.slice(2) : name;
        if (Object.hasOwn(shims, key))
            return shims[key];
        if (key === 'nunjucks/loaders')
            return { PrecompiledLoader: require('./precompiled-loader') };
        if (!loaded[key]) {
            if (!factories[key])
                throw new Error('no module ' + name);
            const module = { exports: {} };
            loaded[key] = module;
            factories[key](module, module.exports, require);
        }
        return loaded[key].exports;
    }

    const { Environment, Template } = require('./environment');
    const { Compiler } = require('./compiler');
    const { TemplateError } = require('./lib');
    const nodes = require('./nodes');
    const parser = require('./parser');
    const transformer = require('./transformer');

    // `dev` keeps nunjucks' own error objects, with line and column.
    const environment = new Environment([], { autoescape: false, dev: true });
    environment.addGlobal('env', {});
    environment.addFilter('load', (text) => JSON.parse(text));

    /// nunjucks' own filter; whole numbers that came as BigInt are written with all their digits.
    environment.addFilter('dump', (value, spaces) => {
        let mark = 'integer:';
        const plain = JSON.stringify(value, (key, item) => (typeof item === 'bigint' ? 0 : item)) || '';
        while (plain.includes(mark))
            mark = '#' + mark;
        const text = JSON.stringify(value, (key, item) => (typeof item === 'bigint' ? mark + item : item), spaces);
        return text === undefined ? text : text.replace(new RegExp('"' + mark + '(-?\\d+)"', 'g'), '$1');
    });

    /// JSON.parse() with whole numbers beyond 2^53 as BigInt, so that none of their digits is lost.
    function parseExactly(json) {
        let mark = 'integer:';
        while (json.includes(mark))
            mark = '#' + mark;
        let found = false;
        const marked = json.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => {
            if (!/^-?\d{16,}$/.test(token) || Number.isSafeInteger(Number(token)))
                return token;
            found = true;
            return '"' + mark + token + '"';
        });
        const isMarked = (item) => typeof item === 'string' && item.startsWith(mark);
        return found ? JSON.parse(marked, (key, item) => (isMarked(item) ? BigInt(item.slice(mark.length)) : item))
                     : JSON.parse(json);
    }

    // ---- Errors ------------------------------------------------------------------------------------

    /// What C++ reads of a failure. Lines and columns count from 1; 0 = unknown.
    function problem(message, line, column, variable) {
        const error = new Error(message);
        error.place = { line: line || 0, column: column || 0, variable: variable || '' };
        return error;
    }

    function plainMessage(error) {
        return String(error.message)
            .replace(/^((Template render error: )?\(unknown path\)(?: \[Line \d+(?:, Column \d+)?\])?\n\s*|Error: )+/, '');
    }

    /// nunjucks knows no place for an unknown filter or test: look for the name in the tree.
    function placeOfName(source, message) {
        const unknown = /^(filter|test) not found: (.*)$/.exec(message);
        if (!unknown)
            return null;
        const found = [];
        const wanted = unknown[1] === 'filter' ? nodes.Filter : nodes.Is;
        parser.parse(source, [], environment.opts).findAll(wanted, found);
        const node = found.find((n) => (unknown[1] === 'filter' ? n.name.value
            : (n.right.name ? n.right.name.value : n.right.value)) === unknown[2]);
        return node ? { line: node.lineno + 1, column: node.colno + 1 } : null;
    }

    function placeAt(source, offset) {
        const before = source.slice(0, offset).split('\n');
        return { line: before.length, column: before[before.length - 1].length + 1 };
    }

    /// The text ended too early: the place is that of the tag that is still open.
    function placeOfOpenTag(source) {
        const open = [];
        const tags = /{#[\s\S]*?(#}|$)|{{[\s\S]*?(}}|$)|{%-?\s*(\w*)[\s\S]*?(%}|$)/g;
        for (const match of source.matchAll(tags)) {
            if (!/[#}%]}$/.test(match[0]))
                return placeAt(source, match.index);
            const name = match[3];
            if (name && name.startsWith('end') && open.length)
                open.pop();
            else if (['if', 'ifAsync', 'for', 'asyncEach', 'asyncAll', 'macro', 'call', 'block', 'filter', 'switch', 'raw', 'verbatim'].includes(name)
                || (name === 'set' && !match[0].includes('=')))
                open.push(match.index);
        }
        return open.length ? placeAt(source, open[open.length - 1]) : null;
    }

    function translated(error, source) {
        if (error.place)
            return error;
        const message = plainMessage(error);
        if (error.missing)
            return problem(message, error.lineno, error.colno, error.missing);
        const place = error.running ? placeOfName(source, message) : (error.lineno ? null : placeOfOpenTag(source));
        if (place)
            return problem(message, place.line, place.column);
        // The parser counts from 1, a running template from 0, where 0:0 says that it does not know.
        if (error.running)
            return error.lineno || error.colno ? problem(message, error.lineno + 1, error.colno + 1) : problem(message);
        return problem(message, error.lineno, error.colno);
    }

    // ---- Missing variables -------------------------------------------------------------------------

    const requiredFilter = 'tempera:required';
    /// While a prompt is reviewed: every value that is missing, instead of an error at the first one.
    let missingValues = null;

    // A filter that there is not is told by unknownNames(); a review goes on without it, to find the rest.
    for (const [get, known, instead] of [['getFilter', 'filters', (value) => value], ['getTest', 'tests', () => false]]) {
        const own = environment[get];
        environment[get] = (name) => (missingValues && !Object.hasOwn(environment[known], name) ? instead : own.call(environment, name));
    }

    function noteMissing(name, line, column) {
        const isPart = (whole) => name.startsWith(whole + '.') || name.startsWith(whole + '[');
        const isSame = (other) => other.name === name && other.line === line && other.column === column;
        if (!missingValues.some((other) => isSame(other) || isPart(other.name)))
            missingValues.push({ name, line, column });
    }

    environment.addFilter(requiredFilter, (value, name, line, column) => {
        if (value !== undefined)
            return value;
        if (missingValues) {
            noteMissing(name, line, column);
            return value;
        }
        const error = new TemplateError(name, line, column);
        error.missing = name;
        throw error;
    });

    function pathOf(node) {
        if (node instanceof nodes.Symbol)
            return node.value;
        if (node instanceof nodes.LookupVal) {
            const target = pathOf(node.target.original || node.target);
            if (!target)
                return '';
            if (node.val instanceof nodes.Literal)
                return /^[A-Za-z_]\w*$/.test(node.val.value) ? target + '.' + node.val.value : target + '[' + JSON.stringify(node.val.value) + ']';
            return target + '[…]';
        }
        return '';
    }

    function required(node) {
        const name = pathOf(node);
        if (!name)
            return node;
        const at = (value) => new nodes.Literal(node.lineno, node.colno, value);
        const filter = new nodes.Filter(node.lineno, node.colno, new nodes.Symbol(node.lineno, node.colno, requiredFilter),
            new nodes.NodeList(node.lineno, node.colno, [node, at(name), at(node.lineno + 1), at(node.colno + 1)]));
        filter.original = node;
        return filter;
    }

    /// Wraps every value that is read in a check. `lenient`: a missing value is what the template asks about here.
    /// `own`: parameters of the macros around; they may be left out.
    function guard(node, lenient, own) {
        if (!(node instanceof nodes.Node))
            return node;
        const into = (field, soft) => { node[field] = guard(node[field], soft, own); };
        const all = (list, soft) => list.map((child) => guard(child, soft, own));
        switch (node.typename) {
        case 'Symbol':
            return lenient || own.has(node.value) ? node : required(node);
        case 'LookupVal':
            into('target', lenient);
            into('val', false);
            return lenient ? node : required(node);
        case 'FunCall':
            // What is called is named by nunjucks itself when it is missing.
            if (node.name instanceof nodes.LookupVal)
                node.name.target = guard(node.name.target, lenient, own);
            into('args', false);
            return node;
        case 'Filter': {
            const soft = lenient || node.name.value === 'default' || node.name.value === 'd';
            node.args.children = node.args.children.map((child, i) => guard(child, i === 0 && soft, own));
            return node;
        }
        case 'If': case 'IfAsync': case 'InlineIf':
            into('cond', true);
            into('body', lenient);
            into('else_', lenient);
            return node;
        case 'And': case 'Or':
            into('left', true);
            into('right', lenient);
            return node;
        case 'Not':
            into('target', lenient);
            return node;
        case 'Is':
            into('left', true);
            if (node.right.args)
                node.right.args = guard(node.right.args, false, own);
            return node;
        case 'Group':
            node.children = all(node.children, lenient);
            return node;
        case 'Pair':
            into('value', false);
            return node;
        case 'For': case 'AsyncEach': case 'AsyncAll':
            into('arr', false);
            into('body', false);
            into('else_', false);
            return node;
        case 'Set':
            into('value', false);
            if (node.body)
                node.body = guard(node.body, false, own);
            return node;
        case 'Compare':
            into('expr', false);
            node.ops = all(node.ops, false);
            return node;
        case 'Switch':
            into('expr', false);
            node.cases = all(node.cases, false);
            into('default', false);
            return node;
        case 'Macro': case 'Caller': {
            const names = new Set(own);
            for (const argument of node.args.children) {
                if (argument instanceof nodes.Symbol)
                    names.add(argument.value);
                else
                    argument.children.forEach((pair) => { names.add(pair.key.value); pair.value = guard(pair.value, false, own); });
            }
            node.body = guard(node.body, false, names);
            return node;
        }
        case 'Block':
            into('body', false);
            return node;
        case 'Import': case 'FromImport': case 'Extends': case 'Include':
            into('template', false);
            return node;
        default:
            if (node instanceof nodes.NodeList)
                node.children = all(node.children, false);
            else
                node.fields.forEach((field) => into(field, false));
            return node;
        }
    }

    // ---- What a template puts in -------------------------------------------------------------------

    // Noncharacters, which no text holds: around what was put in, and around the tag of a value that is missing.
    const filledMarks = ['\uFDD0', '\uFDD1'];
    const missingMarks = ['\uFDD2', '\uFDD3'];
    const filledFilter = 'tempera:filled';
    environment.addFilter(filledFilter, (value, name) => {
        if (value === undefined && name)
            return missingMarks[0] + '{{ ' + name + ' }}' + missingMarks[1];
        return value === undefined || value === null ? '' : filledMarks[0] + value + filledMarks[1];
    });

    /// Marks every value where it is written. Not inside of what makes a value of its own (macros, captures), which is
    /// marked as a whole where it is written.
    function markOutputs(node) {
        if (node instanceof nodes.Output) {
            node.children = node.children.map((child) => {
                if (child instanceof nodes.TemplateData)
                    return child;
                const name = new nodes.Literal(child.lineno, child.colno, pathOf(child.original || child));
                return new nodes.Filter(child.lineno, child.colno, new nodes.Symbol(child.lineno, child.colno, filledFilter),
                    new nodes.NodeList(child.lineno, child.colno, [child, name]));
            });
        } else if (node instanceof nodes.NodeList) {
            node.children.forEach(markOutputs);
        } else if (node instanceof nodes.Node && ['If', 'IfAsync', 'For', 'AsyncEach', 'AsyncAll', 'Switch', 'Case', 'Block'].includes(node.typename)) {
            [node.body, node.else_, node.cases, node.default].flat().forEach(markOutputs);
        }
        return node;
    }

    // ---- Compiling and rendering -------------------------------------------------------------------

    // How a template is compiled: as it is, with a check of every value that is read, or with marks around what it puts in too.
    const strictMode = '!';
    const markedMode = '#';

    const keptTemplates = new Map();
    const mostTemplates = 512;
    const mostCharacters = 2000000;
    let keptCharacters = 0;

    function compile(source, mode) {
        let tree = parser.parse(source, [], environment.opts);
        if (mode)
            tree = guard(tree, false, new Set());
        if (mode === markedMode)
            tree = markOutputs(tree);
        const compiler = new Compiler(undefined, false);
        compiler.compile(transformer.transform(tree, []));
        const template = new Template({ type: 'code', obj: new Function(compiler.getCode())() }, environment);
        template.compile();
        return template;
    }

    function templateFor(source, mode) {
        const key = (mode || ' ') + source;
        let template = keptTemplates.get(key);
        if (template) {
            keptTemplates.delete(key);
        } else {
            template = compile(source, mode);
            keptCharacters += key.length;
        }
        keptTemplates.set(key, template);
        while (keptTemplates.size > 1 && (keptTemplates.size > mostTemplates || keptCharacters > mostCharacters)) {
            const oldest = keptTemplates.keys().next().value;
            keptTemplates.delete(oldest);
            keptCharacters -= oldest.length;
        }
        return template;
    }

    function render(source, vars, mode) {
        if (!/{[{%#]/.test(source))
            return source;
        let template;
        try {
            template = templateFor(source, mode);
        } catch (error) {
            throw translated(error, source);
        }
        try {
            return String(template.render(vars));
        } catch (error) {
            error.running = true;
            throw translated(error, source);
        }
    }

    // ---- A prompt, as promptfoo renders it ---------------------------------------------------------

    /// Text with an opening tag that does not close on its line is no template for promptfoo.
    function withoutHalfTags(text) {
        const isHalf = /({%[^%]*$|{{[^}]*$|{#[^#]*$)/m.test(text);
        const isRaw = /{%\s*raw\s*%}/.test(text) && /{%\s*endraw\s*%}/.test(text);
        return isHalf && !isRaw ? '{% raw %}' + text + '{% endraw %}' : text;
    }

    /// `{{ name }}` in the value of a variable takes the other variable's value, five times at most.
    function resolved(vars) {
        const result = {};
        for (const [name, value] of Object.entries(vars))
            result[name] = typeof value === 'string' ? value.replace(/\n$/, '') : value;
        const reference = /\{\{\s*(\w+)\s*\}\}/;
        for (let round = 0, changed = true; changed && round < 5; ++round) {
            changed = false;
            for (const [name, value] of Object.entries(result)) {
                const match = typeof value === 'string' ? reference.exec(value) : null;
                if (match && result[match[1]] !== undefined) {
                    result[name] = value.replace(match[0], result[match[1]]);
                    changed = true;
                }
            }
        }
        return result;
    }

    function renderLeaves(value, vars, mode) {
        if (typeof value === 'string')
            return render(value, vars, mode);
        if (Array.isArray(value))
            return value.map((item) => renderLeaves(item, vars, mode));
        if (value !== null && typeof value === 'object')
            return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renderLeaves(item, vars, mode)]));
        return value;
    }

    function jsonOf(text) {
        try {
            return { value: JSON.parse(text) };
        } catch {
            return null;
        }
    }

    /// A value may hold templates, but what looks like a comment in it is the user's text: `{# 3.1 #}` is written as it is.
    function withoutComments(text) {
        return /{%\s*raw\s*%}/.test(text) ? text : text.replace(/{#|#}/g, (mark) => '{{ "' + mark + '" }}');
    }

    function renderData(text, vars, mode) {
        return /{{|{%/.test(text) ? render(withoutComments(text), vars, mode) : text;
    }

    function renderVariable(value, vars) {
        if (typeof value !== 'string' || !/{{|{%/.test(value))
            return value;
        const source = withoutComments(withoutHalfTags(value));
        return freeVariables(source).every((name) => vars[name] !== undefined) ? render(source, vars, false) : value;
    }

    /// Values of variables that are text: nothing in them is carried out or left out.
    const asGiven = { prepare: (vars) => vars, render: (value) => value };
    /// Values of variables that may be templates themselves.
    const asTemplates = { prepare: resolved, render: renderVariable };

    function renderPrompt(source, givenVars, mode, values) {
        const vars = values.prepare(givenVars);
        const json = jsonOf(source);
        if (json) {
            try {
                return JSON.stringify(renderLeaves(json.value, vars, mode), null, 2);
            } catch {
                // A leaf that cannot be rendered: promptfoo goes on with the text as a whole, and so does the place in its error.
            }
        }
        const renderedVars = Object.fromEntries(Object.entries(vars).map(([name, value]) => {
            try {
                return [name, values.render(value, vars)];
            } catch (error) {
                throw problem(name + ': ' + plainMessage(error));
            }
        }));
        return render(withoutHalfTags(source), renderedVars, mode);
    }

    // ---- Free variables ----------------------------------------------------------------------------

    const globalNames = new Set(['range', 'cycler', 'joiner', 'env']);

    class Scope {
        constructor(parent, names) {
            this.parent = parent;
            this.names = new Set(names);
        }
        has(name) {
            return this.names.has(name) || (this.parent !== null && this.parent.has(name));
        }
    }

    function collect(node, scope, found) {
        if (Array.isArray(node)) {
            node.forEach((item) => collect(item, scope, found));
            return;
        }
        if (!(node instanceof nodes.Node))
            return;
        const see = (...children) => children.forEach((child) => collect(child, scope, found));
        switch (node.typename) {
        case 'Symbol':
            if (!scope.has(node.value) && !globalNames.has(node.value))
                found.add(node.value);
            return;
        case 'Filter': case 'FilterAsync':
            return see(node.args);
        case 'FunCall':
            if (!(node.name instanceof nodes.Symbol && node.name.value === 'super'))
                see(node.name);
            return see(node.args);
        case 'Is':
            return see(node.left, node.right.args);
        case 'Pair':
            return see(node.value);
        case 'InlineIf':
            return see(node.body, node.cond, node.else_);
        case 'Set':
            see(node.value, node.body);
            node.targets.forEach((target) => scope.names.add(target.value));
            return;
        case 'For': case 'AsyncEach': case 'AsyncAll': {
            see(node.arr);
            const names = node.name instanceof nodes.Array ? node.name.children.map((n) => n.value) : [node.name.value];
            collect(node.body, new Scope(scope, [...names, 'loop']), found);
            return see(node.else_);
        }
        case 'Macro': case 'Caller': {
            const names = ['caller'];
            for (const argument of node.args.children) {
                if (argument instanceof nodes.Symbol) {
                    names.push(argument.value);
                } else {
                    see(argument);
                    names.push(...argument.children.map((pair) => pair.key.value));
                }
            }
            if (node.typename === 'Macro')
                scope.names.add(node.name.value);
            return collect(node.body, new Scope(scope, names), found);
        }
        case 'Import':
            see(node.template);
            scope.names.add(node.target.value);
            return;
        case 'FromImport':
            see(node.template);
            node.names.children.forEach((n) => scope.names.add(n instanceof nodes.Pair ? n.value.value : n.value));
            return;
        case 'Block':
            return see(node.body);
        default:
            if (node instanceof nodes.NodeList)
                return see(...node.children);
            node.iterFields((child) => collect(child, scope, found));
        }
    }

    function freeVariables(source) {
        const found = new Set();
        collect(parser.parse(source, [], environment.opts), new Scope(null, []), found);
        return [...found];
    }

    function leavesOf(value) {
        if (typeof value === 'string')
            return [value];
        return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [];
    }

    function variables(source) {
        try {
            const json = jsonOf(source);
            if (json && typeof json.value === 'object')
                return [...new Set(leavesOf(json.value).flatMap(freeVariables))];
            return freeVariables(source);
        } catch (error) {
            throw translated(error, source);
        }
    }

    // ---- Reviewing a prompt ------------------------------------------------------------------------

    const renderings = {
        render,
        renderPrompt: (source, vars, mode) => renderPrompt(source, vars, mode, asTemplates),
        renderPromptOfText: (source, vars, mode) => renderPrompt(source, vars, mode, asGiven),
    };

    /// What a prompt becomes, with marks around what was put in, and all values that are missing.
    function review(source, vars, form) {
        const asText = form === 'render';
        const rendered = (mode) => renderings[form](source, vars, mode);
        missingValues = [];
        try {
            const text = rendered(markedMode);
            if (missingValues.length && !asText && jsonOf(source)) {
                // The places of leaves are not those of the text.
                missingValues = [];
                render(withoutHalfTags(source), form === 'renderPrompt' ? resolved(vars) : vars, strictMode);
            }
            return JSON.stringify({ text, missing: missingValues });
        } catch (error) {
            // What a missing value led to says less than that it is missing.
            if (!missingValues.length)
                throw error;
            return JSON.stringify({ text: null, missing: missingValues });
        } finally {
            missingValues = null;
        }
    }

    /// The filters and tests of a template that there are not, wherever they stand.
    function unknownNames(source) {
        let tree;
        try {
            tree = parser.parse(source, [], environment.opts);
        } catch (error) {
            throw translated(error, source);
        }
        const found = [];
        const add = (Kind, kind, known, nameOf) => {
            const all = [];
            tree.findAll(Kind, all);
            for (const node of all) {
                const name = nameOf(node);
                if (name && !Object.hasOwn(known, name))
                    found.push({ kind, name, line: node.lineno + 1, column: node.colno + 1 });
            }
        };
        add(nodes.Filter, 'filter', environment.filters, (node) => node.name.value);
        add(nodes.Is, 'test', environment.tests, (node) => (node.right.name ? node.right.name.value : node.right.value));
        return JSON.stringify(found);
    }

    const modeFor = (strict) => (strict ? strictMode : '');

    return {
        render: (source, vars, strict) => render(source, vars, modeFor(strict)),
        renderData: (text, vars, strict) => renderData(text, vars, modeFor(strict)),
        renderPrompt: (source, vars, strict) => renderings.renderPrompt(source, vars, modeFor(strict)),
        renderPromptOfText: (source, vars, strict) => renderings.renderPromptOfText(source, vars, modeFor(strict)),
        renderPromptJson: (source, varsJson, strict) => {
            const vars = parseExactly(varsJson);
            if (vars === null || typeof vars !== 'object' || Array.isArray(vars))
                throw problem('the variables are not a JSON object');
            return renderings.renderPrompt(source, vars, modeFor(strict));
        },
        resolvedTexts: (vars) => JSON.stringify(resolved(vars), (key, value) => (typeof value === 'bigint' ? null : value)),
        variables,
        review,
        unknownNames,
        addFilter: (name, filter) => { environment.addFilter(name, filter); },
        setEnvironment: (values) => { environment.addGlobal('env', values); },
    };
})
