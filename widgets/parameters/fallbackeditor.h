// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/fallback.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QStringListModel;

namespace Tempera {

/// Who is asked next where a variant has no answer: a list of labels and ids that Return adds to, Delete takes from, and Alt+Up and
/// Alt+Down sort; below it what counts as no answer.
class FallbackEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit FallbackEditor(QWidget *parent = nullptr);

    /// Shows what a variant says without saying that it was edited; `offers` complete what is typed.
    void show(const FallbackRules &rules, const QStringList &offers);
    /// Another variant is shown from now on: what was typed but not added was not its.
    void forget();
    [[nodiscard]] FallbackRules rules() const;

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void createList(QBoxLayout &column);
    void createRules(QBoxLayout &column);
    void addItem(const QJsonValue &item);
    void addTyped();
    void removeCurrent();
    void moveCurrent(int by);
    void tell();

    QListWidget *m_list = nullptr;
    QLineEdit *m_name = nullptr;
    QStringListModel *m_offers = nullptr;
    QCheckBox *m_onFailedChecks = nullptr;
    QSpinBox *m_samples = nullptr;
    bool m_showing = false;
};

} // namespace Tempera
