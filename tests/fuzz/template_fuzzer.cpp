// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

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
    return rendered;
}

} // namespace Tempera
