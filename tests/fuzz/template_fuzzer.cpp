// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/plaintemplate.h"
#include "models/text/prompttemplate.h"
#include "tests/fuzz/consume.h"
#include "tests/fuzz/entries.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

const QJsonObject templateValues{{u"name"_s, u"Marta"_s},
                                 {u"inner"_s, u"{{ name }}, {# no comment #}"_s},
                                 {u"number"_s, 12.5},
                                 {u"list"_s, QJsonArray{1, u"two"_s, QJsonValue::Null}},
                                 {u"user"_s, QJsonObject{{u"city"_s, u"Köln"_s}, {u"tags"_s, QJsonArray{u"a"_s}}}}};

void consumeReview(const Result<TemplateReview> &review)
{
    if (!review)
        return consume(review.error());
    const qsizetype length = review->text ? review->text->size() : 0;
    consume(review->text.value_or(QString()));
    for (const FilledSpan &span : review->filled)
        require(span.from >= 0 && span.length >= 0 && span.from + span.length <= length, "what was filled in is in the text");
    for (const MissingValue &missing : review->missing)
        consume(missing.name);
}

void consumeNames(const Result<QList<UnknownName>> &names)
{
    if (!names)
        return consume(names.error());
    for (const UnknownName &name : *names)
        consume(name.name);
}

const QJsonObject plainValues{
    {u"name"_s, u"Marta }} {"_s}, {u"line"_s, u"one\n\n"_s}, {u"number"_s, 12}, {u"yes"_s, true}, {u"empty"_s, QString()}};

/// What is made without the script engine is what the script engine makes.
void comparePlain(const QString &source)
{
    static const Result<std::unique_ptr<TemplateEngine>> engine = TemplateEngine::create({.time = 2s});
    require(engine.has_value(), "there is a template engine");
    (*engine)->setFilters({{u"same"_s, u"(value) => value"_s}}); // with filters of its own it does nothing plainly
    for (const TemplateForm form : {TemplateForm::Prompt, TemplateForm::PromptOfText, TemplateForm::Plain}) {
        const std::optional<TemplateReview> plain = reviewedPlainly(form, source, plainValues);
        if (!plain)
            continue;
        const Result<TemplateReview> made = (*engine)->review(source, plainValues, form);
        require(made && made->text == plain->text && made->filled == plain->filled && made->missing.isEmpty(),
                "a plain template is rendered as nunjucks does it");
    }
    if (const std::optional<QStringList> names = plainVariables(source))
        require((*engine)->variables(source) == *names, "a plain template has the variables that nunjucks finds");
}

} // namespace

bool fuzzTemplate(QByteArrayView bytes)
{
    // Shorter than a program's own, so that an input that is stopped costs little.
    static const Result<std::unique_ptr<TemplateEngine>> engine = TemplateEngine::create({.time = 200ms});
    require(engine.has_value(), "there is a template engine");
    TemplateEngine &templates = **engine;
    const QString source = QString::fromUtf8(bytes);
    const bool rendered = consumeResult(templates.renderPrompt(source, templateValues));
    (void)consumeResult(templates.variables(source));
    consumeReview(templates.review(source, templateValues));
    consumeNames(templates.unknownNames(source));
    comparePlain(source);
    return rendered;
}

} // namespace Tempera
