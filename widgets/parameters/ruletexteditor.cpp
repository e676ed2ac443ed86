// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/parameters/ruletexteditor.h"

#include "models/checks/jsonschema.h"
#include "models/sampling/gbnf.h"
#include "models/sampling/schemalimits.h"
#include "widgets/common/controls.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int VisibleLines = 6;

/// What is wrong with a text; nothing where it is right.
std::optional<Error> problemOf(Parameter parameter, const QString &text)
{
    if (parameter == Parameter::Grammar) {
        const Result<void> sound = checkGrammar(text);
        return sound ? std::nullopt : std::optional(sound.error());
    }
    if (const Result<ParsedJson> json = ParsedJson::parse(text); !json)
        return json.error();
    const QJsonDocument schema = QJsonDocument::fromJson(text.toUtf8());
    if (!schema.isObject())
        return failure(ErrorKind::Usage, u"{ … }"_s).error();
    const Result<QString> sound = schemaViolation(u"null"_s, schema.object());
    return sound ? std::nullopt : std::optional(sound.error());
}

} // namespace

RuleTextEditor::RuleTextEditor(Parameter parameter, QWidget *parent)
    : ParameterEditor(parameter, parent), m_text(new QPlainTextEdit(this)), m_problem(new MutedLabel(this))
{
    m_text->setObjectName(u"value"_s);
    m_text->setAccessibleName(title(parameter));
    m_text->setTabChangesFocus(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * VisibleLines + 2 * m_text->frameWidth() + 8);
    addBelow(m_text);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    addBelow(m_problem);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        validate();
        notify(!m_text->document()->isEmpty());
    });
}

void RuleTextEditor::validate()
{
    const QString text = m_text->toPlainText();
    const std::optional<Error> problem = text.trimmed().isEmpty() ? std::nullopt : problemOf(parameter(), text);
    const QList<SchemaLimit> limits = problem || parameter() == Parameter::Grammar ? QList<SchemaLimit>() : schemaLimitsOf(text);
    m_problem->setVisible(problem || !limits.isEmpty());
    if (!limits.isEmpty())
        m_problem->setText(
            tr("Not enforced during generation by a local model, only checked afterwards: %1").arg(schemaLimitsText(limits)));
    if (!problem)
        return;
    const QString what = parameter() == Parameter::Grammar ? tr("Not a valid grammar") : tr("Not a valid JSON schema");
    m_problem->setText(
        problem->line > 0
            ? tr("%1, line %2, column %3: %4").arg(what).arg(problem->line).arg(problem->column).arg(problem->detail)
            : tr("%1: %2").arg(what, problem->detail));
}

void RuleTextEditor::showValue(const SamplingSettings &settings)
{
    const QString &text = parameter() == Parameter::Grammar ? settings.grammar : settings.jsonSchema;
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

void RuleTextEditor::showUnset(const QString &text)
{
    const QString example = parameter() == Parameter::Grammar ? u"root ::= \"yes\" | \"no\""_s : u"{\"type\": \"object\", …}"_s;
    m_text->setPlaceholderText(tr("%1; for example %2").arg(text, example));
    if (!m_text->document()->isEmpty())
        m_text->clear();
}

void RuleTextEditor::storeValue(SamplingSettings &settings) const
{
    (parameter() == Parameter::Grammar ? settings.grammar : settings.jsonSchema) = m_text->toPlainText();
}

} // namespace Tempera
