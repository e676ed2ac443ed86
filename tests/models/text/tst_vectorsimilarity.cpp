// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/vectorsimilarity.h"

#include "models/core/embedding.h"

#include <QTest>

#include <cmath>

using namespace Tempera;

class VectorSimilarityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The numbers of promptfoo 0.123.1's cosineSimilarity, dotProduct and euclideanDistance for the same single-precision vectors.
    void goldenNumbers()
    {
        const Embedding a{0.12F, -0.5F, 0.33F, 0.8F};
        const Embedding b{0.1F, -0.4F, 0.5F, 0.7F};
        QVERIFY(std::abs(dotProduct(a, b) - 0.9370000082552432) < 1e-15);
        QVERIFY(std::abs(cosineSimilarity(a, b) - 0.9757754205792273) < 1e-15);
        QVERIFY(std::abs(euclideanDistance(a, b) - 0.22203603074942374) < 1e-15);
    }

    void ends()
    {
        const Embedding a{3, 4};
        const Embedding turned{-4, 3};
        const Embedding opposite{-3, -4};
        const Embedding nothing{0, 0};
        QCOMPARE(cosineSimilarity(a, a), 1.0);
        QCOMPARE(cosineSimilarity(a, turned), 0.0);
        QCOMPARE(cosineSimilarity(a, opposite), -1.0);
        QCOMPARE(cosineSimilarity(a, nothing), 0.0); // never a division by nothing
        QCOMPARE(dotProduct(a, a), 25.0);
        QCOMPARE(euclideanDistance(a, a), 0.0);
        QCOMPARE(euclideanDistance(a, opposite), 10.0);
    }
};

QTEST_GUILESS_MAIN(VectorSimilarityTest)
#include "tst_vectorsimilarity.moc"
