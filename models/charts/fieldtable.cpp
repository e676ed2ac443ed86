// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/fieldtable.h"

#include "models/compare/filterlexer.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QStringList wordsOf(FieldCells cells)
{
    const auto word = [](FieldOutcome outcome) { return fieldOutcomeName(outcome); };
    switch (cells) {
    case FieldCells::Right: return {word(FieldOutcome::Right)};
    case FieldCells::Wrong: return {word(FieldOutcome::Wrong)};
    case FieldCells::Missing: return {word(FieldOutcome::Missing)};
    case FieldCells::Invented: return {word(FieldOutcome::Invented)};
    case FieldCells::Ungrounded: return {fieldFilterWords().constLast()};
    case FieldCells::Expected: return {word(FieldOutcome::Right), word(FieldOutcome::Wrong), word(FieldOutcome::Missing)};
    case FieldCells::Given: return {word(FieldOutcome::Right), word(FieldOutcome::Wrong), word(FieldOutcome::Invented)};
    case FieldCells::All: break;
    }
    return fieldFilterWords().first(4);
}

} // namespace

void FieldTally::Line::add(const FieldValue &value)
{
    switch (value.outcome) {
    case FieldOutcome::Right: ++ofCase.right; break;
    case FieldOutcome::Wrong: ++ofCase.wrong; break;
    case FieldOutcome::Missing: ++ofCase.missing; break;
    case FieldOutcome::Invented: ++ofCase.invented; break;
    }
    isExpected = isExpected || value.outcome != FieldOutcome::Invented;
    sought += value.evidence.kind != Evidence::Kind::Unasked ? 1 : 0;
    ungrounded += value.isUngrounded() ? 1 : 0;
}

void FieldTally::Line::close()
{
    if (const FieldCounts over = std::exchange(ofCase, {}); over.all() > 0)
        sums.add(over);
}

FieldRow FieldTally::Line::row() const
{
    Line whole = *this;
    whole.close();
    return {.field = field,
            .counts = whole.sums.counts(),
            .figures = whole.sums.figures(),
            .sought = sought,
            .ungrounded = ungrounded};
}

FieldTally::Line &FieldTally::lineOf(const QString &field)
{
    const auto known = m_places.constFind(field);
    if (known != m_places.cend())
        return m_lines[*known];
    if (m_lines.size() >= mostFieldRows)
        return m_rest;
    m_places.insert(field, m_lines.size());
    return m_lines.emplace_back(Line{.field = field, .sums = {}, .ofCase = {}});
}

void FieldTally::add(int caseIndex, const AnswerFields &answer)
{
    if (std::exchange(m_case, caseIndex) != caseIndex) {
        for (Line &line : m_lines)
            line.close();
        m_rest.close();
        m_all.close();
    }
    ++m_answers;
    m_withoutObject += answer.hasObject ? 0 : 1;
    for (const FieldValue &value : answer.values) {
        lineOf(value.field).add(value);
        m_all.add(value);
    }
}

FieldTable FieldTally::table() const
{
    FieldTable table;
    for (const bool isExpected : {true, false}) {
        for (const Line &line : m_lines) {
            if (line.isExpected == isExpected)
                table.rows.push_back(line.row());
        }
    }
    table.rest = m_rest.row();
    table.all = m_all.row();
    table.answers = m_answers;
    table.withoutObject = m_withoutObject;
    return table;
}

QString fieldFilter(const ChartColumn &column, const QString &field, FieldCells cells)
{
    const QString term = u"field:"_s + (field.isEmpty() ? u"*"_s : field);
    if (filterQuoted(term) != term) // a filter has no word for it
        return {};
    QStringList any;
    for (const QString &word : wordsOf(cells))
        any += u"%1 = %2"_s.arg(term, word);
    const QString asked = any.size() == 1 ? any.constFirst() : u'(' + any.join(u" or "_s) + u')';
    const QString filter = column.filter + u" done "_s + asked;
    return filter.size() > longestFilter ? QString() : filter;
}

} // namespace Tempera
