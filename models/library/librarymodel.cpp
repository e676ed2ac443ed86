// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/library/librarymodel.h"

#include "models/core/counted.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString factText(const char *source)
{
    return QCoreApplication::translate("ModelFacts", source);
}

QString number(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString tokenCount(std::int64_t count)
{
    return counted(QCoreApplication::translate("ModelFacts", "%1 token(s)", nullptr, countForm(count)), count).arg(number(count));
}

} // namespace

QString parameterCount(std::int64_t count)
{
    const auto scaled = [count](double unit, QChar letter) {
        const double value = static_cast<double>(count) / unit;
        return QLocale().toString(value, 'f', value < 9.95 ? 1 : 0) + letter;
    };
    if (count >= 999'500'000)
        return scaled(1e9, u'B');
    if (count >= 999'500)
        return scaled(1e6, u'M');
    return count >= 1'000 ? scaled(1e3, u'K') : QString::number(count);
}

QList<FactLine> factLines(const LibraryModel &model)
{
    QList<FactLine> lines;
    const auto add = [&lines](const char *title, const QString &value) {
        if (!value.isEmpty())
            lines.append({factText(title), value});
    };
    add(QT_TRANSLATE_NOOP("ModelFacts", "File"), model.path);
    add(QT_TRANSLATE_NOOP("ModelFacts", "Size"), QLocale().formattedDataSize(model.bytes));
    if (model.problem)
        add(QT_TRANSLATE_NOOP("ModelFacts", "Cannot be used"), model.problem->detail);
    if (model.facts) {
        const GgufFacts &facts = *model.facts;
        add(QT_TRANSLATE_NOOP("ModelFacts", "Name"), facts.name);
        add(QT_TRANSLATE_NOOP("ModelFacts", "Architecture"), facts.architecture);
        add(QT_TRANSLATE_NOOP("ModelFacts", "Parameters"), parameterCount(facts.parameters));
        add(QT_TRANSLATE_NOOP("ModelFacts", "Quantisation"), facts.quantization);
        add(QT_TRANSLATE_NOOP("ModelFacts", "Context"), facts.contextTokens ? tokenCount(*facts.contextTokens) : QString());
        add(QT_TRANSLATE_NOOP("ModelFacts", "Vocabulary"), tokenCount(facts.vocabulary));
        add(QT_TRANSLATE_NOOP("ModelFacts", "Chat template"), facts.hasTemplate
                                                                  ? factText(QT_TRANSLATE_NOOP("ModelFacts", "yes"))
                                                                  : factText(QT_TRANSLATE_NOOP("ModelFacts", "no")));
        add(QT_TRANSLATE_NOOP("ModelFacts", "Licence"),
            facts.license.isEmpty() ? factText(QT_TRANSLATE_NOOP("ModelFacts", "not stated")) : facts.license);
    }
    add(QT_TRANSLATE_NOOP("ModelFacts", "SHA-256"), QString::fromLatin1(model.sha256));
    return lines;
}

QString factSummary(const LibraryModel &model)
{
    if (!model.facts)
        return model.problem ? factText(QT_TRANSLATE_NOOP("ModelFacts", "Cannot be used: %1")).arg(model.problem->detail)
                             : QLocale().formattedDataSize(model.bytes);
    const GgufFacts &facts = *model.facts;
    QStringList parts{facts.architecture, parameterCount(facts.parameters), facts.quantization};
    if (facts.contextTokens)
        parts += tokenCount(*facts.contextTokens);
    return parts.join(u" · "_s);
}

} // namespace Tempera
