// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/localmodels.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestLocalModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"first"_s));
        QVERIFY(QDir(m_folder->path()).mkpath(u"second"_s));
        write(at(u"first/a.gguf"_s), "12");
        write(at(u"second/a.gguf"_s), "1234");
        write(at(u"second/b.q8.gguf"_s), "123");
        write(at(u"second/notes.txt"_s), "x");
        m_models = std::make_unique<LocalModels>(QStringList{at(u"first"_s), at(u"missing"_s), at(u"second"_s)});
    }

    void theEarlierFolderWins()
    {
        const QList<LocalModelFile> list = m_models->list();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0).name, u"a"_s);
        QCOMPARE(list.at(0).path, at(u"first/a.gguf"_s));
        QCOMPARE(list.at(0).bytes, 2);
        QCOMPARE(list.at(1).name, u"b.q8"_s);
    }

    void aNameOrAPathIsResolved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("path");
        QTest::newRow("name") << u"b.q8"_s << QString() << u"second/b.q8.gguf"_s;
        QTest::newRow("file name") << u"a.gguf"_s << QString() << u"first/a.gguf"_s;
        QTest::newRow("beside the experiment") << u"second/a.gguf"_s << u"."_s << u"second/a.gguf"_s;
    }

    void aNameOrAPathIsResolved()
    {
        QFETCH(QString, name);
        QFETCH(QString, base);
        QFETCH(QString, path);
        const Result<QString> found = m_models->resolve(name, base.isEmpty() ? base : m_folder->path());
        QVERIFY2(found.has_value(), found ? "" : qPrintable(errorSentence(found.error())));
        QCOMPARE(*found, at(path));
    }

    void anAbsolutePathIsTakenAsItIs()
    {
        QCOMPARE(m_models->resolve(at(u"second/a.gguf"_s)).value_or(QString()), at(u"second/a.gguf"_s));
    }

    void whatIsMissingSaysWhereItWasLookedFor()
    {
        const Result<QString> found = m_models->resolve(u"nothing-like-it"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::ModelMissing);
        QVERIFY(errorSentence(found.error()).contains(u"local:nothing-like-it"_s));
        QVERIFY(errorSentence(found.error()).contains(at(u"second"_s)));

        const Result<QString> path = m_models->resolve(at(u"gone.gguf"_s));
        QVERIFY(!path);
        QCOMPARE(path.error().place, at(u"gone.gguf"_s));
        QVERIFY(!m_models->resolve(QString()));
        // A folder is not a model.
        QVERIFY(!m_models->resolve(at(u"first"_s)));
    }

    void singleFilesComeFirst()
    {
        write(at(u"alone.gguf"_s), "12345");
        const LocalModels models({at(u"second"_s)}, {at(u"alone.gguf"_s), at(u"first/a.gguf"_s)});
        QCOMPARE(models.list().size(), 3);
        QCOMPARE(models.resolve(u"alone"_s).value(), at(u"alone.gguf"_s));
        QCOMPARE(models.resolve(u"a"_s).value(), at(u"first/a.gguf"_s));
        QCOMPARE(models.resolve(u"b.q8"_s).value(), at(u"second/b.q8.gguf"_s));
    }

    void filesAndFoldersAreAddedOnce()
    {
        const QString model = builtInModel();
        const Settings once = withModels({}, model).value();
        QCOMPARE(once.modelFiles, QStringList{model});
        QCOMPARE(withModels(once, model).value(), once);
        QCOMPARE(withModels(once, at(u"second"_s)).value().modelFolders, QStringList{at(u"second"_s)});
        QCOMPARE(withModels({}, at(u"none"_s)).error().kind, ErrorKind::File);
        QCOMPARE(withModels({}, at(u"first/a.gguf"_s)).error().kind, ErrorKind::ModelBroken);
        QVERIFY(QDir(m_folder->path()).mkpath(u"empty"_s));
        QCOMPARE(withModels({}, at(u"empty"_s)).error().kind, ErrorKind::File);
    }

    void whatWasAddedCanBeRemoved()
    {
        Settings settings;
        settings.modelFiles = {at(u"second/b.q8.gguf"_s)};
        settings.modelFolders = {at(u"first"_s)};
        const LocalModels models(settings.modelFolders, settings.modelFiles);
        QVERIFY(withoutModels(settings, models, u"b.q8"_s).value().modelFiles.isEmpty());
        QVERIFY(withoutModels(settings, models, at(u"second/b.q8.gguf"_s)).value().modelFiles.isEmpty());
        QVERIFY(withoutModels(settings, models, at(u"first"_s)).value().modelFolders.isEmpty());
        QCOMPARE(withoutModels(settings, models, u"a"_s).error().kind, ErrorKind::Usage);
        QCOMPARE(withoutModels(settings, models, u"nothing"_s).error().kind, ErrorKind::ModelMissing);
    }

    void theLibraryTellsFactsAndReasons()
    {
        const QString model = builtInModel();
        const ModelHashes hashes(at(u"hashes.json"_s));
        const LocalModels models({at(u"first"_s)}, {model});
        QList<LibraryModel> library = readLibrary(models, hashes);
        QCOMPARE(library.size(), 2);
        QVERIFY(library.at(0).problem && !library.at(0).facts); // "a", two bytes
        QVERIFY(library.at(1).facts && !library.at(1).problem);
        QVERIFY(library.at(1).sha256.isEmpty());
        const LibraryModel read = readLibraryModel(model, hashes).value();
        QCOMPARE(read.sha256.size(), 64);
        QCOMPARE(readLibrary(models, hashes).at(1), read);
        QCOMPARE(readLibraryModel(at(u"first/a.gguf"_s), hashes).error().kind, ErrorKind::ModelBroken);
    }

private:
    QString at(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalModels> m_models;
};

QTEST_GUILESS_MAIN(TestLocalModels)
#include "tst_localmodels.moc"
