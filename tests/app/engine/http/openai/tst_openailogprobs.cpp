// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/openai/openailogprobs.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Trace tracesOf(const QByteArray &json)
{
    return tracesFromLogprobs(QJsonDocument::fromJson(json).object());
}

} // namespace

class OpenAiLogprobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLikeliestFew();
    void halfCharactersKeepTheirBytes();
    void theChosenOneMayNotBeListed();
    void whatIsNoTokenIsLeftOut_data();
    void whatIsNoTokenIsLeftOut();
};

void OpenAiLogprobsTest::theLikeliestFew()
{
    const auto traces = tracesOf(R"({"content":[{"token":"Paris","logprob":-0.5,"bytes":[80,97,114,105,115],"top_logprobs":[
        {"token":"Rome","logprob":-2.25,"bytes":[82,111,109,101]},
        {"token":"Paris","logprob":-0.5,"bytes":[80,97,114,105,115]}]}]})");
    QCOMPARE(traces.size(), 1U);
    const TokenTrace &trace = *traces.front();
    QVERIFY(trace.topOnly);
    QCOMPARE(trace.piece, "Paris");
    QCOMPARE(trace.chosen, 0); // sorted by falling probability
    QCOMPARE(trace.chosenLogit, -0.5F);
    QCOMPARE(trace.random, -1.0);
    QCOMPARE(trace.candidates, (std::vector<Candidate>{{0, -0.5F}, {1, -2.25F}}));
    QCOMPARE(trace.pieces, (std::vector<QByteArray>{"Paris", "Rome"}));
    QCOMPARE(trace.tail, TailHistogram());
}

void OpenAiLogprobsTest::halfCharactersKeepTheirBytes()
{
    // The text of half a character is a replacement sign; only the bytes tell the two apart.
    const auto traces = tracesOf(R"({"content":[
        {"token":"\ufffd","logprob":-0.1,"bytes":[240,159],"top_logprobs":[
            {"token":"\ufffd","logprob":-3,"bytes":[240,160]},{"token":"\ufffd","logprob":-0.1,"bytes":[240,159]}]},
        {"token":"\ufffd","logprob":0.00001,"bytes":[152,128],"top_logprobs":[]}]})");
    QCOMPARE(traces.size(), 2U);
    QCOMPARE(traces[0]->piece + traces[1]->piece, QByteArray("\xf0\x9f\x98\x80"));
    QCOMPARE(traces[0]->chosen, 0);
    QCOMPARE(traces[0]->pieces[1], QByteArray("\xf0\xa0"));
    QCOMPARE(traces[1]->chosenLogit, 0.0F); // a probability is never above 1
    QVERIFY(traces[1]->candidates.empty());
}

void OpenAiLogprobsTest::theChosenOneMayNotBeListed()
{
    const auto traces = tracesOf(R"({"content":[{"token":"x","logprob":-9.5,"bytes":null,"top_logprobs":[
        {"token":"ä","logprob":-0.1}]}]})");
    QCOMPARE(traces.front()->chosen, -1);
    QCOMPARE(traces.front()->chosenLogit, -9.5F);
    QCOMPARE(traces.front()->piece, "x");                      // no bytes: the text
    QCOMPARE(traces.front()->pieces.front(), QByteArray("ä")); // the same
}

void OpenAiLogprobsTest::whatIsNoTokenIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << "{}"_ba;
    QTest::newRow("null") << R"({"content":null})"_ba;
    QTest::newRow("text") << R"({"content":"abc"})"_ba;
    QTest::newRow("number") << R"({"content":[1,null,[]]})"_ba;
    QTest::newRow("no probability") << R"({"content":[{"token":"x"},{"token":"y","logprob":null}]})"_ba;
    QTest::newRow("words") << R"({"content":[{"token":"x","logprob":"-inf"}]})"_ba;
}

void OpenAiLogprobsTest::whatIsNoTokenIsLeftOut()
{
    QFETCH(QByteArray, json);
    QVERIFY(tracesOf(json).empty());
}

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::OpenAiLogprobsTest)
#include "tst_openailogprobs.moc"
