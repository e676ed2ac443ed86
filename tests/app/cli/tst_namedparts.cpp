// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/namedparts.h"
#include "tests/models/experiment/memoryfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class NamedPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsNamedChanges()
    {
        const MemoryFiles files;
        const QByteArray text = "# mine\nprompts: [x] # old\ntargets: [echo]\ndescription: d\n";
        QCOMPARE(*withNamedParts({}, text, u"x.yaml"_s, files), text);
        const Result<QByteArray> changed =
            withNamedParts({{u"/a/p.txt"_s}, {u"openai:m"_s, u"/a/all.yaml"_s}, u"/b/t.csv"_s}, text, u"x.yaml"_s, files);
        QVERIFY(changed.has_value());
        QVERIFY2(changed->contains("file:///a/p.txt") && changed->contains("openai:m") && changed->contains("file:///a/all.yaml")
                     && changed->contains("tests: file:///b/t.csv") && changed->contains("# mine")
                     && !changed->contains("targets"),
                 changed->constData());
    }

    /// By id, label, or id after a prefix; then it keeps its settings.
    void providersOfTheExperimentAreNamed()
    {
        const QByteArray text = "providers:\n  - {id: echo, label: M}\n  - {id: echo, label: L, transform: a}\n"
                                "  - echo: {id: own, config: {b: 1}}\n  - openai:chat:m\ntests: []\n";
        const auto named = [&text](const QString &name) {
            return withNamedParts({{}, {name}, {}}, text, u"x.yaml"_s, MemoryFiles()).value_or(QByteArray());
        };
        QVERIFY2(named(u"L"_s).contains("transform: a") && !named(u"L"_s).contains("label: M"), named(u"L"_s).constData());
        QVERIFY2(named(u"own"_s).contains("b: 1") && !named(u"own"_s).contains("label"), named(u"own"_s).constData());
        QVERIFY2(named(u"m"_s).contains("openai:chat:m"), named(u"m"_s).constData());
        QVERIFY2(named(u"echo"_s).contains("label: M") && !named(u"echo"_s).contains("label: L"), named(u"echo"_s).constData());
        QVERIFY2(named(u"groq:x"_s).contains("groq:x") && !named(u"groq:x"_s).contains("echo"), named(u"groq:x"_s).constData());
    }

    void whatIsNamedMayBeRead()
    {
        const MemoryFiles files;
        QCOMPARE(foldersOfParts({{u"/a/p.txt"_s, u"/a/q.txt"_s}, {u"echo"_s}, u"/b/t.csv"_s}, files),
                 (QStringList{u"/a"_s, u"/b"_s}));
    }

    void aFaultIsTold() { QVERIFY(!withNamedParts({{u"/a/p.txt"_s}, {}, {}}, "a: [", u"x.yaml"_s, MemoryFiles())); }
};

QTEST_GUILESS_MAIN(NamedPartsTest)
#include "tst_namedparts.moc"
