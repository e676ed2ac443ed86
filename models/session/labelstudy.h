// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/scoring.h"
#include "models/stats/classification.h"
#include "models/stats/labelprobabilities.h"

#include <QStringList>

namespace Tempera {

/// Exact probabilities of some labels for every case, prompt and model of an experiment. Sampling settings do not
/// change them, so variants of one model share a row. Lives on the thread that made it; prompts are rendered in the
/// background of the context where there is one.
class LabelStudy final : public QObject
{
    Q_OBJECT
public:
    /// A model that is asked, for one or more variants.
    struct Model {
        QString title;       ///< The provider id, or the only variant's title.
        QList<int> variants; ///< Of the experiment.
        bool local = false;
        QString key; ///< Equal for variants that differ in their sampling only.
    };
    /// One question: a case under a prompt and a model.
    struct Row {
        int caseIndex = 0;
        int promptIndex = 0;
        int model = 0;     ///< Index in models().
        int expected = -1; ///< Index of the right label; −1 = not known.
    };

    explicit LabelStudy(const SessionContext &context, QObject *parent = nullptr);
    ~LabelStudy() override;

    /// Asks for all rows of the experiment. An Error means that nothing was started. With a background the prompts are
    /// rendered there first, piece by piece: planned() or refused() follows, and until then the rows are those of before. What
    /// was started before is given up.
    [[nodiscard]] Result<void> start(const Experiment &experiment, const QStringList &labels, LabelSpelling spelling);
    void stop();
    /// Stops, and forgets the rows: another experiment is looked at.
    void clear();

    /// Also while the prompts are being rendered.
    [[nodiscard]] bool isRunning() const { return m_preparing || m_scoring.isRunning(); }
    [[nodiscard]] ScoringProgress progress() const;
    /// The experiment as it was when the study started.
    [[nodiscard]] const Experiment &experiment() const { return m_experiment; }
    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    [[nodiscard]] LabelSpelling spelling() const { return m_spelling; }
    [[nodiscard]] const QList<Model> &models() const { return m_models; }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// What the row's request has come to; its error where it failed.
    [[nodiscard]] const Cell &cell(int row) const { return m_scoring.cells().at(static_cast<std::size_t>(row)); }
    /// Nothing until it is known.
    [[nodiscard]] const std::optional<LabelProbabilities> &result(int row) const { return m_results.at(row); }
    /// The rows of a model whose result is known, for the metrics.
    [[nodiscard]] std::vector<Classified> classified(int model) const;
    /// How many of them would rather be answered by none of the labels.
    [[nodiscard]] int forced(int model) const;
    /// Whether case, prompt or model of a row are not any more what they were. Sampling settings do not count.
    [[nodiscard]] bool isStale(int row, const Experiment &now) const;

Q_SIGNALS:
    void planned();                            ///< rows(), models() and labels() are new.
    void refused(const Tempera::Error &error); ///< Nothing was started, and why.
    void rowChanged(int row);
    void progressChanged();
    void finished();

private:
    struct Preparing;

    void prepareBeside();
    void stopPreparing();
    void begin(Preparing &prepared);
    void take(int row);

    Background *m_background = nullptr;
    Scoring m_scoring;
    std::shared_ptr<Preparing> m_preparing; ///< Rows that are being made; null = none.
    double m_prepared = 0;                  ///< Share of them that is made.
    Experiment m_experiment;
    QStringList m_labels;
    LabelSpelling m_spelling = LabelSpelling::AnyCapital;
    QList<Model> m_models;
    QList<Row> m_rows;
    QList<std::optional<LabelProbabilities>> m_results;
};

} // namespace Tempera
