// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/llama/grammarsampler.h"

#include "app/engine/llama/llamalog.h"
#include "models/sampling/gbnf.h"

#include <json-schema-to-grammar.h>

#include <exception>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A larger grammar is a mistake; llama.cpp recurses over its rules.
constexpr qsizetype MostGrammar = 1 << 20;
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

} // namespace

Result<QString> grammarOfSchema(const QString &schema)
{
    const QByteArray utf8 = schema.toUtf8();
    if (utf8.size() > MostGrammar || depthOf(utf8) > MostSchemaDepth)
        return refused(Parameter::JsonSchema, u"the schema is too large or nested too deep"_s);
    try {
        common_json json = common_json::parse(utf8.toStdString());
        if (!json.is_object())
            return refused(Parameter::JsonSchema, u"a schema is a JSON object"_s);
        if (json.empty())
            json["type"] = "object";
        return QString::fromStdString(json_schema_to_grammar(json));
    } catch (const std::exception &error) {
        return refused(Parameter::JsonSchema, QString::fromUtf8(error.what()).simplified());
    }
}

Result<LlamaSamplerPtr> makeGrammar(const SamplingSettings &settings, const llama_vocab *vocab)
{
    const bool fromSchema = settings.grammar.isEmpty();
    if (fromSchema && settings.jsonSchema.isEmpty())
        return nullptr;
    const Parameter parameter = fromSchema ? Parameter::JsonSchema : Parameter::Grammar;
    const Result<QString> text = fromSchema ? grammarOfSchema(settings.jsonSchema) : settings.grammar;
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
    (void)takeLlamaError();
    LlamaSamplerPtr made;
    try {
        made.reset(llama_sampler_init_grammar(vocab, text->toUtf8().constData(), "root"));
    } catch (const std::exception &error) {
        return refused(parameter, QString::fromUtf8(error.what()).simplified());
    }
    if (!made)
        return refused(parameter, takeLlamaError());
    return made;
}

} // namespace Tempera
