// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/http/answerlimits.h"

#include "models/core/request.h"

#include <QTest>

namespace Tempera {

class AnswerLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutALimitOfTokensTheGeneralOnesHold()
    {
        GenerationRequest request;
        QCOMPARE(answerLimits(request), AnswerLimits());
        request.sampling.maxTokens = -1;
        QCOMPARE(answerLimits(request), AnswerLimits());
    }

    void fewTokensAreLittleText()
    {
        GenerationRequest request;
        request.sampling.maxTokens = 10;
        const AnswerLimits limits = answerLimits(request);
        QVERIFY(limits.text < AnswerLimits().text / 8);
        QVERIFY(limits.text >= 10 * 128); // the longest token, ten times
        QVERIFY(limits.bytes < AnswerLimits().bytes / 8);
        request.wantTrace = true;
        QVERIFY(answerLimits(request).bytes > limits.bytes);
        QCOMPARE(answerLimits(request).text, limits.text);
    }

    void manyTokensAreNotMoreThanTheGeneralLimits()
    {
        GenerationRequest request;
        request.sampling.maxTokens = 2'000'000'000;
        request.wantTrace = true;
        QCOMPARE(answerLimits(request), AnswerLimits());
    }
};

} // namespace Tempera

QTEST_GUILESS_MAIN(Tempera::AnswerLimitsTest)
#include "tst_answerlimits.moc"
