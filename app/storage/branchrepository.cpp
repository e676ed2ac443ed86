// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/branchrepository.h"

#include "app/storage/cellrow.h"
#include "app/storage/requestcodec.h"

#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

Result<void> BranchRepository::save(qint64 run, const Branch &branch, const QByteArray &trace)
{
    const Result<qint64> vocabulary = m_vocabularies.rowOf(branch.cell.vocabulary);
    if (!vocabulary)
        return std::unexpected(vocabulary.error());
    QSqlQuery query(m_database.handle());
    query.prepare(u"INSERT INTO branches (run, number, parent, position, chosen, removed, %1) VALUES (?, ?, ?, ?, ?, ?, %2) "
                  "ON CONFLICT (run, number) DO UPDATE SET removed = excluded.removed, %3"_s.arg(
                      CellRow::columns(), CellRow::places(), CellRow::updates()));
    RowWriter row(query);
    row.add(run).add(branch.number).add(branch.parent).add(branch.position);
    row.add(branch.chosen ? 1 : 0).add(branch.removed ? 1 : 0);
    CellRow::write(row, branch.cell, requestToJson(branch.cell.request), trace,
                   *vocabulary > 0 ? QVariant(*vocabulary) : QVariant());
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    return {};
}

Result<std::vector<Branch>> BranchRepository::load(qint64 run)
{
    QSqlQuery query(m_database.handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT number, parent, position, chosen, removed, %1 FROM branches WHERE run = ? ORDER BY number"_s.arg(
        CellRow::columns()));
    query.addBindValue(run);
    if (!query.exec())
        return std::unexpected(m_database.error(query));
    std::vector<Branch> list;
    std::vector<qint64> vocabularies;
    while (query.next()) {
        RowReader row(query);
        Branch branch;
        branch.number = row.integer();
        branch.parent = row.integer();
        branch.position = row.integer();
        branch.chosen = row.integer() != 0;
        branch.removed = row.integer() != 0;
        branch.cell = CellRow::read(row, vocabularies.emplace_back());
        const auto shared = static_cast<std::size_t>(std::max(0, branch.position + (branch.chosen ? 1 : 0)));
        const auto &trace = branch.cell.trace;
        branch.cell.request.prefix.assign(trace.begin(),
                                          trace.begin() + static_cast<std::ptrdiff_t>(std::min(shared, trace.size())));
        list.push_back(std::move(branch));
    }
    if (query.lastError().isValid())
        return std::unexpected(m_database.error(query));
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i].cell.vocabulary = m_vocabularies.load(vocabularies[i]);
    return list;
}

} // namespace Tempera
