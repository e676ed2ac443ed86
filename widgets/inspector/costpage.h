// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QTableWidget;

namespace Tempera {

class ExperimentDocument;
class LiveEstimate;
class Session;

/// What a run would cost and what the last one did, variant by variant.
class CostPage final : public QWidget
{
    Q_OBJECT
public:
    CostPage(const ExperimentDocument &document, const LiveEstimate &estimate, const Session &session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void sync();
    void scheduleSync();
    [[nodiscard]] QString actual(int variant) const;

    const ExperimentDocument &m_document;
    const LiveEstimate &m_estimate;
    const Session &m_session;
    QTableWidget *m_table = nullptr;
    QLabel *m_note = nullptr;
    bool m_scheduled = false;
};

} // namespace Tempera
