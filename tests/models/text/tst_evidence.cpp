// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/evidence.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

const QString invoice = u"Invoice 2024-017 from ACME  GmbH,\nBerlin. Total: 1,234.50 EUR (net 1.037,39), refund −5. "
                        "Paid by Anna Berg; see 3.12, room 12b. 发票来自北京。"_s;

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreFound_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("found");
        using enum Evidence::Kind;
        const auto add = [](const char *name, const QJsonValue &value, Evidence::Kind kind, const QString &found = {}) {
            QTest::newRow(name) << value << static_cast<int>(kind) << found;
        };
        add("as it is written", u"Anna Berg"_s, Exact, u"Anna Berg"_s);
        add("blanks around", u" Berlin "_s, Exact, u"Berlin"_s);
        add("capitals", u"anna BERG"_s, Loose, u"Anna Berg"_s);
        add("spaces and line ends", u"acme gmbh, berlin"_s, Loose, u"ACME  GmbH,\nBerlin"_s);
        add("a part of a word", u"Berl"_s, None);
        add("scripts without spaces", u"北京"_s, Exact, u"北京"_s);
        add("a number as it is written", 12.0, None); // 3.12 and 12b are others
        add("a whole number", 2024.0, Exact, u"2024"_s);
        add("with groups", 1234.5, Loose, u"1,234.50"_s);
        add("with a comma", 1037.39, Loose, u"1.037,39"_s);
        add("as a text", u"1234.50"_s, Loose, u"1,234.50"_s);
        add("below zero", -5.0, Loose, u"5"_s);
        add("no sign in a date", -17.0, None);
        add("nowhere", u"Paris"_s, None);
        add("a truth", true, Unasked);
        add("nothing", u"  "_s, Unasked);
        add("not there", QJsonValue(QJsonValue::Undefined), Unasked);
    }

    void valuesAreFound()
    {
        QFETCH(const QJsonValue, value);
        QFETCH(const int, kind);
        QFETCH(const QString, found);
        const Evidence evidence = EvidenceSearch(invoice).find(value);
        QCOMPARE(static_cast<int>(evidence.kind), kind);
        QCOMPARE(evidence.places.isEmpty(), found.isEmpty());
        if (!found.isEmpty())
            QCOMPARE(invoice.sliced(evidence.places.first().start, evidence.places.first().length), found);
    }

    void everyPlaceIsTold()
    {
        const Evidence evidence = EvidenceSearch(u"an ant and an aunt"_s).find(u"an"_s);
        QCOMPARE(evidence.places, (QList<TextStretch>{{0, 2}, {11, 2}}));
        const QString many = u"a "_s.repeated(1'000);
        QCOMPARE(EvidenceSearch(many).find(u"a"_s).places.size(), EvidenceSearch::MostPlaces);
        QCOMPARE(EvidenceSearch(QString()).find(u"a"_s).kind, Evidence::Kind::None);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
