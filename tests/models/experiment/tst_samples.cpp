// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checksuite.h"
#include "models/experiment/experimentfile.h"
#include "resources/samples/sampledata.h"
#include "tests/models/experiment/memoryfiles.h"
#include "tests/support/plannedcells.h"
#include "tests/support/testpaths.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tempera;

class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStart()
    {
        const Result<LoadedExperiment> loaded = readExperiment(firstStartExperiment(), u"first-start.yaml"_s, MemoryFiles());
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        QVERIFY(loaded->warnings.isEmpty());
        const Experiment &experiment = loaded->experiment;
        QVERIFY(experiment.variants.size() >= 2);
        QVERIFY(experiment.cases.size() >= 4);
        for (const Variant &variant : experiment.variants)
            QCOMPARE(variant.endpoint.id, u"local:tempera-mini"_s);

        auto templates = TemplateEngine::create();
        QVERIFY(templates);
        const auto cells = plannedCells(experiment, **templates, {});
        QVERIFY(cells);
        QCOMPARE(static_cast<qsizetype>(cells->size()), experiment.variants.size() * experiment.cases.size());
        for (const Cell &cell : *cells) {
            QCOMPARE(cell.state, CellState::Planned);
            QVERIFY(!cell.request.messages[0].text.contains(u'{'));
        }
        QCOMPARE((*cells)[0].request.messages[0].text,
                 u"Is this review positive or negative?\nThe lamp works very well and I love it."_s);
        QCOMPARE((*cells)[9].request.messages[0].text, u"What is the capital of France?"_s);
    }

    void eachPatternHasASample_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(sourcePath(u"resources/samples"_s));
        const QStringList names = folder.entryList({u"*.yaml"_s});
        for (const QString &name : {u"generation.yaml"_s, u"classification.yaml"_s, u"extraction.yaml"_s,
                                    u"transformation.yaml"_s, u"chat.yaml"_s, u"first-start.yaml"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void eachPatternHasASample()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<LoadedExperiment> loaded = readExperiment(file.readAll(), path, MemoryFiles());
        QVERIFY2(loaded, loaded ? "" : qPrintable(errorSentence(loaded.error())));
        QVERIFY(loaded->warnings.isEmpty());
        QVERIFY(loaded->experiment.variants.size() >= 2);
        QVERIFY(loaded->experiment.cases.size() >= 4);
        for (const Variant &variant : loaded->experiment.variants)
            QCOMPARE(variant.endpoint.id, u"local:tempera-mini"_s);
        auto templates = TemplateEngine::create();
        QVERIFY(templates);
        const auto cells = plannedCells(loaded->experiment, **templates, {});
        QVERIFY(cells);
        for (const Cell &cell : *cells)
            QCOMPARE(cell.state, CellState::Planned);
        for (const Case &aCase : loaded->experiment.cases) {
            Cell cell;
            cell.timings.total = std::chrono::milliseconds(5);
            const Grade grade = gradeCell(cell, effectiveChecks(loaded->experiment, aCase),
                                          effectiveVariables(loaded->experiment, aCase), aCase.threshold);
            QVERIFY(grade.verdicts.size() >= 2);
            for (const Verdict &verdict : grade.verdicts)
                QVERIFY2(verdict.outcome == Outcome::Pass || verdict.outcome == Outcome::Fail, qPrintable(verdict.reason));
        }
    }
};

QTEST_GUILESS_MAIN(SamplesTest)
#include "tst_samples.moc"
