// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/textdiff.h"

#include "tests/support/goldenfile.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

QString stretchOf(const DiffSpan &span, const QString &before, const QString &after)
{
    return span.isInOld() ? before.sliced(span.oldStart, span.length) : after.sliced(span.newStart, span.length);
}

/// "equal [-deleted-] {+inserted+}", and "[<1:moved away<]" with "{>1:moved here>}" under one number.
QString marked(const QString &before, const QString &after, const QList<DiffSpan> &spans)
{
    QString text;
    QList<qsizetype> moves; // the old end of each
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const QString stretch = stretchOf(spans.at(i), before, after);
        if (spans.at(i).kind == DiffKind::MovedFrom)
            moves += i;
        const auto number = [&](qsizetype oldEnd) {
            qsizetype count = 1; // by the order in the old text
            for (qsizetype other = 0; other < oldEnd; ++other)
                count += spans.at(other).kind == DiffKind::MovedFrom ? 1 : 0;
            return count;
        };
        switch (spans.at(i).kind) {
        case DiffKind::Equal: text += stretch; break;
        case DiffKind::Deleted: text += u"[-"_s + stretch + u"-]"_s; break;
        case DiffKind::Inserted: text += u"{+"_s + stretch + u"+}"_s; break;
        case DiffKind::MovedFrom: text += u"[<%1:"_s.arg(number(i)) + stretch + u"<]"_s; break;
        case DiffKind::MovedTo: text += u"{>%1:"_s.arg(number(spans.at(i).other)) + stretch + u">}"_s; break;
        }
    }
    return text;
}

/// Empty where the spans are a right difference of the two texts; otherwise what is wrong.
QString faultOf(const QString &before, const QString &after, const QList<DiffSpan> &spans)
{
    qsizetype oldAt = 0;
    qsizetype newAt = 0;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const DiffSpan &span = spans.at(i);
        const bool isMove = span.kind == DiffKind::MovedFrom || span.kind == DiffKind::MovedTo;
        if (span.length <= 0)
            return u"an empty span"_s;
        if (span.oldStart != oldAt || span.newStart != newAt)
            return u"a gap"_s;
        if (i > 0 && !isMove && spans.at(i - 1).kind == span.kind)
            return u"two of a kind"_s;
        if (i > 0 && span.isInOld() && span.kind != DiffKind::Equal && spans.at(i - 1).isInNew()
            && spans.at(i - 1).kind != DiffKind::Equal)
            return u"deleted after inserted"_s;
        if (span.kind == DiffKind::Equal && before.sliced(oldAt, span.length) != after.sliced(newAt, span.length))
            return u"equal what differs"_s;
        if (isMove) {
            const DiffSpan other = spans.value(span.other);
            if (other.other != i || (other.kind == DiffKind::MovedFrom) == (span.kind == DiffKind::MovedFrom))
                return u"a move without its other end"_s;
            if (stretchOf(span, before, after).trimmed() != stretchOf(other, before, after).trimmed())
                return u"moved and changed"_s;
        } else if (span.other != -1) {
            return u"an other end without a move"_s;
        }
        oldAt += span.isInOld() ? span.length : 0;
        newAt += span.isInNew() ? span.length : 0;
    }
    return oldAt == before.size() && newAt == after.size() ? QString() : u"it does not cover the texts"_s;
}

/// What stands under a heading of a golden file; carriage returns are written as "␍".
QString part(const QString &file, const QString &from, const QString &to)
{
    const qsizetype start = file.indexOf(from) + from.size();
    return file.sliced(start, file.indexOf(to, start) - start).replace(u'␍', u'\r');
}

QString manyWords(int count, int vocabulary, QRandomGenerator &random)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"w%1%2"_s.arg(random.bounded(vocabulary)).arg(i % 12 == 11 ? u". "_s : u" "_s);
    return text;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isGoldenInPairs_data();
    void isGoldenInPairs();
    void isRightForAnyTexts();
    void movesAreFoundWhereverTheyGo();
    void noGraphemeIsCut();
    void staysBounded();
    void aStopEndsIt();
    void tellsTheShare();
};

void TestTextDiff::isGoldenInPairs_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = QDir(testDataPath(u"prosediff"_s)).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QVERIFY2(names.size() >= 30, "the pairs are missing");
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestTextDiff::isGoldenInPairs()
{
    QFETCH(QString, name);
    const QString path = u"prosediff/"_s + name;
    const QString file = QString::fromUtf8(testData(path));
    const QString before = part(file, u"--- old\n"_s, u"\n--- new\n"_s);
    const QString after = part(file, u"\n--- new\n"_s, u"\n--- marked\n"_s);
    const QList<DiffSpan> spans = proseDiff(before, after);
    QCOMPARE(faultOf(before, after, spans), QString());
    const QString shown = marked(before, after, spans);
    QString expected = u"--- old\n%1\n--- new\n%2\n--- marked\n%3\n"_s.arg(before, after, shown);
    QVERIFY(isGolden(path, expected.replace(u'\r', u'␍').toUtf8()));
}

void TestTextDiff::isRightForAnyTexts()
{
    const QStringList atoms{u"a"_s,
                            u"b"_s,
                            u"the"_s,
                            u" "_s,
                            u"  "_s,
                            u"\n"_s,
                            u"\r\n"_s,
                            u"."_s,
                            u". The quick brown fox. "_s,
                            u"{"_s,
                            u"灯"_s,
                            u"カタ"_s,
                            u"א"_s,
                            u"😀"_s,
                            u"👨‍👩‍👧"_s,
                            u"\u0301"_s,
                            u"\u200d"_s,
                            QString(QChar(0xd83d)),
                            QString(QChar(0xde00)),
                            u"12"_s};
    QRandomGenerator random(7);
    const auto anyText = [&](int most) {
        QString text;
        for (int n = random.bounded(most); n > 0; --n)
            text += atoms[random.bounded(static_cast<int>(atoms.size()))];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        const QString before = anyText(round % 100 == 0 ? 900 : 40);
        QString after = before;
        for (int n = random.bounded(12); n > 0; --n) {
            const int at = random.bounded(static_cast<int>(after.size()) + 1);
            after.replace(at, random.bounded(5), atoms[random.bounded(static_cast<int>(atoms.size()))]);
        }
        if (round % 3 == 0) { // a block goes elsewhere
            const QString block = after.mid(random.bounded(static_cast<int>(after.size()) + 1), random.bounded(60));
            if (!block.isEmpty())
                after.remove(block);
            after.insert(random.bounded(static_cast<int>(after.size()) + 1), block);
        }
        QCOMPARE(faultOf(before, after, proseDiff(before, after)), QString());
        QCOMPARE(faultOf(after, before, proseDiff(after, before)), QString());
        const QString other = anyText(40);
        QCOMPARE(faultOf(before, other, proseDiff(before, other)), QString());
    }
}

void TestTextDiff::movesAreFoundWhereverTheyGo()
{
    QRandomGenerator random(13);
    for (int round = 0; round < 200; ++round) {
        QStringList paragraphs;
        for (int i = 0; i < 12; ++i)
            paragraphs += manyWords(30, 5000, random).trimmed();
        QStringList after = paragraphs;
        const int from = random.bounded(12);
        int to = random.bounded(12);
        while (std::abs(to - from) < 2)
            to = random.bounded(12);
        after.move(from, to);
        const QString oldText = paragraphs.join(u"\n\n"_s);
        const QString newText = after.join(u"\n\n"_s);
        const QList<DiffSpan> spans = proseDiff(oldText, newText);
        QCOMPARE(faultOf(oldText, newText, spans), QString());
        const auto moved = std::ranges::find(spans, DiffKind::MovedFrom, &DiffSpan::kind);
        QVERIFY(moved != spans.end());
        QCOMPARE(oldText.sliced(moved->oldStart, moved->length).trimmed(), paragraphs.at(from));
        QCOMPARE(std::ranges::count(spans, DiffKind::MovedFrom, &DiffSpan::kind), 1);
        QCOMPARE(std::ranges::count(spans, DiffKind::Deleted, &DiffSpan::kind), 0);
        QCOMPARE(std::ranges::count(spans, DiffKind::Inserted, &DiffSpan::kind), 0);
    }
}

void TestTextDiff::noGraphemeIsCut()
{
    const QString before = u"x👨‍👩‍👧y👍🏽z🇩🇪e\u0301"_s;
    const QString after = u"x👨‍👩‍👦y👍🏿z🇩🇰e"_s;
    for (const DiffSpan &span : proseDiff(before, after)) {
        const QString stretch = stretchOf(span, before, after);
        QVERIFY2(!stretch.front().isLowSurrogate() && !stretch.back().isHighSurrogate(), qPrintable(stretch));
        QVERIFY2(!stretch.front().isMark() && stretch.front() != QChar(0x200d), qPrintable(stretch));
    }
}

void TestTextDiff::staysBounded()
{
    // Nothing in common, nothing but common words, and one word only: each would take minutes without a bound.
    QRandomGenerator random(3);
    const QString a = manyWords(60000, 50, random);
    const QString b = manyWords(60000, 50, random);
    QCOMPARE(faultOf(a, b, proseDiff(a, b)), QString());
    QString c;
    for (int i = 0; i < 100000; ++i)
        c += u"y%1 "_s.arg(i);
    QCOMPARE(faultOf(a, c, proseDiff(a, c)), QString());
    const QString same = u"a "_s.repeated(50000);
    const QString more = u"b a "_s.repeated(30000);
    QCOMPARE(faultOf(same, more, proseDiff(same, more)), QString());
    // Far apart edits in a long text are found exactly.
    QString d = c;
    d.replace(u"y10 "_s, u"z "_s).replace(u"y99990 "_s, u"z "_s);
    QCOMPARE(proseDiff(c, d).size(), 7);
}

void TestTextDiff::aStopEndsIt()
{
    std::stop_source stop;
    QCOMPARE(proseDiff(u"a b", u"a c", stop.get_token()).size(), 3);
    stop.request_stop();
    QVERIFY(proseDiff(u"a b", u"a c", stop.get_token()).isEmpty());
}

void TestTextDiff::tellsTheShare()
{
    QCOMPARE(equalShare({}), 1.0);
    QCOMPARE(equalShare(proseDiff(u"a b", u"a b")), 1.0);
    QCOMPARE(equalShare(proseDiff(u"a", u"b")), 0.0);
    QCOMPARE(equalShare(proseDiff(u"aa", u"aa b")), 4.0 / 6.0);
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
