// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/inlinediff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// "[-old-]{+new+}", and with "~" where something was moved.
QString spelled(const InlineDiff &diff)
{
    QString text;
    qsizetype at = 0;
    for (const InlineMark &mark : diff.marks) {
        text += diff.text.sliced(at, mark.at.start - at);
        const QString piece = diff.text.sliced(mark.at.start, mark.at.length);
        switch (mark.kind) {
        case DiffKind::Deleted: text += u"[-%1-]"_s.arg(piece); break;
        case DiffKind::MovedFrom: text += u"[~%1~]"_s.arg(piece); break;
        case DiffKind::Inserted: text += u"{+%1+}"_s.arg(piece); break;
        case DiffKind::MovedTo: text += u"{~%1~}"_s.arg(piece); break;
        case DiffKind::Equal: text += u"!"_s; break;
        }
        at = mark.at.start + mark.at.length;
    }
    return text + diff.text.sliced(at);
}

InlineDiff diffOf(const QString &before, const QString &after)
{
    return inlineDiff(before, after, proseDiff(before, after));
}

} // namespace

class TestInlineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothStandInOneText_data();
    void bothStandInOneText();
    void eitherTextComesBack();
    void differencesHaveTheirPlace();
    void theStripCoversTheMarks();
};

void TestInlineDiff::bothStandInOneText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a word") << u"The red lamp"_s << u"The green lamp"_s << u"The [-red-]{+green+} lamp"_s;
    QTest::newRow("gone") << u"on the old wooden table"_s << u"on the wooden table"_s << u"on the [-old -]wooden table"_s;
    QTest::newRow("came") << u"today."_s << u"today, always."_s << u"today{+, always+}."_s;
    QTest::newRow("equal") << u"same"_s << u"same"_s << u"same"_s;
    QTest::newRow("from nothing") << QString() << u"all new"_s << u"{+all new+}"_s;
    QTest::newRow("to nothing") << u"all gone"_s << QString() << u"[-all gone-]"_s;
    QTest::newRow("both empty") << QString() << QString() << QString();
}

void TestInlineDiff::bothStandInOneText()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(spelled(diffOf(before, after)), "expected");
}

/// Without what came in it is the old text, without what was taken out the new one.
void TestInlineDiff::eitherTextComesBack()
{
    const QString before = u"First.\n\nThe red lamp stands on the old table.\nLast of all comes this line here."_s;
    const QString after = u"Last of all comes this line here.\nThe green lamp stands on the table, always.\n\nFirst."_s;
    const InlineDiff diff = diffOf(before, after);
    const auto without = [&diff](DiffKind gone, DiffKind moved) {
        QString text = diff.text;
        for (qsizetype i = diff.marks.size() - 1; i >= 0; --i) {
            const InlineMark &mark = diff.marks.at(i);
            if (mark.kind == gone || mark.kind == moved)
                text.remove(mark.at.start, mark.at.length);
        }
        return text.remove(u'↵');
    };
    QCOMPARE(without(DiffKind::Inserted, DiffKind::MovedTo), before);
    QCOMPARE(without(DiffKind::Deleted, DiffKind::MovedFrom), after);
}

void TestInlineDiff::differencesHaveTheirPlace()
{
    const InlineDiff diff = diffOf(u"The red lamp stands on the old wooden table today."_s,
                                   u"The green lamp stands on the wooden table today, always."_s);
    QStringList places;
    for (const Difference &difference : diff.differences)
        places += diff.text.sliced(difference.now.start, difference.now.length);
    QCOMPARE(places, (QStringList{u"redgreen"_s, u"old "_s, u", always"_s}));
    QCOMPARE(diff.marks.constLast().difference, 2);
}

void TestInlineDiff::theStripCoversTheMarks()
{
    const QList<StripMark> strip = overviewStrip(diffOf(u"aa bb"_s, u"aa cc"_s));
    QCOMPARE(strip.size(), 2); // of "aa bbcc"
    QCOMPARE(strip.at(0), (StripMark{3 / 7.0, 5 / 7.0, DiffKind::Deleted}));
    QCOMPARE(strip.at(1), (StripMark{5 / 7.0, 1, DiffKind::Inserted}));
    QVERIFY(overviewStrip(InlineDiff()).isEmpty());
}

QTEST_GUILESS_MAIN(TestInlineDiff)
#include "tst_inlinediff.moc"
