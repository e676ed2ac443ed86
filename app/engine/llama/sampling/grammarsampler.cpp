// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/sampling/grammarsampler.h"

#include "app/engine/llama/model/llamalog.h"
#include "models/core/limitedwork.h"
#include "models/sampling/gbnf.h"
#include "models/sampling/schemalimits.h"

#include <json-schema-to-grammar.h>
#include <llama-grammar.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <exception>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A larger grammar is a mistake; llama.cpp recurses over its rules.
constexpr qsizetype MostGrammar = 1 << 20;
/// Rules that llama.cpp may look at before it samples.
constexpr double MostSteps = 1e6;
/// Deeper schemas cost llama.cpp's reader its stack.
constexpr int MostSchemaDepth = 100;

std::unexpected<Error> refused(Parameter parameter, const QString &cause)
{
    const QString name = parameterName(parameter);
    auto error = failure(ErrorKind::BadRequest, cause, name);
    error.error().parameter = name;
    return error;
}

/// Levels of brackets, those in strings left out.
int depthOf(const QByteArray &json)
{
    int depth = 0;
    int most = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '{' || c == '['))
            most = std::max(most, ++depth);
        else if (!inText && (c == '}' || c == ']'))
            --depth;
    }
    return most;
}

/// Takes out what llama.cpp would leave out with a word on the standard error stream.
void dropLoosePatterns(common_json &schema, int depth = 0)
{
    static const std::array<std::string, 5> values{"const", "enum", "default", "examples", "example"};
    if (depth > MostSchemaDepth)
        return;
    if (schema.is_array()) {
        for (std::size_t i = 0; i < schema.size(); ++i)
            dropLoosePatterns(schema.at(i), depth + 1);
        return;
    }
    if (!schema.is_object())
        return;
    if (schema.contains("pattern") && schema.at("pattern").is_string()
        && !isPatternEnforced(QString::fromStdString(schema.at("pattern").get<std::string>()))) {
        schema.erase("pattern");
        if (!schema.contains("type"))
            schema["type"] = "string"; // as with the pattern
    }
    for (const auto &[key, value] : schema.items()) {
        if (!std::ranges::contains(values, key))
            dropLoosePatterns(schema.at(key), depth + 1);
    }
}

/// llama.cpp's own reader, told by rule, so that the reason for a refusal and its place reach the user and not the standard
/// error stream.
class GrammarJudge
{
public:
    GrammarJudge(const QString &text, const llama_vocab *vocab) : m_text(text.toStdString()), m_parser(vocab) { }

    Result<void> read()
    {
        std::size_t at = nextRule(0);
        try {
            while (at < m_text.size()) {
                m_rule = at;
                const std::size_t end = static_cast<std::size_t>(m_parser.parse_rule(m_text.c_str() + at) - m_text.c_str());
                m_places.try_emplace(nameAt(at), at);
                at = nextRule(end);
            }
        } catch (const std::exception &error) {
            return refusal(error.what(), m_rule);
        }
        if (!writesAnything())
            return refusal("the grammar allows no answer but an empty one", 0);
        std::vector<std::optional<double>> known(m_parser.rules.size());
        double steps = 0;
        for (std::uint32_t rule = 0; rule < m_parser.rules.size(); ++rule)
            steps += stepsFrom(rule, known);
        if (steps > MostSteps)
            return refusal("the grammar exceeds its limits: its rules lead to each other in too many ways", 0);
        return {};
    }

    /// A sentence of llama.cpp that names a rule by its number, with the rule's name and place.
    Error named(const QString &sentence) const
    {
        static const QRegularExpression number(u"left recursion detected for nonterminal at index (\\d+)"_s);
        const QRegularExpressionMatch match = number.match(sentence);
        if (!match.hasMatch())
            return refusal(sentence.toUtf8().constData(), 0).error();
        std::string name;
        for (const auto &[symbol, id] : m_parser.symbol_ids) {
            if (id == match.captured(1).toUInt())
                name = symbol;
        }
        const std::string rule = name.substr(0, name.find('_')); // llama.cpp names parts of a rule NAME_1, NAME_2 …
        const auto place = m_places.find(rule);
        const QString detail = name == rule ? u"left recursion: the rule \"%1\" can begin with itself"_s
                                            : u"left recursion: in the rule \"%1\" something is repeated that can be empty"_s;
        Error error = refusal("", place == m_places.end() ? 0 : place->second).error();
        error.detail = detail.arg(QString::fromStdString(rule));
        return error;
    }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

    std::size_t nextRule(std::size_t at) const
    {
        while (at < m_text.size() && (isBlank(m_text[at]) || m_text[at] == '#')) {
            if (m_text[at] == '#')
                at = std::min(m_text.find('\n', at), m_text.size() - 1);
            ++at;
        }
        return at;
    }

    std::string nameAt(std::size_t at) const
    {
        const std::size_t end = m_text.find_first_of(" \t\r\n:", at);
        return m_text.substr(at, end == std::string::npos ? end : end - at);
    }

    /// Whether a rule that "root" leads to holds a character or a token.
    bool writesAnything() const
    {
        const auto root = m_parser.symbol_ids.find("root");
        if (root == m_parser.symbol_ids.end())
            return true; // that has been reported
        std::set<std::uint32_t> seen{root->second};
        std::vector<std::uint32_t> next{root->second};
        while (!next.empty()) {
            const std::uint32_t rule = next.back();
            next.pop_back();
            if (rule >= m_parser.rules.size())
                continue;
            for (const llama_grammar_element &element : m_parser.rules[rule]) {
                if (element.type == LLAMA_GRETYPE_RULE_REF) {
                    if (seen.insert(element.value).second)
                        next.push_back(element.value);
                } else if (element.type != LLAMA_GRETYPE_END && element.type != LLAMA_GRETYPE_ALT) {
                    return true;
                }
            }
        }
        return false;
    }

    bool mayBeEmpty(std::uint32_t rule) const
    {
        bool atStart = true;
        for (const llama_grammar_element &element : m_parser.rules[rule]) {
            const bool isEnd = element.type == LLAMA_GRETYPE_END || element.type == LLAMA_GRETYPE_ALT;
            if (isEnd && atStart)
                return true;
            atStart = isEnd;
        }
        return false;
    }

    /// How many rules llama.cpp looks at from this one on when it looks for left recursion: it takes every way again, and
    /// nothing stops it.
    double stepsFrom(std::uint32_t rule, std::vector<std::optional<double>> &known) const
    {
        if (known[rule])
            return *known[rule];
        known[rule] = 0; // on the way: left recursion, which is reported
        double steps = 1;
        bool isFirst = true;
        for (const llama_grammar_element &element : m_parser.rules[rule]) {
            if (element.type == LLAMA_GRETYPE_RULE_REF && isFirst && element.value < m_parser.rules.size()) {
                steps += stepsFrom(element.value, known);
                isFirst = mayBeEmpty(element.value);
            } else {
                isFirst = element.type == LLAMA_GRETYPE_END || element.type == LLAMA_GRETYPE_ALT;
            }
        }
        known[rule] = steps;
        return steps;
    }

    std::unexpected<Error> refusal(const char *reason, std::size_t at) const
    {
        // "expecting ')' at REST": the rest says where.
        QString detail = QString::fromUtf8(reason).simplified();
        const std::string text(reason);
        if (const std::size_t rest = text.find(" at "); rest != std::string::npos) {
            const std::string_view behind = std::string_view(text).substr(rest + 4);
            if (!behind.empty() && m_text.ends_with(behind)) {
                at = m_text.size() - behind.size();
                detail = QString::fromStdString(text.substr(0, rest));
            }
        } else if (at < m_text.size() && at == m_rule && !detail.isEmpty()) {
            detail = u"rule \"%1\": %2"_s.arg(QString::fromStdString(nameAt(at)), detail);
        }
        auto error = failure(ErrorKind::BadRequest, detail, parameterName(Parameter::Grammar));
        error.error().parameter = parameterName(Parameter::Grammar);
        const QString before = QString::fromStdString(m_text.substr(0, at));
        error.error().line = static_cast<int>(before.count(u'\n')) + 1;
        error.error().column = static_cast<int>(before.size() - before.lastIndexOf(u'\n'));
        return error;
    }

    std::string m_text;
    llama_grammar_parser m_parser;
    std::size_t m_rule = 0;
    std::map<std::string, std::size_t> m_places; ///< Where each rule begins.
};

} // namespace

Limits grammarLimits(const std::function<bool()> &stop)
{
    Limits limits;
    limits.time = std::chrono::seconds(5);
    limits.stackBytes = std::size_t{16} << 20;
    limits.stop = stop;
    return limits;
}

QString grammarTakesTooMuch(LimitHit hit, const Limits &limits)
{
    return u"the grammar exceeds its limits: "_s + limitSentence(hit, limits);
}

Result<QString> grammarOfSchema(const QString &schema, const Limits &limits)
{
    const QByteArray utf8 = schema.toUtf8();
    if (utf8.size() > MostGrammar || depthOf(utf8) > MostSchemaDepth)
        return refused(Parameter::JsonSchema, u"the schema is too large or nested too deep"_s);
    try {
        QString grammar;
        bool isObject = true;
        const LimitHit hit = runLimited(limits, [&] {
            common_json json = common_json::parse(utf8.toStdString());
            isObject = json.is_object();
            if (!isObject)
                return;
            if (json.empty())
                json["type"] = "object";
            dropLoosePatterns(json);
            grammar = QString::fromStdString(json_schema_to_grammar(json));
        });
        if (hit != LimitHit::None)
            return refused(Parameter::JsonSchema, grammarTakesTooMuch(hit, limits));
        if (!isObject)
            return refused(Parameter::JsonSchema, u"a schema is a JSON object"_s);
        return grammar;
    } catch (const std::exception &error) {
        return refused(Parameter::JsonSchema, QString::fromUtf8(error.what()).simplified());
    }
}

namespace {

/// Reads a grammar and makes llama.cpp's sampler of it.
Result<LlamaSamplerPtr> samplerOf(const QString &text, const llama_vocab *vocab, bool fromSchema)
{
    const Parameter parameter = fromSchema ? Parameter::JsonSchema : Parameter::Grammar;
    GrammarJudge judge(text, vocab);
    if (const Result<void> read = judge.read(); !read)
        return fromSchema ? refused(parameter, read.error().detail) : std::unexpected(read.error());
    (void)takeLlamaError();
    LlamaSamplerPtr made;
    try {
        made.reset(llama_sampler_init_grammar(vocab, text.toUtf8().constData(), "root"));
    } catch (const std::exception &error) {
        return refused(parameter, QString::fromUtf8(error.what()).simplified());
    }
    if (made)
        return made;
    const Error error = judge.named(takeLlamaError());
    return fromSchema ? refused(parameter, error.detail) : std::unexpected(error);
}

} // namespace

Result<LlamaSamplerPtr> makeGrammar(const SamplingSettings &settings, const llama_vocab *vocab, const Limits &limits)
{
    const bool fromSchema = settings.grammar.isEmpty();
    if (fromSchema && settings.jsonSchema.isEmpty())
        return nullptr;
    const Parameter parameter = fromSchema ? Parameter::JsonSchema : Parameter::Grammar;
    const Result<QString> text = fromSchema ? grammarOfSchema(settings.jsonSchema, limits) : settings.grammar;
    if (!text)
        return std::unexpected(text.error());
    if (!vocab || text->size() > MostGrammar)
        return refused(parameter, u"the grammar is too large"_s);
    if (const Result<void> sound = checkGrammar(*text); !sound && !fromSchema) {
        auto error = refused(parameter, sound.error().detail);
        error.error().line = sound.error().line;
        error.error().column = sound.error().column;
        return error;
    }
    Result<LlamaSamplerPtr> made = nullptr;
    const LimitHit hit = runLimited(limits, [&] { made = samplerOf(*text, vocab, fromSchema); });
    return hit == LimitHit::None ? std::move(made) : refused(parameter, grammarTakesTooMuch(hit, limits));
}

Notes notesOnRules(const SamplingSettings &settings)
{
    if (!settings.grammar.isEmpty() || settings.jsonSchema.isEmpty())
        return {};
    const QList<SchemaLimit> limits = schemaLimitsOf(settings.jsonSchema);
    return limits.isEmpty() ? Notes() : Notes{{NoteKind::RuleNotEnforced, schemaLimitsText(limits)}};
}

} // namespace Tempera
