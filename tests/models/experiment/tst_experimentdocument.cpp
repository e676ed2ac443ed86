// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/experimentdocument.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

Experiment described(const QString &text)
{
    Experiment experiment;
    experiment.description = text;
    return experiment;
}

} // namespace

class ExperimentDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedo()
    {
        ExperimentDocument document;
        QSignalSpy changes(&document, &ExperimentDocument::experimentChanged);
        QVERIFY(!document.canUndo() && !document.canRedo() && !document.isModified());
        document.edit(described(u"a"_s), u"Write a"_s);
        document.edit(described(u"b"_s), u"Write b"_s);
        QCOMPARE(document.undoLabel(), u"Write b"_s);
        document.undo();
        QCOMPARE(document.experiment().description, u"a"_s);
        QCOMPARE(document.redoLabel(), u"Write b"_s);
        document.undo();
        QVERIFY(!document.canUndo() && !document.isModified());
        document.undo(); // nothing left: nothing happens
        document.redo();
        document.redo();
        QCOMPARE(document.experiment().description, u"b"_s);
        QVERIFY(!document.canRedo());
        QCOMPARE(changes.size(), 6);
    }

    void editingForgetsWhatWasUndone()
    {
        ExperimentDocument document;
        document.edit(described(u"a"_s), u"a"_s);
        document.undo();
        document.edit(described(u"c"_s), u"c"_s);
        QVERIFY(!document.canRedo());
        document.undo();
        QCOMPARE(document.experiment().description, QString());
    }

    void typingIsOneStep()
    {
        ExperimentDocument document;
        document.edit(described(u"h"_s), u"Type"_s, u"title"_s);
        document.edit(described(u"he"_s), u"Type"_s, u"title"_s);
        document.edit(described(u"hey"_s), u"Type"_s, u"other"_s);
        document.undo();
        QCOMPARE(document.experiment().description, u"he"_s);
        document.edit(described(u"hex"_s), u"Type"_s, u"title"_s); // after an undo a new step begins
        document.undo();
        QCOMPARE(document.experiment().description, u"he"_s);
        document.undo();
        QCOMPARE(document.experiment().description, QString());
    }

    void aVariableWithoutNameIsHarmless()
    {
        const QJsonObject json = variablesToJson({{u"b"_s, 1}, {QString(), 2}, {u"a"_s, 3}});
        QCOMPARE(json.size(), 3);
        QCOMPARE(json.value(u""_s), QJsonValue(2));
    }

    void equalValueIsNoStep()
    {
        ExperimentDocument document;
        QSignalSpy changes(&document, &ExperimentDocument::experimentChanged);
        document.edit(Experiment(), u"Nothing"_s);
        QCOMPARE(changes.size(), 0);
        QVERIFY(!document.canUndo());
    }

    void modifiedFollowsTheSavedState()
    {
        ExperimentDocument document;
        QSignalSpy modified(&document, &ExperimentDocument::modifiedChanged);
        document.edit(described(u"a"_s), u"a"_s, u"k"_s);
        QCOMPARE(modified.size(), 1);
        document.edit(described(u"ab"_s), u"a"_s, u"k"_s);
        QCOMPARE(modified.size(), 1);
        document.markSaved(u"x.yaml"_s);
        QVERIFY(!document.isModified());
        QCOMPARE(document.path(), u"x.yaml"_s);
        QCOMPARE(modified.size(), 2);
        document.edit(described(u"abc"_s), u"a"_s, u"k"_s); // no merge over a save
        document.undo();
        QCOMPARE(document.experiment().description, u"ab"_s);
        QVERIFY(!document.isModified());
        document.undo();
        QVERIFY(document.isModified());
    }

    void savesWithTheFileItCameFrom()
    {
        const QByteArray text = "# mine\nprompts: [hello]\nproviders: echo\nx-note: kept\n";
        Result<LoadedExperiment> loaded = readExperiment(text, u"a.yaml"_s, MemoryFiles());
        QVERIFY(loaded);
        ExperimentDocument document;
        document.edit(described(u"old"_s), u"old"_s);
        QSignalSpy modified(&document, &ExperimentDocument::modifiedChanged);
        document.reset(*loaded, u"a.yaml"_s);
        QCOMPARE(modified.size(), 1);
        QVERIFY(!document.canUndo() && !document.isModified());
        QCOMPARE(document.fileText(), text);
        Experiment next = document.experiment();
        next.description = u"new"_s;
        document.edit(next, u"Describe"_s);
        QVERIFY(document.fileText().contains("x-note: kept"));
        QVERIFY(document.fileText().contains("description: new"));
    }

    void manyStepsAreBounded()
    {
        ExperimentDocument document;
        for (int i = 0; i < 2000; ++i)
            document.edit(described(QString::number(i)), u"n"_s);
        int undone = 0;
        for (; document.canUndo(); ++undone)
            document.undo();
        QCOMPARE(undone, 500);
        QCOMPARE(document.experiment().description, u"1499"_s);
    }
};

QTEST_APPLESS_MAIN(ExperimentDocumentTest)
#include "tst_experimentdocument.moc"
