// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/textdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// "kept [-removed-] {+added+}"
QString marked(const QString &before, const QString &after, const QList<DiffSpan> &spans)
{
    QString text;
    for (const DiffSpan &span : spans) {
        if (span.kind == DiffKind::Kept)
            text += before.sliced(span.oldStart, span.length);
        else if (span.kind == DiffKind::Removed)
            text += u"[-"_s + before.sliced(span.oldStart, span.length) + u"-]"_s;
        else
            text += u"{+"_s + after.sliced(span.newStart, span.length) + u"+}"_s;
    }
    return text;
}

/// Empty where the spans are a right difference of the two texts; otherwise what is wrong.
QString faultOf(const QString &before, const QString &after, const QList<DiffSpan> &spans)
{
    qsizetype oldAt = 0;
    qsizetype newAt = 0;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const DiffSpan &span = spans[i];
        if (span.length <= 0)
            return u"an empty span"_s;
        if (span.oldStart != oldAt || span.newStart != newAt)
            return u"a gap"_s;
        if (i > 0 && spans[i - 1].kind == span.kind)
            return u"two of a kind"_s;
        if (i > 0 && span.kind == DiffKind::Removed && spans[i - 1].kind == DiffKind::Added)
            return u"removed after added"_s;
        if (span.kind == DiffKind::Kept && before.sliced(oldAt, span.length) != after.sliced(newAt, span.length))
            return u"kept what differs"_s;
        oldAt += span.kind == DiffKind::Added ? 0 : span.length;
        newAt += span.kind == DiffKind::Removed ? 0 : span.length;
    }
    return oldAt == before.size() && newAt == after.size() ? QString() : u"it does not cover the texts"_s;
}

/// Words kept in a longest common subsequence of two lists of one-letter words.
qsizetype longestCommon(const QStringList &a, const QStringList &b)
{
    QList<qsizetype> row(b.size() + 1, 0);
    for (const QString &word : a) {
        qsizetype diagonal = 0;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype above = row[j + 1];
            row[j + 1] = word == b[j] ? diagonal + 1 : std::max(row[j], above);
            diagonal = above;
        }
    }
    return row.last();
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWords_data();
    void marksWords();
    void isRightForAnyTexts();
    void isShortestForSmallTexts();
    void staysBounded();
    void tellsTheShare();
};

void TestTextDiff::marksWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both empty") << QString() << QString() << QString();
    QTest::newRow("equal") << u"a b"_s << u"a b"_s << u"a b"_s;
    QTest::newRow("from nothing") << QString() << u"a b"_s << u"{+a b+}"_s;
    QTest::newRow("to nothing") << u"a b"_s << QString() << u"[-a b-]"_s;
    QTest::newRow("one word") << u"the red lamp"_s << u"the green lamp"_s << u"the [-red-]{+green+} lamp"_s;
    QTest::newRow("added at the end") << u"one two"_s << u"one two three"_s << u"one two{+ three+}"_s;
    QTest::newRow("removed at the start") << u"one two"_s << u"two"_s << u"[-one -]two"_s;
    QTest::newRow("a part of a word is the word") << u"lamp"_s << u"lamps"_s << u"[-lamp-]{+lamps+}"_s;
    QTest::newRow("signs by themselves") << u"Yes, now."_s << u"Yes: now!"_s << u"Yes[-,-]{+:+} now[-.-]{+!+}"_s;
    QTest::newRow("numbers") << u"costs 12 €"_s << u"costs 13 €"_s << u"costs [-12-]{+13+} €"_s;
    QTest::newRow("blanks") << u"a  b"_s << u"a b"_s << u"a[-  -]{+ +}b"_s;
    QTest::newRow("lines") << u"a\nb\nc"_s << u"a\nc"_s << u"a\n[-b\n-]c"_s;
    QTest::newRow("ideographs by themselves") << u"我喜欢红灯"_s << u"我喜欢绿灯"_s << u"我喜欢[-红-]{+绿+}灯"_s;
    QTest::newRow("accents stay with their letter") << u"e\u0301tat"_s << u"etat"_s << u"[-e\u0301tat-]{+etat+}"_s;
    QTest::newRow("emoji") << u"ok 😀"_s << u"ok 😃"_s << u"ok [-😀-]{+😃+}"_s;
    QTest::newRow("markup is text") << u"<b>x</b>"_s << u"<i>x</i>"_s << u"<[-b-]{+i+}>x</[-b-]{+i+}>"_s;
}

void TestTextDiff::marksWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    const QList<DiffSpan> spans = wordDiff(before, after);
    QCOMPARE(marked(before, after, spans), expected);
    QCOMPARE(faultOf(before, after, spans), QString());
}

void TestTextDiff::isRightForAnyTexts()
{
    const QStringList atoms{u"a"_s,
                            u"b"_s,
                            u"the"_s,
                            u" "_s,
                            u"  "_s,
                            u"\n"_s,
                            u"."_s,
                            u"灯"_s,
                            u"😀"_s,
                            u"\u0301"_s,
                            QString(QChar(0xd83d)),
                            QString(QChar(0xde00)),
                            u"12"_s};
    QRandomGenerator random(7);
    for (int round = 0; round < 3000; ++round) {
        QString before;
        for (int n = random.bounded(round % 100 == 0 ? 900 : 30); n > 0; --n)
            before += atoms[random.bounded(static_cast<int>(atoms.size()))];
        QString after = before;
        for (int n = random.bounded(12); n > 0; --n) {
            const int at = random.bounded(static_cast<int>(after.size()) + 1);
            after.replace(at, random.bounded(5), atoms[random.bounded(static_cast<int>(atoms.size()))]);
        }
        QCOMPARE(faultOf(before, after, wordDiff(before, after)), QString());
        QCOMPARE(faultOf(before, after, wordDiff(before, after, {3})), QString());
    }
}

void TestTextDiff::isShortestForSmallTexts()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 500; ++round) {
        const auto words = [&] {
            QStringList list;
            for (int n = random.bounded(20); n > 0; --n)
                list << QString(QChar(u'a' + random.bounded(4)));
            return list;
        };
        const QStringList a = words();
        const QStringList b = words();
        // Signs are units by themselves: no blanks between needed.
        const auto asSigns = [](const QStringList &list) {
            QString text;
            for (const QString &word : list)
                text += QChar(0x4e00 + word[0].unicode());
            return text;
        };
        qsizetype kept = 0;
        const QList<DiffSpan> spans = wordDiff(asSigns(a), asSigns(b));
        for (const DiffSpan &span : spans)
            kept += span.kind == DiffKind::Kept ? span.length : 0;
        QCOMPARE(kept, longestCommon(a, b));
    }
}

void TestTextDiff::staysBounded()
{
    // Nothing in common, and nothing but common words: either would take minutes without a bound.
    QString a;
    QString b;
    QRandomGenerator random(3);
    for (int i = 0; i < 60000; ++i) {
        a += u"x%1 "_s.arg(random.bounded(50));
        b += u"x%1 "_s.arg(random.bounded(50));
    }
    QCOMPARE(faultOf(a, b, wordDiff(a, b, {500})), QString());
    QString c;
    for (int i = 0; i < 100000; ++i)
        c += u"y%1 "_s.arg(i);
    QCOMPARE(faultOf(a, c, wordDiff(a, c, {500})), QString());
    // Far apart edits in a long text are found whatever the bound.
    QString d = c;
    d.replace(u"y10 "_s, u"z "_s).replace(u"y99990 "_s, u"z "_s);
    QCOMPARE(wordDiff(c, d, {5}).size(), 7);
}

void TestTextDiff::tellsTheShare()
{
    QCOMPARE(keptShare({}), 1.0);
    QCOMPARE(keptShare(wordDiff(u"a b", u"a b")), 1.0);
    QCOMPARE(keptShare(wordDiff(u"a", u"b")), 0.0);
    QCOMPARE(keptShare(wordDiff(u"aa", u"aa b")), 4.0 / 6.0);
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
