// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/localsettings.h"
#include "models/library/librarymodel.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Tempera {

class NumberBox;

/// "This machine": how local models run, with what each setting does and what the chosen ones take of the memory.
class MachinePage final : public QWidget
{
    Q_OBJECT
public:
    /// `generations` are those of one model that run at the same time.
    MachinePage(const LocalSettings &settings, int generations, QWidget *parent = nullptr);

    [[nodiscard]] LocalSettings settings() const;
    /// What the memory estimate is made of: the models to choose from, and what is free, in bytes, where it is known.
    void setMachine(const QList<LibraryModel> &models, std::optional<std::int64_t> availableBytes);

Q_SIGNALS:
    /// True = all settings can be as they are.
    void validityChanged(bool valid);

private:
    void refresh();
    void updateMemory(const LocalSettings &settings);

    int m_generations;
    QList<LibraryModel> m_models;
    std::optional<std::int64_t> m_available;
    NumberBox *m_threads = nullptr;
    NumberBox *m_context = nullptr;
    QComboBox *m_cache = nullptr;
    QComboBox *m_attention = nullptr;
    NumberBox *m_gpuLayers = nullptr;
    QLineEdit *m_workers = nullptr;
    NumberBox *m_kept = nullptr;
    NumberBox *m_idle = nullptr;
    NumberBox *m_candidates = nullptr;
    QComboBox *m_model = nullptr;
    QLabel *m_memory = nullptr;
    QLabel *m_problems = nullptr;
};

} // namespace Tempera
