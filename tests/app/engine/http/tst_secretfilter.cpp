// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/secretfilter.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString secretKey = u"sk-CANARY123456"_s;

/// What came through the filter.
struct Passed {
    QString text;
    QString reasoning;
    QByteArray pieces;
    int tokens = 0;
    QStringList candidates;
    QList<Error> errors;
    QString model;
    bool isFinished = false;
};

class FilterUnderTest
{
public:
    FilterUnderTest() : m_sink(withoutSecrets(secrets(), [this](GenerationEvent event) { take(event); })) { }

    void operator()(GenerationEvent event) { m_sink(std::move(event)); }
    Passed passed;

private:
    static KnownSecrets secrets()
    {
        KnownSecrets known;
        known.add(secretKey.toUtf8());
        return known;
    }

    void take(const GenerationEvent &event)
    {
        if (const auto *text = std::get_if<Event::TextDelta>(&event))
            passed.text += text->text;
        if (const auto *text = std::get_if<Event::ReasoningDelta>(&event))
            passed.reasoning += text->text;
        if (const auto *started = std::get_if<Event::Started>(&event))
            passed.model = started->model;
        if (const auto *failed = std::get_if<Event::Failed>(&event))
            passed.errors += failed->error;
        if (const auto *retrying = std::get_if<Event::Retrying>(&event))
            passed.errors += retrying->cause;
        passed.isFinished |= std::holds_alternative<Event::Finished>(event);
        if (const auto *trace = std::get_if<Event::TraceDelta>(&event)) {
            for (const auto &token : trace->tokens) {
                ++passed.tokens;
                passed.pieces += token->piece;
                for (const QByteArray &piece : token->pieces)
                    passed.candidates += QString::fromUtf8(piece);
            }
        }
    }

    BackendSink m_sink;
};

std::shared_ptr<const TokenTrace> tokenOf(const QByteArray &piece)
{
    auto token = std::make_shared<TokenTrace>();
    token->piece = piece;
    token->pieces = {piece, "other"};
    token->candidates.resize(2);
    return token;
}

} // namespace

class SecretFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howeverItIsSplit_data();
    void howeverItIsSplit();
    void anAnswerThatBreaksOff();
    void traces();
    void namesAndErrors();
    void otherAnswersStayAsTheyAre();
};

void SecretFilterTest::howeverItIsSplit_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {1, 2, 3, 5, 7, 16, 100})
        QTest::addRow("pieces of %d", length) << length;
}

void SecretFilterTest::howeverItIsSplit()
{
    QFETCH(int, length);
    const QString answer = u"You are %1, sk-CAN and %1%1."_s.arg(secretKey);
    FilterUnderTest filter;
    for (qsizetype at = 0; at < answer.size(); at += length) {
        filter(Event::TextDelta{answer.mid(at, length)});
        filter(Event::ReasoningDelta{answer.mid(at, length)});
    }
    filter(Event::Finished{});
    const QString expected = u"You are [redacted], sk-CAN and [redacted][redacted]."_s;
    QCOMPARE(filter.passed.text, expected);
    QCOMPARE(filter.passed.reasoning, expected);
    QVERIFY(filter.passed.isFinished);
}

void SecretFilterTest::anAnswerThatBreaksOff()
{
    FilterUnderTest filter;
    filter(Event::TextDelta{u"You are sk-CANARY123"_s});
    filter(Event::Failed{});
    QCOMPARE(filter.passed.text, u"You are [redacted]"_s);

    FilterUnderTest word;
    word(Event::TextDelta{u"good tricks"_s}); // the last letter may begin a key
    word(Event::Finished{});
    QCOMPARE(word.passed.text, u"good tricks"_s);
}

void SecretFilterTest::traces()
{
    FilterUnderTest filter;
    for (const QByteArray &piece : {"You"_ba, " sk"_ba, "-CAN"_ba, "ARY"_ba, "123456"_ba, "7"_ba, " so"_ba})
        filter(Event::TraceDelta{{tokenOf(piece)}});
    filter(Event::Finished{});
    QCOMPARE(filter.passed.pieces, "You [redacted]7 so"_ba);
    QCOMPARE(filter.passed.tokens, 7);
    QCOMPARE(filter.passed.candidates, (QStringList{u"You"_s, u"other"_s, u"7"_s, u"other"_s, u" so"_s, u"other"_s}));
}

void SecretFilterTest::namesAndErrors()
{
    Error error;
    error.detail = QString(490, u'x') + secretKey + u" is wrong"_s;
    FilterUnderTest filter;
    filter(Event::Started{u"model of "_s + secretKey});
    filter(Event::Retrying{1, {}, error});
    filter(Event::Failed{error});
    QCOMPARE(filter.passed.model, u"model of [redacted]"_s);
    QCOMPARE(filter.passed.errors.size(), 2);
    for (const Error &passed : filter.passed.errors)
        QVERIFY2(!passed.detail.contains("sk-"_L1) && passed.detail.size() <= mostErrorText, qPrintable(passed.detail));
}

void SecretFilterTest::otherAnswersStayAsTheyAre()
{
    FilterUnderTest filter;
    QByteArray pieces;
    for (const QByteArray &piece : {"K\xc3"_ba, "\xb6ln s"_ba, "s"_ba, "sk-"_ba}) {
        pieces += piece;
        filter(Event::TraceDelta{{tokenOf(piece)}});
    }
    filter(Event::TextDelta{u"Köln ssk-"_s});
    filter(Event::Finished{});
    QCOMPARE(filter.passed.pieces, pieces);
    QCOMPARE(filter.passed.text, u"Köln ssk-"_s);
}

QTEST_GUILESS_MAIN(SecretFilterTest)
#include "tst_secretfilter.moc"
