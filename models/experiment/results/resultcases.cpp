// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/results/resultcases.h"

#include "models/experiment/reading/casereader.h"
#include "models/experiment/results/unreadfiles.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Equal for tests of equal values that were asked the same.
QByteArray testKey(const ResultRow &row)
{
    const QJsonObject whole{{u"vars"_s, variablesToJson(row.tested.variables)},
                            {u"assert"_s, row.checks.value_or(QJsonArray())},
                            {u"description"_s, row.tested.description}};
    return QCryptographicHash::hash(QJsonDocument(whole).toJson(QJsonDocument::Compact), QCryptographicHash::Sha1);
}

bool refersToFile(const QJsonValue &check)
{
    return isFileReference(check.toObject().value("value"_L1).toString());
}

/// Nothing where they cannot be known.
std::optional<QList<CheckSpec>> writtenChecks(const std::optional<QJsonArray> &checks)
{
    if (!checks || std::ranges::any_of(*checks, refersToFile))
        return std::nullopt;
    const UnreadFiles files;
    const DataDocument document{.path = {}, .text = {}, .format = DataFormat::Json, .root = dataFromJson(*checks)};
    ReadContext context(files, document);
    const QList<CheckSpec> read = readChecks(context, *document.root);
    return context.failed() ? std::nullopt : std::optional(read);
}

} // namespace

int ResultCases::addCase(const ResultRow &row)
{
    const int index = static_cast<int>(m_cases.size());
    Case next = row.tested;
    if (const std::optional<QList<CheckSpec>> checks = writtenChecks(row.checks))
        next.checks = *checks;
    else
        m_withoutChecks += index;
    m_cases.append(std::move(next));
    return index;
}

std::pair<int, int> ResultCases::placeOf(const ResultRow &row, const std::pair<int, int> &column)
{
    if (row.caseIndex >= 0 && row.repeat >= 0) {
        const auto known = m_numbered.constFind(row.caseIndex);
        return {known == m_numbered.cend() ? *m_numbered.insert(row.caseIndex, addCase(row)) : *known, row.repeat};
    }
    const QByteArray what = testKey(row);
    QByteArray test = QByteArray::number(row.testIndex);
    if (row.testIndex < 0) { // the n-th of a column is the n-th of the others
        const QByteArray inColumn = what + QByteArray::number(column.first) + '/' + QByteArray::number(column.second);
        test = what + QByteArray::number(m_inColumn[inColumn]++);
    }
    if (const auto known = m_tests.constFind(test); known != m_tests.cend())
        return *known;
    const int repeat = m_alike[what]++ % m_repeats;
    if (repeat == 0)
        m_last[what] = addCase(row);
    const std::pair<int, int> place{m_last.value(what), repeat};
    m_tests.insert(test, place);
    return place;
}

} // namespace Tempera
