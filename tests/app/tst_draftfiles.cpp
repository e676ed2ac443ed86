// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/draftfiles.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestDraftFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<QTemporaryDir>();
    }

    void theDraftLiesHiddenBesideItsDocument()
    {
        DraftFiles drafts(apart());
        QVERIFY(kept(drafts, document(), "one"));
        QVERIFY(kept(drafts, document(), "two"));
        const QFileInfoList files = hidden(m_folder->path());
        QCOMPARE(files.size(), 1);
        QVERIFY(files.first().fileName().startsWith(u".lämps.yaml."_s));
        struct stat status{};
        QCOMPARE(::stat(qPrintable(files.first().filePath()), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t{0600}); // it is nobody else's
        QVERIFY(!QFile::exists(apart()));
        drafts.forget();
        QTRY_VERIFY(hidden(m_folder->path()).isEmpty());
    }

    void whereItCannotLieBesideItLiesApart()
    {
        const QString nowhere = m_folder->filePath(u"gone/lamps.yaml"_s);
        {
            DraftFiles drafts(apart());
            QVERIFY(kept(drafts, nowhere, "text"));
            const QFileInfoList files = hidden(apart());
            QCOMPARE(files.size(), 1);
            QCOMPARE(QFileInfo(apart()).permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
        }
        DraftFiles next(apart());
        QCOMPARE(found(next, nowhere).size(), 1);
        QVERIFY(found(next, m_folder->filePath(u"other/lamps.yaml"_s)).isEmpty()); // another one of this name
        QVERIFY(found(next, {}).isEmpty());
    }

    void whatIsLeftBehindIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a document") << u"lämps.yaml"_s;
        QTest::newRow("one without a file") << QString();
        QTest::newRow("signs of patterns") << u"a[b]*?.yaml"_s;
        QTest::newRow("a long name") << QString(240, u'n');
    }

    void whatIsLeftBehindIsFound()
    {
        QFETCH(QString, name);
        const QString path = name.isEmpty() ? QString() : m_folder->filePath(name);
        {
            DraftFiles gone(apart());
            QVERIFY(kept(gone, path, "prompts: [\"x\"]\n\0 bytes"_ba));
        }
        DraftFiles drafts(apart());
        const QList<Draft> list = found(drafts, path);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().text, "prompts: [\"x\"]\n\0 bytes"_ba);
        QCOMPARE(list.first().document, path);
        QVERIFY(list.first().kept.isValid());
        drafts.remove(list.first());
        QVERIFY(found(drafts, path).isEmpty());
    }

    void whatAnotherProgramIsWritingIsNot()
    {
        auto running = std::make_unique<DraftFiles>(apart());
        QVERIFY(kept(*running, document(), "mine"));
        DraftFiles drafts(apart());
        QVERIFY(found(drafts, document()).isEmpty());
        QVERIFY(kept(drafts, document(), "yours"));
        QCOMPARE(hidden(m_folder->path()).size(), 2); // neither is written over
        running.reset();
        QCOMPARE(found(drafts, document()).size(), 1);
        QCOMPARE(found(drafts, document()).first().text, "mine"_ba);
    }

    void whatIsNoDraftIsLeftAlone()
    {
        QFile file(m_folder->filePath(u".lämps.yaml.x.tempera-draft"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no draft\n") > 0);
        file.close();
        QVERIFY(QFile::link(u"/dev/zero"_s, m_folder->filePath(u".lämps.yaml.y.tempera-draft"_s)));
        DraftFiles drafts(apart());
        QVERIFY(found(drafts, document()).isEmpty());
        QVERIFY(file.exists());
    }

    void theLastWordIsKeptAtOnce()
    {
        {
            DraftFiles drafts(apart());
            drafts.keepNow(document(), [] { return "now"_ba; });
        }
        DraftFiles drafts(apart());
        QCOMPARE(found(drafts, document()).value(0).text, "now"_ba);
    }

private:
    [[nodiscard]] QString document() const { return m_folder->filePath(u"lämps.yaml"_s); }
    [[nodiscard]] QString apart() const { return m_state->filePath(u"drafts"_s); }

    [[nodiscard]] static QFileInfoList hidden(const QString &folder)
    {
        return QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    }

    [[nodiscard]] static bool kept(DraftFiles &drafts, const QString &document, const QByteArray &text)
    {
        QObject guard;
        std::optional<Result<void>> result;
        drafts.keep(document, [text] { return text; }, &guard, [&result](const Result<void> &done) { result = done; });
        return QTest::qWaitFor([&result] { return result.has_value(); }) && result->has_value();
    }

    [[nodiscard]] static QList<Draft> found(DraftFiles &drafts, const QString &document)
    {
        QObject guard;
        std::optional<QList<Draft>> list;
        drafts.find(document, &guard, [&list](const QList<Draft> &result) { list = result; });
        return QTest::qWaitFor([&list] { return list.has_value(); }) ? *list : QList<Draft>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_state;
};

QTEST_GUILESS_MAIN(TestDraftFiles)
#include "tst_draftfiles.moc"
