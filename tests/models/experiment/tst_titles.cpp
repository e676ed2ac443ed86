// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/titles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class TestTitles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void casesAreNamedByDescriptionElseByValues();
    void promptsAreNamedByLabelElseByTheirLastMessage();
    void titlesAreOneShortLine();
};

void TestTitles::casesAreNamedByDescriptionElseByValues()
{
    Experiment experiment;
    experiment.cases = {Case{}};
    QCOMPARE(caseTitle(experiment.cases[0]), QString());
    QCOMPARE(caseTitle(experiment, 0), u"Case 1"_s);
    QCOMPARE(caseTitle(experiment, 7), u"Case 8"_s);
    experiment.cases[0].variables = {{u"city"_s, u"Paris"_s}, {u"note"_s, QString()}, {u"stars"_s, 3}};
    QCOMPARE(caseTitle(experiment, 0), u"Paris · 3"_s);
    experiment.cases[0].description = u"The first"_s;
    QCOMPARE(caseTitle(experiment, 0), u"The first"_s);
}

void TestTitles::promptsAreNamedByLabelElseByTheirLastMessage()
{
    Experiment experiment;
    experiment.prompts = {Prompt{}};
    QCOMPARE(promptTitle(experiment.prompts[0]), QString());
    QCOMPARE(promptTitle(experiment, 0), u"Prompt 1"_s);
    QCOMPARE(promptTitle(experiment, 9), u"Prompt 10"_s);
    experiment.prompts[0].messages = {{Role::System, u"Be brief."_s}, {Role::User, u"Say {{ x }}\nnow"_s}};
    QCOMPARE(promptTitle(experiment, 0), u"Say {{ x }}…"_s);
    experiment.prompts[0].label = u"short"_s;
    QCOMPARE(promptTitle(experiment, 0), u"short"_s);
}

void TestTitles::titlesAreOneShortLine()
{
    Case aCase;
    aCase.description = u"one\ntwo"_s;
    QCOMPARE(caseTitle(aCase), u"one…"_s);
    aCase.description = QString(100, u'x');
    QCOMPARE(caseTitle(aCase), QString(60, u'x') + u'…');
    aCase.description = u"bell\x07"_s;
    QCOMPARE(caseTitle(aCase), u"bell␇"_s);
    aCase.description.clear();
    aCase.variables = {{u"a"_s, QString(50, u'x')}, {u"b"_s, QString(50, u'y')}};
    QCOMPARE(caseTitle(aCase), QString(50, u'x') + u" · "_s + QString(7, u'y') + u'…');
}

QTEST_GUILESS_MAIN(TestTitles)
#include "tst_titles.moc"
