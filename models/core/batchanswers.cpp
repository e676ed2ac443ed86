// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/batchanswers.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Tempera {

BatchAnswers::BatchAnswers(BatchResults results) : m_items(std::move(results.items)), m_faults(std::move(results.faults))
{
    for (std::size_t i = 0; i < m_items.size(); ++i)
        add(i);
}

void BatchAnswers::add(std::size_t index)
{
    const BatchItem &item = m_items[index];
    const auto known = m_places.find(item.name);
    if (known == m_places.end()) {
        m_places.insert(item.name, index);
        return;
    }
    const bool isBetter = item.outcome == BatchOutcome::Answered && m_items[*known].outcome != BatchOutcome::Answered;
    const BatchItem &counts = isBetter ? item : m_items[*known];
    const BatchItem &left = isBetter ? m_items[*known] : item;
    m_faults += faultAt(
        left, QCoreApplication::translate("Batch", "%1 stands there twice; line %2 counts.").arg(left.name).arg(counts.line));
    if (isBetter)
        *known = index;
}

const BatchItem *BatchAnswers::ask(const QString &name)
{
    m_askedCells.insert(cellPartOf(name));
    const bool isNew = !m_asked.contains(name);
    m_asked.insert(name);
    const auto place = m_places.constFind(name);
    if (place != m_places.cend())
        return &m_items[*place];
    if (isNew)
        m_missing += name;
    return nullptr;
}

QList<Error> BatchAnswers::unasked() const
{
    QList<Error> list;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const BatchItem &item = m_items[i];
        if (m_asked.contains(item.name) || m_places.value(item.name) != i)
            continue;
        const bool isOfCell = m_askedCells.contains(cellPartOf(item.name)) && !cellPartOf(item.name).isEmpty();
        const QString detail =
            isOfCell ? QCoreApplication::translate("Batch", "%1 answers what this cell asked before; it asks something else now.")
                     : QCoreApplication::translate("Batch", "%1 is not the name of a cell of this run.");
        list += faultAt(item, detail.arg(item.name));
    }
    return list;
}

QList<Error> BatchAnswers::unanswered() const
{
    QList<Error> list;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const BatchItem &item = m_items[i];
        if (item.outcome == BatchOutcome::Answered || !m_asked.contains(item.name) || m_places.value(item.name) != i)
            continue;
        Error told = item.error.value_or(Error());
        told.place.clear();
        list += faultAt(item, item.name + QStringLiteral(": ") + errorSentence(told));
    }
    return list;
}

int BatchAnswers::answered() const
{
    return static_cast<int>(
        std::ranges::count_if(m_places, [this](std::size_t place) { return m_items[place].outcome == BatchOutcome::Answered; }));
}

QList<BatchEnding> BatchAnswers::endings() const
{
    QList<BatchEnding> endings;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const BatchItem &item = m_items[i];
        if (item.outcome == BatchOutcome::Answered || m_places.value(item.name) != i)
            continue;
        Error why = item.error.value_or(Error());
        why.place.clear();
        const auto known = std::ranges::find_if(
            endings, [&](const BatchEnding &each) { return each.outcome == item.outcome && each.error == why; });
        if (known == endings.end())
            endings += BatchEnding{item.outcome, why, 1};
        else
            ++known->count;
    }
    return endings;
}

Error BatchAnswers::faultAt(const BatchItem &item, const QString &detail)
{
    Error error = failure(ErrorKind::Syntax, detail, item.source).error();
    error.line = item.line;
    return error;
}

} // namespace Tempera
