// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/ledger.h"
#include "tests/app/storage/await.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

/// What the tests of the ledger share.
namespace Tempera::LedgerTesting {

/// A finished cell without anything unknown.
inline Cell doneCell(int caseIndex, std::optional<Money> cost = Money::fromNano(1000))
{
    Cell cell;
    cell.request.key.caseIndex = caseIndex;
    cell.state = CellState::Done;
    cell.text = QStringLiteral("answer %1").arg(caseIndex);
    cell.cost = cost;
    cell.usage.inputTokens = 10;
    cell.usage.outputTokens = 3;
    return cell;
}

inline Cell gradedCell(int caseIndex, Outcome outcome)
{
    Cell cell = doneCell(caseIndex);
    cell.grade = Grade{outcome, outcome == Outcome::Pass ? 1.0 : 0.0, {}};
    return cell;
}

inline QByteArray contentOf(const QString &folder)
{
    QByteArray all;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

/// A ledger in a folder that the test makes anew for each of its functions.
class LedgerFixture : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;

    QString path() const { return m_folder->filePath(QStringLiteral("deep/er/ledger.db")); }
    QString folder() const { return m_folder->filePath(QStringLiteral("deep/er")); }

    std::unique_ptr<Ledger> opened(TraceStorage traces = TraceStorage::Keep)
    {
        Result<std::unique_ptr<Ledger>> ledger = Ledger::open(path(), m_clock, traces);
        if (!ledger)
            qFatal("%ls", qUtf16Printable(errorSentence(ledger.error())));
        return *std::move(ledger);
    }

    /// What an open that must fail says.
    Error refusal(const QString &file)
    {
        const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(file, m_clock);
        if (ledger)
            qFatal("it was opened");
        return ledger.error();
    }

    void writeFile(const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
};

} // namespace Tempera::LedgerTesting
